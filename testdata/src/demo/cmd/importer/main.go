// Command importer takes in what suppliers deliver: files, and lines on standard input.
package main

import (
	"bufio"
	"context"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	journal, err := os.Create("journal")
	if err != nil {
		log.Fatal(err)
	}
	articles := make(chan string)
	var written sync.WaitGroup
	written.Add(1)
	go func() {
		w := bufio.NewWriter(journal)
		defer w.Flush()
		defer written.Done()
		for article := range articles {
			w.WriteString(article + "\n")
		}
	}()

	scan(ctx, articles)
	watch(ctx, articles)
	close(articles)
	written.Wait()
}

// scan reads standard input to its end.
func scan(ctx context.Context, articles chan<- string) {
	var lines sync.WaitGroup
	for in := bufio.NewScanner(os.Stdin); ctx.Err() == nil && in.Scan(); {
		article := in.Text()
		lines.Add(1)
		go func() {
			articles <- article
		}()
	}
	lines.Wait()
}

// watch looks for new files until ctx is done.
func watch(ctx context.Context, articles chan<- string) {
	var files sync.WaitGroup
	for ctx.Err() == nil {
		names, err := filepath.Glob("inbox/*.csv")
		if err != nil {
			log.Fatal(err)
		}
		for _, name := range names {
			go func() {
				log.Print("reading ", name)
				files.Add(1)
				defer files.Done()
				read(name, articles)
			}()
		}
		time.Sleep(time.Second)
	}
	files.Wait()
}

func read(name string, articles chan<- string) {
	defer os.Remove(name)
	file, err := os.Open(name)
	if err != nil {
		log.Print(err)
		return
	}
	defer file.Close()
	for in := bufio.NewScanner(file); in.Scan(); {
		articles <- in.Text()
	}
}
