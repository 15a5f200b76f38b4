#!/bin/sh
echo starting
"$@" # want `tini passes SIGTERM on to Debian's dash and .* alike.*init-with-shell`
