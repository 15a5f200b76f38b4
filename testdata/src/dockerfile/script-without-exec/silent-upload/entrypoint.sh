#!/bin/bash
upload() {
	aws s3 cp "$1" "$BUCKET"
}
upload /tmp/backup
