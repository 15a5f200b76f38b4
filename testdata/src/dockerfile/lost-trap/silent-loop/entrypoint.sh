#!/bin/sh
trap 'kill -TERM $pid' TERM
"$@" &
pid=$!
while kill -0 $pid; do wait $pid; done
