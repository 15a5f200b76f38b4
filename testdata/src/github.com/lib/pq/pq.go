// Package pq is a stub of the library. Its driver prints the transactions and never fails, so that the proofs can run
// what uses it.
package pq

import (
	"database/sql"
	"database/sql/driver"
	"io"
	"log"
	"time"
)

func init() { sql.Register("postgres", &Driver{}) }

type Driver struct{}

func (d Driver) Open(name string) (driver.Conn, error) { return conn{}, nil }

type conn struct{}

func (conn) Prepare(query string) (driver.Stmt, error) { return stmt{}, nil }
func (conn) Close() error                              { return nil }
func (conn) Begin() (driver.Tx, error)                 { log.Print("begin"); return tx{}, nil }

type tx struct{}

func (tx) Rollback() error { return nil }

func (tx) Commit() error {
	time.Sleep(100 * time.Millisecond) // the way to a database and back
	log.Print("commit")
	return nil
}

type stmt struct{}

func (stmt) Close() error                                    { return nil }
func (stmt) NumInput() int                                   { return -1 }
func (stmt) Exec(args []driver.Value) (driver.Result, error) { return driver.RowsAffected(1), nil }
func (stmt) Query(args []driver.Value) (driver.Rows, error)  { return nil, io.EOF }
