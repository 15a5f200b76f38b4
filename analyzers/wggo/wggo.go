// Package wggo reports WaitGroups that do not wait for the work that they count, so that the program exits in the
// middle of it, or that wait for ever.
//
// groups.go holds what a package does with its groups, starts.go the goroutines that it starts, paths.go the ways
// through one, and joins.go the calls of Wait at the end of something; the rules, a file each, ask these.
package wggo

import (
	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

// Rules are the analyzer's rules, in the order in which they speak.
var Rules = []*gracelint.Rule{doneInGo, earlyDone, missingDone, skippedDone, addInGoroutine, deferOrder}

// Analyzer reports what Rules say.
var Analyzer = &analysis.Analyzer{
	Name:     "wggo",
	Doc:      gracelint.Doc("check that a WaitGroup waits for the work it counts", Rules),
	Requires: []*analysis.Analyzer{lifecycle.Analyzer},
	Run:      lifecycle.Guarded(run),
}

func run(pass *analysis.Pass) (any, error) {
	result := pass.ResultOf[lifecycle.Analyzer].(*lifecycle.Result)
	if !result.AtHand || !importsSync(pass) {
		return nil, nil
	}
	if g := newGroups(pass); g != nil {
		for _, report := range []func(*groups, *lifecycle.Result){
			reportDoneInGo, reportEarlyDone, reportMissingDone, reportSkippedDone, reportAddInGoroutine, reportDeferOrder,
		} {
			report(g, result)
		}
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
