package serverclose

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var skippedCleanup = &gracelint.Rule{
	ID:       "serverclose/skipped-cleanup",
	Summary:  "os.Exit or its kin skips deferred calls that stop a server or flush what is buffered",
	Why:      "os.Exit, log.Fatal and their kin end the process at once, and no deferred call runs. That may be the Shutdown that lets open requests finish, or the flush of traces or messages. Measured: exit status 1 and every request in flight lost.",
	Advice:   "Do the work in a function that returns an error, and exit in main when it has returned. Its deferred calls have run by then.",
	Severity: gracelint.Warning,
}

func reportSkippedCleanup(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	lost := "requests in flight are cut"
	if v.Flushes {
		lost = "what is still buffered is lost"
	}
	when := "when Kubernetes stops the pod"
	if v.OneWay { // such as that on which a stop has failed
		when += " and the program comes to this exit"
	}
	f := lifecycle.Finding{
		Rule:    skippedCleanup,
		Message: fmt.Sprintf("%s%s ends the process before the deferred %s has run, so %s %s", v.Called(), v.In(), v.Other, lost, when),
		Advice:  fmt.Sprintf("return from the function that defers %s, and exit only then", v.Other),
	}
	if v.OtherAt.IsValid() {
		f.Related = []lifecycle.Related{{Pos: v.OtherAt, Message: v.Other + " is called here"}}
	}
	result.ReportVerdict(pass, v, f)
}
