#!/bin/bash
trap 'kill -TERM "$pid"' TERM
storefront --port=8080 & # want `the trap for TERM tells storefront, but wait returns with it and bash ends as PID 1`
pid=$!
wait "$pid"
