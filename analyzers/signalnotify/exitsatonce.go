package signalnotify

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var exitsAtOnce = &gracelint.Rule{
	ID:       "signalnotify/exits-at-once",
	Summary:  "the handler of SIGTERM ends the process without stopping the server",
	Why:      "os.Exit and log.Fatal end the process at once, whatever is being served. Catching SIGTERM only to exit is no better than not catching it. Measured: every request in flight was lost.",
	Advice:   "When SIGTERM has come, shut the server down, wait for that, and exit only then.",
	Severity: gracelint.Error,
}

func reportExitsAtOnce(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    exitsAtOnce,
		Message: fmt.Sprintf("when SIGTERM comes, %s%s ends the process while the server still has requests in flight, and they are lost", v.Called(), v.In()),
		Advice:  "shut the server down first, and exit when that is done",
		Fault:   v.Program.Fault(),
	})
}
