#!/bin/sh
app --daemonize &
echo started
