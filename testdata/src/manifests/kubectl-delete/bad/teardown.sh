#!/bin/sh
set -e
kubectl --namespace shop delete deployment storefront --grace-peroid=60 # want `kubectl delete knows no flag --grace-peroid: it fails and deletes nothing; write --grace-period`
