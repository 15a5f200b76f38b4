#!/bin/bash
app # gracelint:ignore dockerfile/script-without-exec nothing to drain
