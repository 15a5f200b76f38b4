// Package clickhouse is a stub of the library.
package clickhouse

import (
	"github.com/ClickHouse/clickhouse-go/v2/lib/driver"
)

type Options struct {
	Addr []string
}

func Open(opt *Options) (driver.Conn, error) { return *new(driver.Conn), nil }
