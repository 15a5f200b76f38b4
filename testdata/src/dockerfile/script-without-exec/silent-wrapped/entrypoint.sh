#!/bin/bash
if [ -z "$WRAPPED" ]; then
	kustomize fn run wrap -- $0
	exit $?
fi
cat <<EOF
kind: Service
EOF
