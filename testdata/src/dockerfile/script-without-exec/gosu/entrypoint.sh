#!/bin/bash
chown -R app /data
gosu app /usr/bin/app # want `starts gosu without exec`
