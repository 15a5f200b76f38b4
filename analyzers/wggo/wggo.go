// Package wggo reports WaitGroups that do not wait for the work that they count, so that the program exits in the
// middle of it.
package wggo

import (
	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
)

// Rules are the analyzer's rules.
var Rules = []*gracelint.Rule{earlyDone}

// Analyzer reports what Rules say.
var Analyzer = &analysis.Analyzer{
	Name:     "wggo",
	Doc:      gracelint.Doc("check that a WaitGroup waits for the work it counts", Rules),
	Requires: []*analysis.Analyzer{lifecycle.Analyzer, inspect.Analyzer},
	Run:      run,
}

func run(pass *analysis.Pass) (any, error) {
	result := pass.ResultOf[lifecycle.Analyzer].(*lifecycle.Result)
	if result.AtHand && importsSync(pass) {
		reportEarlyDone(pass, result)
	}
	return nil, nil
}

func importsSync(pass *analysis.Pass) bool {
	for _, imp := range pass.Pkg.Imports() {
		if imp.Path() == "sync" {
			return true
		}
	}
	return false
}
