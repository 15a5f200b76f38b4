package lifecycle

import (
	"github.com/gracelint/gracelint"
	"golang.org/x/tools/go/analysis"
)

// Guarded returns an analyzer's function that outlives a panic of run. An analyzer that fails takes with it all that
// requires it and, where it has facts, every package that imports this one; here only what it had not yet said is missing.
func Guarded(run func(*analysis.Pass) (any, error)) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (result any, err error) {
		guard(pass, pass.ResultOf[Analyzer].(*Result).driver, func() { result, err = run(pass) })
		return result, err
	}
}

// guard reports a panic of work in any host: a linter that has crashed and does not say so is trusted.
func guard(pass *analysis.Pass, driver bool, work func()) {
	crash := gracelint.Guard(work)
	if crash == "" || len(pass.Files) == 0 {
		return
	}
	if driver {
		crash = Message{Crash: crash}.encode()
	}
	pass.ReportRangef(pass.Files[0].Name, "%s", crash)
}
