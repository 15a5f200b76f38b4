#!/bin/sh
app # want `without exec`
