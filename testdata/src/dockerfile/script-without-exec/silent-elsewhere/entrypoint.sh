#!/bin/sh
app
