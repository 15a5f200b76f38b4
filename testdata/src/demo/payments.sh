#!/bin/sh
trap 'kill -TERM $pid' TERM
payments &
pid=$!
wait $pid
