#!/bin/sh
set -e
kubectl delete --namespace shop deployment storefront --grace-peroid=60
