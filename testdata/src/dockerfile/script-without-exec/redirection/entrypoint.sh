#!/bin/sh
exec > /var/log/app 2>&1
migrate up
./server # want `entrypoint.sh .ENTRYPOINT of .*. starts ./server without exec, so busybox ash stays PID 1`
