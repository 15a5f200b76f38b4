#!/bin/bash
set -e

if [ "${1#-}" != "$1" ]; then
	set -- storefront "$@"
fi
"$@" # want `entrypoint.sh .ENTRYPOINT of .*. starts "\$@" without exec, so bash stays PID 1: SIGTERM is ignored`
