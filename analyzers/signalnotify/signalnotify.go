// Package signalnotify reports programs that do not hear the signal by which Kubernetes stops them. What a program
// hears is decided in package lifecycle.
package signalnotify

import (
	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

// Rules are the analyzer's rules, in the order in which they speak.
var Rules = []*gracelint.Rule{uncatchable, missingHandler, missingSigterm}

// Analyzer reports what Rules say.
var Analyzer = &analysis.Analyzer{
	Name:     "signalnotify",
	Doc:      gracelint.Doc("check that SIGTERM reaches the program", Rules),
	Requires: []*analysis.Analyzer{lifecycle.Analyzer},
	Run:      run,
}

func run(pass *analysis.Pass) (any, error) {
	result := pass.ResultOf[lifecycle.Analyzer].(*lifecycle.Result)
	reportUncatchable(pass, result)
	if result.Program != nil {
		reportMissingHandler(pass, result)
	}
	if pass.Pkg.Name() == "main" {
		reportMissingSigterm(pass, result)
	}
	return nil, nil
}

// addSigterm returns the edits that put syscall.SIGTERM after, or in the place of, an expression.
func addSigterm(pass *analysis.Pass, edit analysis.TextEdit) []analysis.TextEdit {
	imports, ok := lifecycle.Import(pass, edit.Pos, "syscall", "syscall")
	if !ok {
		return nil
	}
	return append(imports, edit)
}
