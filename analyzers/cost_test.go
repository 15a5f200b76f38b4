//go:build unix

package analyzers_test

import (
	"cmp"
	"os"
	"runtime"
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"github.com/gracelint/gracelint/analyzers"
)

// The analyzers see every dependency, the standard library too, as under go vet, and reading and writing facts counts. The
// module is this one, or the one in GRACELINT_COST_MODULE (.ci/cost.go has a large one). Garbage is collected between
// packages, in nobody's time: what lives on here, every package's types, does not in a process for each.
func BenchmarkAnalyzersBesideParsingAndTypeChecking(b *testing.B) {
	dir := cmp.Or(os.Getenv("GRACELINT_COST_MODULE"), "..")
	packages := list(b, dir, nil, "./...")
	var checking, analyzing time.Duration
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for b.Loop() {
		d := newDriver(analyzers.All)
		for i, p := range packages {
			if i%20 == 0 {
				runtime.GC()
			}
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
