package analyzers_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gracelint/gracelint"
)

// An operator makes one kind of fault, wherever a service gives it the chance.
type operator struct {
	name   string
	rule   string // that speaks of it
	faults func(s *service) []fault
}

var operators = slices.Concat(signalFaults, stopFaults, otherFaults)

// A fault is a service with one thing wrong.
type fault struct {
	at     *cursor
	edits  []edit // of the file that at stands in
	places []span
	rules  []string // that may speak of it instead
}

// A span is where a finding may stand: bytes of a file, before the edits.
type span struct {
	pkg              *servicePackage
	file, start, end int
}

// notFound says why a fault is not found: of an operator in a whole service ("operator: service"), or in one function
// of it ("operator: service/file.go:function").
var notFound = map[string]string{
	"Notify with no signal: invoices": ownServer,
	"ignore SIGTERM: invoices":        ownServer,
	"Notify with no signal: lines":    ownServer,
	"ignore SIGTERM: lines":           ownServer,
}

const ownServer = "what serves is a loop of the service's own, and the rules speak of programs that start what the table knows"

const (
	wantFaults   = 150
	wantFound    = 0.95 // of all faults
	wantFoundPer = 0.80 // of an operator's
)

func TestSownFaultsAreFound(t *testing.T) {
	t.Parallel()
	base, services := loadServices(t)
	tallies := &tallies{used: map[string]bool{}}
	t.Run("services", func(t *testing.T) {
		for _, s := range services {
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				for _, f := range s.found {
					t.Errorf("%s:%d, where no fault is: %s", f.Path, f.Line, f.Text())
				}
				for _, op := range operators {
					for _, f := range op.faults(s) {
						tallies.add(t, op, f, f.miss(t, base, op))
					}
				}
			})
		}
	})
	tallies.judge(t)
}

// miss says what is wrong with what is found in the service with the fault; nothing, when it is what should be.
func (f *fault) miss(t *testing.T, base *driver, op operator) string {
	t.Helper()
	src := f.at.pkg.sources[f.at.file]
	faulty := edited(src, f.edits)
	text, err := f.at.repaired(base, f.at.pkg, f.at.file, faulty)
	if err != nil {
		t.Errorf("%s does not compile: %v", f.key(op), err)
		return "it does not compile"
	}
	before := merged(f.at.found)
	findings := more(before, merged(f.at.analyze(t, base, f.at.pkg, f.at.file, text)))
	if len(findings) == 1 && (findings[0].Rule == op.rule || slices.Contains(f.rules, findings[0].Rule)) && f.isPlace(findings[0], faulty) {
		return ""
	}
	got := "nothing is found"
	for i, finding := range findings {
		if i == 0 {
			got = "found"
		}
		got += fmt.Sprintf("\n\t%s:%d: %s", finding.Path, finding.Line, finding.Text())
	}
	return got
}

// isPlace reports whether the finding stands where it may. The text is that of the file with the edits; no repair moves
// a line.
func (f *fault) isPlace(finding gracelint.Finding, text string) bool {
	return slices.ContainsFunc(f.places, func(p span) bool {
		src := p.pkg.sources[p.file]
		if p.pkg == f.at.pkg && p.file == f.at.file {
			src, p = text, p.moved(f.edits)
		}
		return finding.Path == p.pkg.path(p.file) && lineOf(src, p.start) <= finding.Line && finding.Line <= lineOf(src, p.end)
	})
}

func lineOf(src string, offset int) int { return 1 + strings.Count(src[:min(offset, len(src))], "\n") }

// moved returns the place after the edits, with what they put at its edges.
func (p span) moved(edits []edit) span {
	start, end := p.start, p.end
	for _, e := range edits {
		grown := len(e.text) - (e.end - e.start)
		if e.end <= p.start && e.start < p.start {
			start += grown
		}
		if e.end <= p.end {
			end += grown
		}
	}
	return span{p.pkg, p.file, start, max(start, end)}
}

// key names the fault for notFound.
func (f *fault) key(op operator) string {
	_, rel, _ := strings.Cut(filepath.ToSlash(f.at.pkg.path(f.at.file)), "/src/services/")
	function := "-"
	if fn := f.at.declared(); fn != nil {
		function = fn.Name()
	}
	return fmt.Sprintf("%s: %s:%s", op.name, rel, function)
}

// tallies count the faults by operator, in all services.
type tallies struct {
	mu            sync.Mutex
	faults, found map[string]int
	used          map[string]bool // entries of notFound
}

func (c *tallies) add(t *testing.T, op operator, f fault, miss string) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.faults == nil {
		c.faults, c.found = map[string]int{}, map[string]int{}
	}
	c.faults[op.name]++
	key := f.key(op)
	listed := key
	reason, ok := notFound[listed]
	if !ok {
		listed = op.name + ": " + f.at.name
		reason, ok = notFound[listed]
	}
	if ok {
		c.used[listed] = true
	}
	switch {
	case miss == "":
		c.found[op.name]++
		if ok {
			t.Errorf("%s is found, although notFound lists %q", key, listed)
		}
	case ok:
		t.Logf("%s: not found: %s", key, reason)
	default:
		p := f.at.pkg
		at := f.at.offset(f.at.node().Pos())
		t.Errorf("%s (line %d) wants %s: %s", key, lineOf(p.sources[f.at.file], at), op.rule, miss)
	}
}

// judge asks for enough faults, and enough of them found, by each operator and in all.
func (c *tallies) judge(t *testing.T) {
	t.Helper()
	faults, found := 0, 0
	for _, op := range operators {
		n, k := c.faults[op.name], c.found[op.name]
		faults, found = faults+n, found+k
		t.Logf("%4d of %4d  %-40s %s", k, n, op.name, op.rule)
		if n == 0 {
			t.Errorf("%q applies nowhere", op.name)
		} else if float64(k) < wantFoundPer*float64(n) {
			t.Errorf("%q: %d of %d found", op.name, k, n)
		}
	}
	t.Logf("%4d of %4d", found, faults)
	if faults < wantFaults || float64(found) < wantFound*float64(faults) {
		t.Errorf("%d of %d faults found", found, faults)
	}
	for listed := range notFound {
		if !c.used[listed] {
			t.Errorf("notFound lists %q, which no operator makes", listed)
		}
	}
}
