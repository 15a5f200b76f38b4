package serverclose

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

var fatalOnClose = &gracelint.Rule{
	ID:       "serverclose/fatal-on-close",
	Summary:  "the process exits on http.ErrServerClosed or its like, which comes when the graceful stop begins",
	Why:      "As soon as Shutdown begins, ListenAndServe returns http.ErrServerClosed. Other libraries do the same with an error of their own. log.Fatal, os.Exit or panic on that error ends the process in the middle of the drain. Measured: exit status 1 and every request in flight lost.",
	Advice:   "Let that error pass: if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { log.Fatal(err) }.",
	Severity: gracelint.Error,
}

func reportFatalOnClose(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	f := lifecycle.Finding{
		Rule:    fatalOnClose,
		Strict:  v.Server.Side,
		Message: fmt.Sprintf("%s%s ends the process as soon as the graceful stop of this %s begins, since the call that serves returns %s then, and requests in flight are cut", v.Called(), v.In(), v.Server.Name, v.Server.Sentinel),
		Advice:  "exit only on an error that is not " + v.Server.Sentinel,
	}
	if call, ok := v.At.(*ast.CallExpr); ok && v.Elsewhere == nil {
		f.Fix = letPass(pass, v.Server.Sentinel, call)
	}
	result.ReportVerdict(pass, v, f)
}

// letPass makes the exit depend on the error not being the sentinel. It is not safe: the exit may be what ended the
// program, whose main waits for ever, or for what comes after the call that serves.
func letPass(pass *analysis.Pass, sentinel string, exit *ast.CallExpr) *lifecycle.Fix {
	is := "err != nil"
	var edits []analysis.TextEdit
	switch sentinel {
	case "nil":
	case "http.ErrServerClosed":
		is += " && !errors.Is(err, http.ErrServerClosed)"
		for _, path := range []string{"errors", "net/http"} {
			imports, ok := lifecycle.Import(pass, exit.Pos(), path, path[strings.LastIndexByte(path, '/')+1:])
			if !ok {
				return nil
			}
			edits = append(edits, imports...)
		}
	default:
		return nil
	}
	for _, file := range pass.Files {
		if file.FileStart > exit.Pos() || exit.Pos() >= file.FileEnd {
			continue
		}
		path, _ := astutil.PathEnclosingInterval(file, exit.Pos(), exit.End())
		stmt, ok := path[1].(*ast.ExprStmt)
		if !ok {
			return nil
		}
		change := narrow(pass, stmt, path[2:], is)
		if change == nil {
			change = guard(pass, stmt, exit, is, indentation(pass, path[1:]))
		}
		if change == nil {
			return nil
		}
		return &lifecycle.Fix{Message: "Let " + sentinel + " pass", Edits: append(edits, change...)}
	}
	return nil
}

// narrow adds to the condition of an if statement that does nothing but report the error and exit on it.
func narrow(pass *analysis.Pass, exit *ast.ExprStmt, around []ast.Node, is string) []analysis.TextEdit {
	body, _ := around[0].(*ast.BlockStmt)
	branch, ok := around[1].(*ast.IfStmt)
	if !ok || body != branch.Body || branch.Else != nil || !onlyReports(pass, body, exit) {
		return nil
	}
	cond, ok := ast.Unparen(branch.Cond).(*ast.BinaryExpr)
	if !ok || cond.Op != token.NEQ {
		return nil
	}
	operand := cond.X
	if isNil(pass, operand) {
		operand = cond.Y
	} else if !isNil(pass, cond.Y) {
		return nil
	}
	err, ok := operand.(*ast.Ident)
	if !ok {
		return nil
	}
	if v, ok := pass.TypesInfo.Uses[err].(*types.Var); !ok || v.Kind() == types.ParamVar {
		return nil // every caller would be affected
	}
	is = strings.ReplaceAll(strings.TrimPrefix(is, "err != nil"), "(err,", "("+err.Name+",")
	if is == "" {
		return nil
	}
	return []analysis.TextEdit{{Pos: branch.Cond.End(), End: branch.Cond.End(), NewText: []byte(is)}}
}

func isNil(pass *analysis.Pass, expr ast.Expr) bool { return pass.TypesInfo.Types[expr].IsNil() }

// onlyReports reports whether the block calls functions that are told something and then exits. What else it may do
// would be left undone when the sentinel passes.
func onlyReports(pass *analysis.Pass, block *ast.BlockStmt, exit *ast.ExprStmt) bool {
	for _, stmt := range block.List {
		if stmt == ast.Stmt(exit) {
			return true
		}
		expr, ok := stmt.(*ast.ExprStmt)
		if !ok {
			return false
		}
		call, ok := expr.X.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 || pass.TypesInfo.Types[call.Fun].IsBuiltin() {
			return false
		}
	}
	return false
}

// guard puts an exit on what a call returns under a condition.
func guard(pass *analysis.Pass, stmt *ast.ExprStmt, exit *ast.CallExpr, is, indent string) []analysis.TextEdit {
	var start *ast.CallExpr
	for _, arg := range exit.Args {
		call, ok := arg.(*ast.CallExpr)
		switch {
		case ok && start == nil && types.Identical(pass.TypesInfo.TypeOf(call), types.Universe.Lookup("error").Type()):
			start = call
		case pass.TypesInfo.Types[arg].Value == nil:
			return nil
		}
	}
	if start == nil {
		return nil
	}
	var source strings.Builder
	if err := format.Node(&source, pass.Fset, start); err != nil {
		return nil
	}
	return []analysis.TextEdit{
		{Pos: stmt.Pos(), End: stmt.Pos(), NewText: []byte("if err := " + source.String() + "; " + is + " {" + indent + "\t")},
		{Pos: start.Pos(), End: start.End(), NewText: []byte("err")},
		{Pos: stmt.End(), End: stmt.End(), NewText: []byte(indent + "}")},
	}
}

// indentation begins a line like the one on which a statement, with what is around it, stands.
func indentation(pass *analysis.Pass, around []ast.Node) string {
	at := lifecycle.Position(pass.Fset, around[0].Pos())
	tabs := at.Column - 1
	for _, n := range around {
		if outer := lifecycle.Position(pass.Fset, n.Pos()); outer.Line == at.Line {
			tabs = min(tabs, outer.Column-1)
		}
	}
	return "\n" + strings.Repeat("\t", max(0, tabs))
}
