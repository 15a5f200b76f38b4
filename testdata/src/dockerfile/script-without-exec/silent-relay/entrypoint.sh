#!/bin/sh
stop() {
	kill -TERM $pid
	wait $pid
}
trap stop TERM
app &
pid=$!
wait $pid
