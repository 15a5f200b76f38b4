#!/bin/bash
set -e
a2enmod rewrite
apachectl configtest
apachectl -D FOREGROUND # want `start.sh \(ENTRYPOINT of .*\) starts apachectl without exec`
