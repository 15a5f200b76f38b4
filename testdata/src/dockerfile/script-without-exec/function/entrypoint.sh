#!/usr/bin/env bash
_main() {
	echo starting
	/usr/bin/app --port 80 # want `without exec, so bash stays PID 1`
}
_main "$@"
