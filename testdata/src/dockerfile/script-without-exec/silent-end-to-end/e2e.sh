#!/bin/bash
kubectl run tests
