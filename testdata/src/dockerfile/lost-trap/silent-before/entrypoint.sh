#!/bin/bash
set -u
render-config /etc/storefront.tmpl /etc/storefront.conf

stop() {
	kill -TERM "$pid"
	wait "$pid"
}
start() {
	storefront --config /etc/storefront.conf &
	pid=$!
}
trap stop TERM
start
wait-for-port 8080
wait "$pid"
