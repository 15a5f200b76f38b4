#!/bin/bash
set -e
rabbitmq-server -detached
rabbitmqctl --timeout 60 await_startup
rabbitmqctl add_user "$RABBITMQ_USER" "$RABBITMQ_PASSWORD"
rabbitmqadmin declare queue name=orders durable=true
consul kv put shop/queue ready
redis-cli -h "$REDIS_HOST" set ready 1
