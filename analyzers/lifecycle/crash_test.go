package lifecycle

import (
	"encoding/json"
	"go/ast"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestAnAnalyzerThatPanicsSaysSo(t *testing.T) {
	for _, driver := range []bool{true, false} {
		var reported []string
		pass := &analysis.Pass{
			Files:    []*ast.File{{Name: ast.NewIdent("p")}},
			ResultOf: map[*analysis.Analyzer]any{Analyzer: &Result{driver: driver}},
			Report:   func(d analysis.Diagnostic) { reported = append(reported, d.Message) },
		}
		result, err := Guarded(func(pass *analysis.Pass) (any, error) {
			pass.Reportf(0, "before")
			var none *Program
			return none.Path, nil
		})(pass)
		if result != nil || err != nil || len(reported) != 2 || reported[0] != "before" {
			t.Fatalf("%v, %v, reported %q", result, err, reported)
		}
		crash := reported[1]
		if driver {
			var m Message
			if err := json.Unmarshal([]byte(crash), &m); err != nil {
				t.Fatal(err)
			}
			crash = m.Crash
		}
		if !strings.HasPrefix(crash, "gracelint itself failed, in analyzers/lifecycle.") || !strings.Contains(crash, "(crash_test.go:") {
			t.Errorf("reported %q", crash)
		}
	}
}
