//go:build unix

package analyzers_test

import (
	"cmp"
	"os"
	"syscall"
	"testing"
	"time"

	"github.com/gracelint/gracelint/analyzers"
)

// The analyzers see every dependency, the standard library too, as under go vet. The module is this one, or the one in
// GRACELINT_COST_MODULE (.ci/cost.go has a large one).
func BenchmarkAnalyzersBesideParsingAndTypeChecking(b *testing.B) {
	dir := cmp.Or(os.Getenv("GRACELINT_COST_MODULE"), "..")
	packages := list(b, dir, nil, "./...")
	var checking, analyzing time.Duration
	for b.Loop() {
		d := newDriver(analyzers.All)
		for _, p := range packages {
			start := cpuTime(b)
			checked := d.check(b, p)
			between := cpuTime(b)
			d.analyze(b, checked)
			checking += between - start
			analyzing += cpuTime(b) - between
		}
	}
	b.ReportMetric(100*analyzing.Seconds()/checking.Seconds(), "%-of-checking")
}

// cpuTime returns what this process has used: another's work does not count.
func cpuTime(b testing.TB) time.Duration {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
