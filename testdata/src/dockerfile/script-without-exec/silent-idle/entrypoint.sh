#!/bin/sh
service app start
tail -f /var/log/app
