package serverclose

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var discardedStop = &gracelint.Rule{
	ID:       "serverclose/discarded-stop",
	Summary:  "nothing waits for a stop that returns before it is done",
	Why:      "Some stops return when they have only begun. cron's Stop returns a context that is done when the last job has ended. Drain of nats and Stop of nsq work on in the background. A program that ends right after such a call cuts the jobs or messages that it is working on. Measured: the job that ran was lost.",
	Advice:   "Wait until the library says that it is done: the context that Stop returns for cron, with a limit, since a job may wait for what stops it; a ClosedHandler for nats, <-consumer.StopChan for nsq.",
	Severity: gracelint.Warning,
}

func reportDiscardedStop(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	f := lifecycle.Finding{
		Rule:    discardedStop,
		Message: fmt.Sprintf("%s returns at once and nothing waits until it is done: jobs or messages that are being worked on are cut when the program ends", v.What),
		Advice:  "wait for that before the program ends",
	}
	if v.Wait != "" {
		f.Advice += ", as by " + v.Wait
	} else if call, ok := v.At.(*ast.CallExpr); ok {
		f.Advice = "wait for the context that it returns, for a limited time"
		f.Fix = waitForResult(pass, call)
	}
	result.ReportVerdict(pass, v, f)
}

// waitForResult makes of a statement that drops what the call returns one that waits for it, for a time: a job may itself
// wait for what stops it. It is not safe: how long the stop may take is for its author to say.
func waitForResult(pass *analysis.Pass, call *ast.CallExpr) *lifecycle.Fix {
	done := ".Done()"
	switch pass.TypesInfo.TypeOf(call).Underlying().(type) {
	case *types.Interface: // the context
	case *types.Chan:
		done = ""
	default:
		return nil
	}
	stmt := lifecycle.StatementAt(pass, call.Pos())
	switch s := stmt.(type) {
	case *ast.ExprStmt:
		if s.X != call {
			return nil
		}
	case *ast.AssignStmt: // _ = c.Stop()
		if s.Tok != token.ASSIGN || len(s.Rhs) != 1 || s.Rhs[0] != call {
			return nil
		}
	default:
		return nil
	}
	edits, ok := lifecycle.Import(pass, call.Pos(), "time", "time")
	if !ok {
		return nil
	}
	indent := "\n" + strings.Repeat("\t", max(0, lifecycle.Position(pass.Fset, stmt.Pos()).Column-1))
	return &lifecycle.Fix{Message: "Wait until it is done, for 10 seconds at most", Edits: append(edits,
		analysis.TextEdit{Pos: stmt.Pos(), End: call.Pos(), NewText: []byte("select {" + indent + "case <-")},
		analysis.TextEdit{Pos: call.End(), End: call.End(), NewText: []byte(done + ":" + indent + "case <-time.After(10 * time.Second):" + indent + "}")},
	)}
}
