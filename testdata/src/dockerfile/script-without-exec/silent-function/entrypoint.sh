#!/bin/bash
_main() {
	if [ "$1" = app ]; then
		exec gosu app "$BASH_SOURCE" "$@"
	fi
	exec "$@"
}
if ! _is_sourced; then
	_main "$@"
fi
