#!/bin/sh
if [ "$1" = app ]; then
	exec app
fi
"$@"
