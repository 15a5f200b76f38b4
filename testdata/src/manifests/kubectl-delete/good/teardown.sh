#!/bin/sh
set -e
kubectl --namespace shop delete deployment storefront --grace-period=60
