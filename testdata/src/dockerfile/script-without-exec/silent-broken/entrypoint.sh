#!/bin/sh
if then
app
