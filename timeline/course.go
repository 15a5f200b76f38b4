package timeline

import (
	"fmt"
	"math"
	"slices"

	"github.com/gracelint/gracelint/analyzers/lifecycle"
)

// A span says when a step is done, in seconds after the signal. What nothing limits is over at +Inf at the latest.
type span struct {
	begin, end between
	allowed    float64 // the time until its end that the program allows for certain, should requests need it
	chain      []int   // the steps that make up allowed
}

type between struct{ earliest, latest float64 }

// moment returns the time of something that comes at some time between, where the signal is known.
func (b between) moment(signal Moment) Moment {
	switch {
	case b.earliest == b.latest:
		return signal.after(b.earliest, Exact)
	case math.IsInf(b.latest, 1):
		return signal.after(b.earliest, AtLeast)
	}
	return signal.after(b.latest, AtMost)
}

// times computes when each step is done.
func (s *Service) times() []span {
	var spans []span
	over := func(steps []int) span { // when all of them are
		var last span
		for _, i := range steps {
			last.end.earliest, last.end.latest = max(last.end.earliest, spans[i].end.earliest), max(last.end.latest, spans[i].end.latest)
			if spans[i].allowed > last.allowed {
				last.allowed, last.chain = spans[i].allowed, spans[i].chain
			}
		}
		return last
	}
	for i, step := range s.Program.Steps {
		before, since := over(step.After), over(step.Since)
		limit := max(float64(step.Limit), 0) // a negative sleep is over at once
		done := span{before.end, before.end, before.allowed, before.chain}
		latest := math.Inf(1)
		if limit > 0 {
			latest = max(before.end.latest, since.end.latest+limit)
		}
		allow := func(since span) {
			if step.Sure && since.allowed+limit > done.allowed {
				done.allowed, done.chain = since.allowed+limit, append(slices.Clip(since.chain), i)
			}
		}
		switch step.Kind {
		case lifecycle.Sleeps:
			done.end.latest = latest
			if step.Sure {
				done.end.earliest += limit
			}
			allow(before)
		case lifecycle.Stops:
			done.end.latest = latest
			if !s.isSide(step) {
				allow(since)
			}
		case lifecycle.CleansUp:
			if limit > 0 { // else it is taken to be short
				done.end.latest = latest
			}
		case lifecycle.Waits:
			done.end.latest = latest
			if len(step.For) > 0 {
				others := over(step.For)
				done.end.earliest, done.end.latest = max(before.end.earliest, others.end.earliest), min(latest, max(before.end.latest, others.end.latest))
				if limit == 0 && others.allowed > done.allowed {
					done.allowed, done.chain = others.allowed, others.chain
				}
			}
		}
		spans = append(spans, done)
	}
	return spans
}

func (s *Service) isSide(step lifecycle.Step) bool {
	return step.Server >= 0 && s.Program.Servers[step.Server].Side
}

// stops says how the program stops what it has started.
func (t *stopping) stops(signal Moment) {
	spans := t.times()
	end, awaited := t.ending(spans)
	t.End = end.moment(signal)
	verdict := InTime
	worse := func(v Verdict) { // than what is known so far
		order := []Verdict{InTime, Unclear, Late, Cut}
		if slices.Index(order, v) > slices.Index(order, verdict) {
			verdict = v
		}
	}
	stopped := map[int]bool{}
	for i, step := range t.Program.Steps {
		stopped[step.Server] = true
		from, to := spans[i].begin.moment(signal), spans[i].end.moment(signal)
		switch {
		case step.Kind == lifecycle.Cuts && !t.isSide(step):
			worse(Cut)
		case step.Kind == lifecycle.Stops && end.latest <= spans[i].begin.earliest && !slices.Contains(awaited, i):
			worse(Cut)
			t.bar("stop", fmt.Sprintf("%s of %s: the program ends meanwhile, open requests are cut", step.Method, step.Of), step.At.String(), from, from)
			continue
		case step.Kind == lifecycle.Waits && len(awaited) > 0 && !slices.Contains(awaited, i):
			continue // the program does not
		case step.Kind != lifecycle.Stops && step.Kind != lifecycle.Waits:
		case signal.Seconds+spans[i].allowed > t.Kill.Seconds && t.Kill.Bound != Unknown:
			worse(Late)
		case to.Seconds >= t.Kill.Seconds || to.Bound != Exact && to.Bound != AtMost:
			worse(Unclear)
		}
		t.step(step, from, to, math.IsInf(spans[i].end.latest, 1))
	}
	for i := range t.Program.Servers {
		switch s := &t.Program.Servers[i]; {
		case stopped[i]:
		case s.NeverStopped() || s.Stop == lifecycle.StopAbrupt:
			t.bar("stop", s.Name+" is not stopped: open requests are cut", s.At.String(), t.End, t.End)
			if !s.Side {
				worse(Cut)
			}
		default:
			where := s.At
			if len(s.Stops) > 0 {
				where = s.Stops[0].At
			}
			t.open("stop", s.Name+" is stopped at a time that is not known", where.String(), signal.after(0, Unknown))
			worse(Unclear)
		}
	}
	if t.End.Bound != Exact && t.End.Bound != AtMost || t.End.Seconds >= t.Kill.Seconds || t.Kill.Bound != Exact {
		worse(Unclear)
	}
	t.Verdict = verdict
}

// ending tells when the process ends, and lists the steps that are over before.
func (s *Service) ending(spans []span) (end between, awaited []int) {
	steps := s.Program.Steps
	end.latest = math.Inf(1)
	known := false
	var before []int
	for i, step := range steps {
		switch {
		case step.Kind == lifecycle.Ends && (!known || spans[i].end.latest < end.latest):
			known, end, before = true, spans[i].end, step.After
		case !known:
			end.earliest = max(end.earliest, spans[i].end.earliest)
		}
	}
	var add func(before []int)
	add = func(before []int) {
		for _, i := range before {
			if !slices.Contains(awaited, i) {
				awaited = append(awaited, i)
				add(slices.Concat(steps[i].After, steps[i].For))
			}
		}
	}
	add(before)
	return end, awaited
}

// step adds the bar of a step. That of one which nothing limits is open.
func (t *stopping) step(step lifecycle.Step, from, to Moment, open bool) {
	what := step.Method + " of " + step.Of
	limit := inSeconds(float64(step.Limit))
	kind := string(step.Kind)
	switch step.Kind {
	case lifecycle.Ends:
		return
	case lifecycle.Sleeps:
		if step.Limit < 0 {
			return
		}
		kind, what = "delay", "the program sleeps "+limit
		if step.Limit == 0 {
			what = "the program sleeps for a time that is not known"
		}
	case lifecycle.Cuts:
		kind, what = "stop", what+": open requests are cut"
	case lifecycle.Waits:
		what = map[bool]string{true: "the program waits for a channel", false: "the program waits for goroutines"}[step.Method == ""]
		if len(step.For) == 0 {
			what += until(step)
		}
	case lifecycle.CleansUp:
		if open = step.Limit == 0; !open {
			what += until(step)
		}
	case lifecycle.Stops:
		what += until(step)
	}
	if open {
		t.open(kind, what, step.At.String(), from)
		return
	}
	t.bar(kind, what, step.At.String(), from, to)
}

// until tells the limit of a step.
func until(step lifecycle.Step) string {
	if step.Limit == 0 {
		return ", without a limit that is known"
	}
	return fmt.Sprintf(": at most %s", inSeconds(float64(step.Limit)))
}
