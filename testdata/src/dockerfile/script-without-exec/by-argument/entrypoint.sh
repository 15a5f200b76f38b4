#!/bin/sh
case "$1" in
	shell) exec bash ;;
	server) app serve ;; # want `starts app without exec`
	*) exec "$@" ;;
esac
