#!/bin/sh
trap 'echo stopping; exit 0' TERM INT
"$@" # want `the trap for TERM runs only when "\$@" has ended`
