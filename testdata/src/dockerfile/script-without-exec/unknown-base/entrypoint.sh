#!/bin/sh
app # want `so the shell stays PID 1`
