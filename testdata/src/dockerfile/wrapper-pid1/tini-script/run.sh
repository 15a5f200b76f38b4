#!/bin/bash
exec go run . # want `tini passes SIGTERM on to go run alone`
