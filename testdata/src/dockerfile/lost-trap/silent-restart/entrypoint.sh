#!/bin/bash
running=1
stop() { running=0; kill -TERM $child; }
trap stop TERM
while [ $running = 1 ]; do
	app &
	child=$!
	while kill -0 $child; do sleep 1; done
	wait $child
done
