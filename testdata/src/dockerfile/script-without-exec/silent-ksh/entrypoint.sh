#!/bin/ksh93
app
