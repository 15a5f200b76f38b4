// Package io_prometheus_client is a stub of the library.
package io_prometheus_client

type Metric struct{}

type MetricFamily struct{}
