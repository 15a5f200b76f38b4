// Package proofs runs the examples of the rules as programs of their own, sends them requests and SIGTERM, and records
// what is lost: a rule is on by default only when its bad example drops work here and its good one does not. What was
// seen stands in measured.tsv, which package testdata lends to the help screens.
//
// Test is run by the root package, since ./... leaves out folders named testdata.
package proofs

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// A proof puts both examples of a rule through one trial.
type proof struct {
	rule string
	trial
	harm harm // shown by the bad example; the good one shows none at all
}

var proofs = []proof{
	{"signalnotify/uncatchable", requestsInFlight, workLost},
	{"signalnotify/ored", requestsInterrupted, workLost}, // 2|15 is 15: SIGTERM is caught, and SIGINT is not
	{"signalnotify/catch-all", busyClients, endsUnasked},
	{"signalnotify/stops-on-noise", clientsHangUp, endsUnasked},
	{"signalnotify/closed-channel", requestsAndTwoSignals, workLost},
	{"signalnotify/unbuffered", requestsInFlight, neverEnds},
	{"signalnotify/missing-handler", requestsInFlight, workLost},
	{"signalnotify/missing-sigterm", requestsInFlight, workLost},
	{"signalnotify/never-received", requestsInFlight, neverEnds},
	{"signalnotify/too-late", requestsInFlight, workLost},
	{"signalnotify/ignored", requestsInFlight, neverEnds},
	{"signalnotify/exits-at-once", requestsInFlight, workLost},
	{"signalnotify/lost-stop", interruptedTwice, neverEnds},
	{"serverclose/missing-shutdown", requestsInFlight, workLost},
	{"serverclose/unstoppable", requestsInFlight, workLost},
	{"serverclose/dead-context", requestsInFlight, workLost},
	{"serverclose/not-awaited", requestsInFlight, workLost},
	{"serverclose/fatal-on-close", requestsInFlight, workLost},
	{"serverclose/abrupt-stop", requestsInFlight, workLost},
	{"serverclose/unbounded-stop", openWatch, neverEnds},
	{"serverclose/unreachable-stop", requestsInFlight, neverEnds},
	{"serverclose/blocking-go", requestsInFlight, neverEnds},
	{"serverclose/accept-spin", ordersOverTCP, spins},
	{"serverclose/wrong-order", requestsInFlight, workLost},
	{"serverclose/late-registration", signalAtStart, neverEnds},
	{"serverclose/skipped-cleanup", requestsInFlight, workLost},
	{"serverclose/cancelled-requests", requestsInFlight, workLost},
	{"serverclose/discarded-stop", runningJob, workLost},
	{"serverclose/health-still-serving", toldWatch, workLost},
	{"wggo/early-done", ordersOverTCP, workLost},
	{"wggo/skipped-done", ordersOverTCP, neverEnds},
	{"wggo/missing-done", ordersOverTCP, neverEnds},
	{"wggo/add-in-goroutine", ordersOverTCP, workLost},
	{"wggo/done-in-go", oneConnection, endsUnasked},
	{"wggo/defer-order", openTransaction, workLost},
}

// A harm is what a fault does to a program.
type harm func(outcome) bool

func workLost(o outcome) bool    { return o.lost > 0 }
func neverEnds(o outcome) bool   { return o.killed }
func endsUnasked(o outcome) bool { return o.unasked }
func spins(o outcome) bool       { return o.killed && o.busy() }

// unharmed says of a good example that it lost nothing and ended well when it was asked to.
func unharmed(o outcome, ending string) bool {
	return o.lost == 0 && !o.killed && !o.unasked && o.ending == ending
}

const (
	folder   = "testdata/proofs" // seen from the root package
	measured = folder + "/measured.tsv"
)

// Test runs every proof, and compares what it sees with measured.tsv, or with update set writes that anew.
func Test(t *testing.T, update bool) {
	bin := build(t, update)
	seen := make([]pair, len(proofs))
	var all sync.WaitGroup
	slots := make(chan struct{}, 20) // programs at a time: they sleep more than they run
	for i, p := range proofs {
		for kind, o := range map[string]*outcome{"bad": &seen[i].bad, "good": &seen[i].good} {
			all.Go(func() {
				slots <- struct{}{}
				*o = attempt(bin, p.rule+"/"+kind, p.trial)
				<-slots
			})
		}
	}
	all.Wait()

	var lines strings.Builder
	for i, p := range proofs {
		bad, good := seen[i].bad, seen[i].good
		fmt.Fprintf(&lines, "%s\t%s\t%s\t%s\n", p.rule, p.did, bad, good)
		t.Run(p.rule+" does harm", func(t *testing.T) {
			if bad.err != nil || !p.harm(bad) {
				t.Errorf("%s: %s\nerror: %v\noutput:\n%s", p.did, bad, bad.err, bad.output)
			}
		})
		t.Run(p.rule+" mended does none", func(t *testing.T) {
			if good.err != nil || !unharmed(good, p.ending) {
				t.Errorf("%s: %s\nerror: %v\noutput:\n%s", p.did, good, good.err, good.output)
			}
		})
	}
	if t.Failed() {
		return
	}
	if update {
		write(t, measured, lines.String())
		return
	}
	if recorded := read(t, measured); untimed(recorded) != untimed(lines.String()) {
		t.Errorf("%s says\n%s\nand the programs did\n%s\ngo test . -update writes it anew", measured, recorded, lines.String())
	}
}

type pair struct{ bad, good outcome }

// untimed takes the times out, which no two runs share.
func untimed(lines string) string {
	return regexp.MustCompile(`after \d+\.\d s`).ReplaceAllString(lines, "after a while")
}

func read(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
