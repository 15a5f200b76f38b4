package serverclose

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var lateRegistration = &gracelint.Rule{
	ID:       "serverclose/late-registration",
	Summary:  "the goroutine that serves adds its own stop to a shared list, which may be too late",
	Why:      "A goroutine begins some time after its go statement. When SIGTERM comes before the goroutine has added its server to the list, the shutdown finds nothing to stop, and the server starts after that. Writing and reading the list at the same time is a data race too. Measured: after a SIGTERM while the program was starting, SIGKILL was needed.",
	Advice:   "Add the stop to the list before the go statement.",
	Severity: gracelint.Warning,
}

func reportLateRegistration(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    lateRegistration,
		Message: fmt.Sprintf("what stops the server is added to %s by the goroutine that serves: a SIGTERM that comes before that finds nothing to stop, and reading the list meanwhile is a data race", v.What),
		Advice:  "add it before the goroutine starts",
	})
}
