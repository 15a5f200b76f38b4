#!/bin/bash
. /opt/lib/functions.sh
run_app
