package gracelint

import (
	"strings"
	"testing"
)

func TestAPanicIsToldWithItsPlace(t *testing.T) {
	var list []int
	var none *Finding
	for name, test := range map[string]struct {
		work func()
		want []string
	}{
		"an index":                {func() { list[3]++ }, []string{"guard_test.go:", "index out of range [3]"}},
		"nil, in a method":        {func() { _ = none.Text() }, []string{"(*Finding).Text (finding.go:", "nil pointer"}},
		"a value, from a library": {func() { strings.Repeat("x", -1) }, []string{"guard_test.go:", "negative Repeat count"}},
		"from a deferred call":    {func() { defer func() { panic("late") }(); panic("early") }, []string{"guard_test.go:", "late"}},
	} {
		t.Run(name, func(t *testing.T) {
			crash := Guard(test.work)
			for _, want := range append(test.want, "please report it") {
				if !strings.Contains(crash, want) {
					t.Errorf("%q is not in %q", want, crash)
				}
			}
		})
	}
	if crash := Guard(func() {}); crash != "" {
		t.Errorf("without a panic: %q", crash)
	}
}
