#!/bin/sh
if [ -n "$TLS_CERT" ]; then
	storefront --tls "$TLS_CERT" &
else
	storefront &
fi
pid=$!
trap 'kill -TERM $pid; wait $pid' TERM INT
wait $pid
