#!/bin/bash
render-config /etc/storefront.tmpl /etc/storefront.conf
start() {
	storefront --config /etc/storefront.conf & # want `the trap for TERM tells storefront nothing`
}
trap 'exit 0' TERM
start
wait-for-port 8080
wait
