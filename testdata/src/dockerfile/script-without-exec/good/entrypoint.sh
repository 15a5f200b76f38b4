#!/bin/bash
set -e

if [ "${1#-}" != "$1" ]; then
	set -- storefront "$@"
fi
exec "$@"
