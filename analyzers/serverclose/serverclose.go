// Package serverclose reports servers that are not stopped, or whose stop cannot work, so that requests in flight
// are cut. How a server is stopped is decided in package lifecycle.
package serverclose

import (
	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

// Rules are the analyzer's rules.
var Rules = []*gracelint.Rule{
	blockingGo, unreachableStop, unstoppable, abruptStop, missingShutdown, deadContext, cancelledRequests, unboundedStop,
	fatalOnClose, notAwaited, skippedCleanup, wrongOrder, acceptSpin, lateRegistration, discardedStop, healthStillServing,
}

// Analyzer reports what Rules say.
var Analyzer = &analysis.Analyzer{
	Name:     "serverclose",
	Doc:      gracelint.Doc("check that servers are shut down gracefully", Rules),
	Requires: []*analysis.Analyzer{lifecycle.Analyzer},
	Run:      lifecycle.Guarded(run),
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
	for i := range result.Verdicts {
		v := &result.Verdicts[i]
		if report := verdicts[v.Rule]; report != nil {
			report(pass, result, v)
		}
	}
	return nil, nil
}

// verdicts reports what lifecycle has decided, by rule.
var verdicts = map[string]func(*analysis.Pass, *lifecycle.Result, *lifecycle.Verdict){
	blockingGo.ID:         reportBlockingGo,
	acceptSpin.ID:         reportAcceptSpin,
	lateRegistration.ID:   reportLateRegistration,
	unreachableStop.ID:    reportUnreachableStop,
	abruptStop.ID:         reportAbruptStop,
	unboundedStop.ID:      reportUnboundedStop,
	fatalOnClose.ID:       reportFatalOnClose,
	notAwaited.ID:         reportNotAwaited,
	cancelledRequests.ID:  reportCancelledRequests,
	discardedStop.ID:      reportDiscardedStop,
	skippedCleanup.ID:     reportSkippedCleanup,
	wrongOrder.ID:         reportWrongOrder,
	healthStillServing.ID: reportHealthStillServing,
}

// onSignal begins the advice of a program that has to catch the signal first.
func onSignal(program *lifecycle.Program) string {
	if program.Term == lifecycle.TermUnheard {
		return "catch SIGTERM with signal.NotifyContext, "
	}
	return ""
}
