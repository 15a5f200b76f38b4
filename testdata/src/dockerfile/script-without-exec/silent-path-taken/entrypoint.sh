#!/bin/sh
if [ $# -gt 1 ]; then
	"$@"
else
	exec app
fi
