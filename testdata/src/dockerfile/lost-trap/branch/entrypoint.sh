#!/bin/sh
if [ -n "$TLS_CERT" ]; then
	storefront --tls "$TLS_CERT" & # want `the trap for TERM tells storefront, but wait returns`
else
	storefront &
fi
pid=$!
trap 'kill -TERM $pid' TERM INT
wait $pid
