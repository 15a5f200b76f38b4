#!/bin/sh
trap 'appctl stop' TERM
app --daemon &
wait
