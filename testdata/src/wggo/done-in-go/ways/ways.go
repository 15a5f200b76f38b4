// Package ways calls Done where Go does.
package ways

import "sync"

func work() {}

type service struct{ wg sync.WaitGroup }

func (s *service) start() {
	s.wg.Go(s.loop)
	s.wg.Go(func() {
		s.read()
	})
	s.wg.Wait()
}

func (s *service) loop() {
	defer s.wg.Done() // want `\(wggo/done-in-go\)`
	work()
}

func (s *service) read() {
	work()
	s.wg.Done() // want `\(wggo/done-in-go\)`
}

func inner() {
	var wg sync.WaitGroup
	wg.Go(func() {
		defer func() {
			work()
			wg.Done() // want `\(wggo/done-in-go\)`
		}()
		work()
	})
	wg.Go(func() { takes(&wg) })
	wg.Wait()
}

func takes(group *sync.WaitGroup) {
	defer group.Done() // want `\(wggo/done-in-go\)`
	work()
}

// One finding for both branches.
func branches(first bool) {
	var wg sync.WaitGroup
	wg.Go(func() {
		if first {
			wg.Done() // want `\(wggo/done-in-go\)`
			return
		}
		work()
		wg.Done()
	})
	wg.Wait()
}

// Only one of them is started by Go.
func mixed() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		work()
	}()
	wg.Go(func() {
		defer wg.Done() // want `\(wggo/done-in-go\)`
		work()
	})
	wg.Wait()
}
