// Package ways defers work so that it runs after Done.
package ways

import (
	"bufio"
	"compress/gzip"
	"database/sql"
	"io"
	"net"
	"os"
	"sync"
)

func work() {}

type writer struct {
	wg   sync.WaitGroup
	rows chan string
	db   *sql.DB
}

func (w *writer) Start(out io.Writer) {
	w.wg.Add(3)
	go w.insert()
	go w.compress(out)
	go w.copy(out)
}

func (w *writer) insert() {
	tx, err := w.db.Begin()
	if err != nil {
		w.wg.Done()
		return
	}
	defer func() { // want `\(wggo/defer-order\)`
		if err := tx.Commit(); err != nil {
			work()
		}
	}()
	defer w.wg.Done()
	for row := range w.rows {
		tx.Exec(row)
	}
}

// The work follows Done in one deferred function.
func (w *writer) compress(out io.Writer) {
	zip := gzip.NewWriter(out)
	defer func() {
		w.wg.Done()
		zip.Close() // want `\(wggo/defer-order\)`
	}()
	for row := range w.rows {
		io.WriteString(zip, row)
	}
}

func (w *writer) copy(out io.Writer) {
	buf := bufio.NewWriter(out)
	defer work()
	defer buf.Flush() // want `\(wggo/defer-order\)`
	defer w.wg.Done()
	for row := range w.rows {
		buf.WriteString(row)
	}
}

func (w *writer) Close() {
	close(w.rows)
	w.wg.Wait()
}

// The program does not end after this Wait.
func goesOn(file *os.File) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		buf := bufio.NewWriter(file)
		defer buf.Flush() // strict: defer-order
		defer wg.Done()
		buf.WriteString("x")
	}()
	wg.Wait()
	work()
}

// What a connection holds, nobody has to write.
func serve(conn net.Conn) {
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Add(1)
	go func() {
		defer conn.Close() // strict: defer-order
		defer wg.Done()
		work()
	}()
}
