// Package silent defers what may well run after Done.
package silent

import (
	"bufio"
	"context"
	"log"
	"os"
	"sync"
	"time"
)

func work() {}

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	ctx, cancel := context.WithCancel(context.Background())
	out := make(chan int)
	wg.Add(1)
	go func() {
		ticker := time.NewTicker(time.Second)
		defer log.Print("bye")
		defer ticker.Stop()
		defer cancel()
		defer close(out)
		defer mu.Unlock()
		defer func() {
			if r := recover(); r != nil {
				work()
			}
		}()
		defer wg.Done()
		mu.Lock()
		<-ctx.Done()
	}()
	wg.Wait()
}

func rightOrder(file *os.File) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		buf := bufio.NewWriter(file)
		defer wg.Done()
		defer buf.Flush()
		buf.WriteString("x")
	}()
	go func() {
		buf := bufio.NewWriter(file)
		defer func() {
			buf.Flush()
			wg.Done()
		}()
		buf.WriteString("x")
	}()
	wg.Wait()
}

// Nothing waits.
func nobodyWaits(file *os.File) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer file.Sync()
		defer wg.Done()
		work()
	}()
}
