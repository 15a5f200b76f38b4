#!/bin/sh
trap 'exit 1' TERM INT
until nc -z db 5432; do sleep 1; done
exec "$@"
