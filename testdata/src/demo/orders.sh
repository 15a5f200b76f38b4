#!/bin/sh
set -e
echo "orders starts"
orders
