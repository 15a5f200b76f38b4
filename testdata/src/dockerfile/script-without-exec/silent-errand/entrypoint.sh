#!/bin/bash
set -e
$SCHEMA_SCRIPT | $CLIENT
echo "the schema is there"
