#!/bin/bash
app # want `without exec`
