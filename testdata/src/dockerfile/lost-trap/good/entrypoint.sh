#!/bin/bash
trap 'kill -TERM "$pid"' TERM
storefront --port=8080 &
pid=$!
wait "$pid"
wait "$pid" # the first returns when the trap has run
