package signalnotify

import (
	"fmt"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var missingHandler = &gracelint.Rule{
	ID:       "signalnotify/missing-handler",
	Summary:  "a program that serves, and catches neither SIGINT nor SIGTERM",
	Why:      "A Go program that does not catch SIGTERM is ended by it at once (as PID 1 with exit status 2): each deploy, scale-down and node drain cuts the requests in flight. A request that took 1 s and was 0.3 s old when SIGTERM came was lost in every run.",
	Advice:   "Make a context with signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM) in main; when it is done, shut the servers down and wait for that.",
	Severity: gracelint.Error,
}

func reportMissingHandler(pass *analysis.Pass, result *lifecycle.Result) {
	program := result.Program
	if program.Term != lifecycle.TermUnheard {
		return
	}
	shown := program.Servers[0]
	for _, s := range program.Servers {
		if !s.Side {
			shown = s
			break
		}
	}
	result.ReportServer(pass, &shown, lifecycle.Finding{
		Rule:    missingHandler,
		Strict:  program.SideOnly(),
		Message: fmt.Sprintf("this program serves (%s) and catches no SIGTERM, so it dies at once when Kubernetes stops the pod, and requests in flight are lost", names(pass, program)),
		Advice:  "catch it with signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM) and shut down when that context is done",
		Fault:   program.Fault(),
	})
}

// names lists the servers with their places.
func names(pass *analysis.Pass, program *lifecycle.Program) string {
	var list []string
	for _, s := range program.Servers {
		where := s.In(program)
		if where == "" {
			where = fmt.Sprintf(" on line %d", lifecycle.Position(pass.Fset, s.Start.Pos()).Line)
		}
		list = append(list, s.Name+where)
	}
	return strings.Join(list, ", ")
}
