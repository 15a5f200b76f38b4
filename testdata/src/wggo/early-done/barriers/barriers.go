// Package barriers calls Done first to say that a goroutine has started.
package barriers

import (
	"context"
	"io"
	"log"
	"os"
	"sync"
	"time"
)

func work() {}

// A copy reports its start to one group, and its end to another.
func copies(dst io.Writer, src io.Reader, wg *sync.WaitGroup) {
	var cwg sync.WaitGroup
	wg.Add(1)
	cwg.Add(1)
	go func() {
		cwg.Done()
		io.Copy(dst, src)
		wg.Done()
	}()
	cwg.Add(1)
	go func() {
		defer wg.Done()
		cwg.Done()
		io.Copy(dst, src)
	}()
	cwg.Add(1)
	go func() {
		cwg.Done() // nothing counts this copy; the group is a barrier all the same
		io.Copy(dst, src)
	}()
	cwg.Wait()
}

func startSignal(gate chan struct{}, wg *sync.WaitGroup) {
	wg.Add(1)
	go func() {
		wg.Done()
		<-gate
		work()
	}()
	wg.Wait()
	close(gate)
}

func sharedGate(gate *sync.WaitGroup) {
	var all sync.WaitGroup
	all.Add(1)
	go func() {
		all.Done()
		gate.Wait()
		work()
	}()
	all.Wait()
}

// By its name this group waits for the start.
func main() {
	var started sync.WaitGroup
	started.Add(1)
	go func() {
		started.Done() // strict: early-done
		work()
	}()
	started.Wait()
}

// Nothing says that the program ends after Wait.
func goesOn() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done() // strict: early-done
		work()
	}()
	wg.Wait()
	work()
}

// The Wait is in another case than the one that ends.
func otherCase(stop chan os.Signal, tick chan int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done() // strict: early-done
		work()
	}()
	for {
		select {
		case <-stop:
			return
		case <-tick:
			wg.Wait()
			work()
		}
	}
}

func doneIsLast(wg *sync.WaitGroup) {
	wg.Add(2)
	go func() {
		work()
		wg.Done()
	}()
	go func() {
		wg.Done()
		log.Print("bye")
	}()
	wg.Wait()
}

// The group counts something else than this goroutine.
func handedOn(wg *sync.WaitGroup) {
	go func() {
		wg.Done()
		work()
	}()
}

func inGroup(wg *sync.WaitGroup) {
	wg.Go(work)
	wg.Wait()
}

// A case that is no end leads to the Wait, too.
func paused(ctx context.Context, d time.Duration) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done() // strict: early-done
		work()
	}()
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
	wg.Wait()
	work()
}

// The case of the end leaves, and what follows is no end.
func polled(ctx context.Context, failed chan error) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done() // strict: early-done
		work()
	}()
	select {
	case <-ctx.Done():
		return
	default:
	}
	select {
	case <-ctx.Done():
		os.Exit(0)
	case <-failed:
	}
	wg.Wait()
	work()
}

// That all have started is heard in a function that goes on.
func heard() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done() // strict: early-done
		work()
	}()
	up := make(chan struct{})
	go func() {
		wg.Wait()
		close(up)
	}()
	<-up
	work()
}
