#!/bin/sh -e
trap 'kill -TERM $pid' TERM
"$@" & # want `the trap for TERM tells .*, but wait returns`
pid=$!
wait $pid
wait $pid
