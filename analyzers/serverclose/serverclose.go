// Package serverclose reports servers that are not stopped, or whose stop cannot work, so that requests in flight
// are cut. How a server is stopped is decided in package lifecycle.
package serverclose

import (
	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

// Rules are the analyzer's rules.
var Rules = []*gracelint.Rule{unstoppable, missingShutdown, deadContext}

// Analyzer reports what Rules say.
var Analyzer = &analysis.Analyzer{
	Name:     "serverclose",
	Doc:      gracelint.Doc("check that servers are shut down gracefully", Rules),
	Requires: []*analysis.Analyzer{lifecycle.Analyzer},
	Run:      run,
}

func run(pass *analysis.Pass) (any, error) {
	result := pass.ResultOf[lifecycle.Analyzer].(*lifecycle.Result)
	if result.Program != nil {
		for _, s := range result.Program.Servers {
			switch s.Stop {
			case lifecycle.Unstoppable:
				reportUnstoppable(pass, result, s)
			case lifecycle.StopNever:
				reportMissingShutdown(pass, result, s)
			}
		}
	}
	for _, stop := range result.DeadStops {
		reportDeadContext(pass, result, stop)
	}
	return nil, nil
}

// onSignal begins the advice of a program that has to catch the signal first.
func onSignal(program *lifecycle.Program) string {
	if program.Term == lifecycle.TermUnheard {
		return "catch SIGTERM with signal.NotifyContext, "
	}
	return ""
}
