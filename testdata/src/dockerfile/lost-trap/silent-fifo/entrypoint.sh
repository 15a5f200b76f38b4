#!/bin/bash
# A container that only prepares, and then waits to be told to end.
render-config /etc/storefront.tmpl /etc/storefront.conf
mkfifo /tmp/stopped
trap 'echo stopped > /tmp/stopped' TERM
read -r line < /tmp/stopped
