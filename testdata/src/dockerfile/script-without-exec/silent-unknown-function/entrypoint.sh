#!/bin/bash
web() { exec app; }
"$COMMAND"
