// Package cost holds a piece of work to limits on CPU time and memory, so that input which keeps gracelint busy is a
// failing test. CPU time is that of the process, which other work on the machine does not count for; limits are several
// times what is measured on a slow one.
package cost

import (
	"runtime"
	"testing"
	"time"
)

// Limit fails the test when the work takes more CPU time than that, or allocates more megabytes. No test may run
// beside it.
func Limit(t testing.TB, limit time.Duration, megabytes uint64, work func()) {
	t.Helper()
	took, allocated := Of(work)
	t.Logf("%v of CPU time, %d MB allocated", took, allocated>>20)
	if took > limit && !raceEnabled {
		t.Errorf("it took %v of CPU time, and %v is the limit", took, limit)
	}
	if allocated > megabytes<<20 && !raceEnabled {
		t.Errorf("it allocated %d MB, and %d is the limit", allocated>>20, megabytes)
	}
}

// Linear fails the test when work on so many bytes takes more time or memory than what grows with them: five
// seconds and 256 MB, which the bounds allow for the least input, and so much more for a megabyte.
func Linear(t testing.TB, bytes int, secondsPerMB, megabytesPerMB float64, work func()) {
	t.Helper()
	took, allocated := Of(work)
	size := float64(bytes) / (1 << 20)
	if limit := 5 + size*secondsPerMB; took.Seconds() > limit && !raceEnabled {
		t.Errorf("%d bytes took %v of CPU time, and %.1f s is the limit", bytes, took, limit)
	}
	if limit := 256 + size*megabytesPerMB; float64(allocated)/(1<<20) > limit && !raceEnabled {
		t.Errorf("%d bytes made it allocate %d MB, and %.0f is the limit", bytes, allocated>>20, limit)
	}
}

// Of returns the CPU time of the work, and how many bytes it allocates.
func Of(work func()) (took time.Duration, allocated uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := processTime()
	work()
	took = processTime() - start
	runtime.ReadMemStats(&after)
	return took, after.TotalAlloc - before.TotalAlloc
}
