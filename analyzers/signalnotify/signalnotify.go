// Package signalnotify reports programs that do not hear the signal by which Kubernetes stops them. What a program
// hears is decided in package lifecycle.
package signalnotify

import (
	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

// Rules are the analyzer's rules, in the order in which they speak.
var Rules = []*gracelint.Rule{
	ignored, uncatchable, ored, catchAll, missingSigterm, tooLate, neverReceived, exitsAtOnce, missingHandler,
	stopsOnNoise, closedChannel, unbuffered, lostStop,
}

// Analyzer reports what Rules say.
var Analyzer = &analysis.Analyzer{
	Name:     "signalnotify",
	Doc:      gracelint.Doc("check that SIGTERM reaches the program", Rules),
	Requires: []*analysis.Analyzer{lifecycle.Analyzer},
	Run:      lifecycle.Guarded(run),
}

func run(pass *analysis.Pass) (any, error) {
	result := pass.ResultOf[lifecycle.Analyzer].(*lifecycle.Result)
	reportUncatchable(pass, result)
	reportOred(pass, result)
	if result.Program != nil {
		reportMissingHandler(pass, result)
	}
	if pass.Pkg.Name() == "main" && result.Program == nil {
		reportMissingSigtermInTool(pass, result)
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
	ignored.ID:        reportIgnored,
	missingSigterm.ID: reportMissingSigterm,
	tooLate.ID:        reportTooLate,
	neverReceived.ID:  reportNeverReceived,
	exitsAtOnce.ID:    reportExitsAtOnce,
	catchAll.ID:       reportCatchAll,
	stopsOnNoise.ID:   reportStopsOnNoise,
	closedChannel.ID:  reportClosedChannel,
	unbuffered.ID:     reportUnbuffered,
	lostStop.ID:       reportLostStop,
}

// addSigterm returns the edits that put syscall.SIGTERM after, or in the place of, an expression.
func addSigterm(pass *analysis.Pass, edit analysis.TextEdit) []analysis.TextEdit {
	imports, ok := lifecycle.Import(pass, edit.Pos, "syscall", "syscall")
	if !ok {
		return nil
	}
	return append(imports, edit)
}
