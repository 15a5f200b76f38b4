#!/bin/sh
exec go run . # want `go run ends at SIGTERM.*wrapper-pid1`
