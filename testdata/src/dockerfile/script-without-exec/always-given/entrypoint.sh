#!/bin/bash
if [ "$1" = server ]; then
	/srv/server "${@:2}" # want `starts /srv/server without exec`
else
	echo "usage: entrypoint.sh server ..."
	exit 1
fi
