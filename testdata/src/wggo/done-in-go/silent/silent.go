// Package silent calls Done in what Go runs, and the sums come out even.
package silent

import "sync"

func work() {}

// Another group's Done.
func another() {
	var wg, all sync.WaitGroup
	all.Add(1)
	wg.Go(func() {
		defer all.Done()
		work()
	})
	all.Wait()
	wg.Wait()
}

// An Add makes up for it: one too many of each.
func evenBefore() {
	var wg sync.WaitGroup
	wg.Add(1)
	wg.Go(func() {
		defer wg.Done()
		work()
	})
	wg.Wait()
}

func evenWithin() {
	var wg sync.WaitGroup
	wg.Go(func() {
		wg.Add(1)
		defer wg.Done()
		work()
	})
	wg.Wait()
}

// The Done belongs to a goroutine that an Add counts.
func further() {
	var wg sync.WaitGroup
	wg.Go(func() {
		wg.Add(1)
		go func() {
			defer wg.Done()
			work()
		}()
	})
	wg.Wait()
}

// Not a WaitGroup.
type group struct{ sync.WaitGroup }

func (g *group) Go(f func()) {
	g.Add(1)
	go f()
}

func notSync() {
	var g group
	g.Go(func() {
		defer g.Done()
		work()
	})
	g.Wait()
}
