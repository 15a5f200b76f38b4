package analyzers_test

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// What goes wrong where a program learns of SIGTERM.
var signalFaults = []operator{
	{"drop SIGTERM", "signalnotify/missing-sigterm", dropTerm},
	{"os.Kill for SIGTERM", "signalnotify/uncatchable", killForTerm},
	{"SIGINT|SIGTERM", "signalnotify/ored", orTerm},
	{"Notify with no signal", "signalnotify/catch-all", notifyAll},
	{"no buffer", "signalnotify/unbuffered", noBuffer},
	{"drop the registration", "signalnotify/missing-handler", dropRegistration},
	{"register below the start", "signalnotify/too-late", registerBelow},
	{"ignore SIGTERM", "signalnotify/ignored", ignoreTerm},
	{"exit at the signal", "signalnotify/exits-at-once", exitAtSignal},
	{"requests get the signal's context", "serverclose/cancelled-requests", cancelRequests},
}

// span returns the bytes of the node; of a statement with a block, those before the block.
func (c *cursor) span() span {
	start, end := c.node().Pos(), c.node().End()
	switch n := c.node().(type) {
	case *ast.IfStmt:
		end = n.Body.Lbrace
	case *ast.ForStmt:
		end = n.Body.Lbrace
	case *ast.RangeStmt:
		end = n.Body.Lbrace
	}
	return span{c.pkg, c.file, c.offset(start), c.offset(end)}
}

// seen returns where a finding about the cursor's statement may stand: there, or, when that is in another package, where
// main comes to it.
func (c *cursor) seen() []span {
	at := c.statement()
	if at == nil {
		at = c
	}
	return append(c.reached(), at.span())
}

// reached returns the places in package main through which the cursor's function is reached from it, if that is in
// another package.
func (c *cursor) reached() []span {
	var places []span
	if fn := c.declared(); fn != nil && !c.pkg.isMain() {
		for _, way := range c.ways(fn) {
			if at := way.statement(); at != nil {
				places = append(places, at.span())
			}
		}
		for _, run := range c.calls("(*github.com/oklog/run.Group).Run") { // which calls what it was given
			places = append(places, run.statement().span())
		}
	}
	return places
}

// put returns a fault that adds a text at an offset of the cursor's file, after the node or in it.
func (c *cursor) put(at edit) fault {
	return fault{at: c, edits: []edit{at}, places: append(c.reached(), span{c.pkg, c.file, at.start, at.start})}
}

func seen(cursors []*cursor) []span {
	var places []span
	for _, c := range cursors {
		places = append(places, c.seen()...)
	}
	return places
}

// registrations returns the calls that register for signals.
func (s *service) registrations() []*cursor {
	return slices.Concat(s.calls("os/signal.Notify"), s.calls("os/signal.NotifyContext"), s.calls("github.com/oklog/run.SignalHandler"))
}

// registrations returns those of the package.
func (p *servicePackage) registrations(s *service) []*cursor {
	return slices.DeleteFunc(s.registrations(), func(c *cursor) bool { return c.pkg != p })
}

// A listedSignal is SIGTERM in the list of those that are registered.
type listedSignal struct {
	*cursor
	before ast.Expr // the signal in front of it
}

func (s *service) terms() []listedSignal {
	var terms []listedSignal
	for _, c := range nodes[*ast.SelectorExpr](s) {
		if c.text(c.node()) != "syscall.SIGTERM" {
			continue
		}
		var list []ast.Expr
		switch around := c.up(1).node().(type) {
		case *ast.CallExpr:
			list = around.Args
		case *ast.CompositeLit:
			list = around.Elts
		}
		if i := slices.Index(list, c.node().(ast.Expr)); i > 0 {
			terms = append(terms, listedSignal{c, list[i-1]})
		}
	}
	return terms
}

// faults returns the fault that an edit makes of each SIGTERM.
func (s *service) termFaults(change func(term listedSignal) edit) []fault {
	var faults []fault
	for _, term := range s.terms() {
		faults = append(faults, fault{
			at:     term.cursor,
			edits:  []edit{change(term)},
			places: append(term.seen(), seen(term.pkg.registrations(s))...),
		})
	}
	return faults
}

func dropTerm(s *service) []fault {
	if len(s.starts) == 0 {
		return nil // without a server, SIGINT alone may be what is wanted
	}
	return s.termFaults(func(term listedSignal) edit {
		return edit{term.offset(term.before.End()), term.offset(term.node().End()), ""}
	})
}

func killForTerm(s *service) []fault {
	return s.termFaults(func(term listedSignal) edit { return term.replace(term.node(), "os.Kill") })
}

func orTerm(s *service) []fault {
	return s.termFaults(func(term listedSignal) edit {
		return edit{term.offset(term.before.Pos()), term.offset(term.node().End()), "syscall.SIGINT|syscall.SIGTERM"}
	})
}

func notifyAll(s *service) []fault {
	var faults []fault
	for _, c := range s.registrations() {
		args := c.node().(*ast.CallExpr).Args
		faults = append(faults, fault{
			at:     c,
			edits:  []edit{{c.offset(args[0].End()), c.offset(c.node().End()) - 1, ""}},
			places: c.seen(),
		})
	}
	return faults
}

func noBuffer(s *service) []fault {
	var faults []fault
	for _, c := range nodes[*ast.CallExpr](s) {
		call := c.node().(*ast.CallExpr)
		if c.text(call.Fun) != "make" || len(call.Args) != 2 || c.text(call.Args[0]) != "chan os.Signal" {
			continue
		}
		faults = append(faults, fault{
			at:     c,
			edits:  []edit{{c.offset(call.Args[0].End()), c.offset(call.Args[1].End()), ""}},
			places: append(c.seen(), seen(c.pkg.registrations(s))...),
		})
	}
	return faults
}

// dropRegistration leaves a context that no signal ends, or a channel that none is sent on, in a program with a server.
func dropRegistration(s *service) []fault {
	if len(s.starts) == 0 {
		return nil
	}
	var faults []fault
	for _, c := range s.registrations() {
		call := c.node().(*ast.CallExpr)
		f := fault{at: c, places: seen(append(s.workerStarts(), s.starts...))}
		switch {
		case c.called() == "os/signal.NotifyContext":
			f.edits = []edit{c.replace(call, "context.WithCancel("+c.text(call.Args[0])+")")}
		default:
			f.edits = []edit{c.replace(c.statement().node(), "")}
		}
		faults = append(faults, f)
	}
	return faults
}

// workerStarts returns what starts workers, which the program has beside its servers.
func (s *service) workerStarts() []*cursor {
	return methods(s, map[string]bool{
		"(*github.com/robfig/cron/v3.Cron).Start": true,
	})
}

// registerBelow moves a registration below a start that blocks in the same function.
func registerBelow(s *service) []fault {
	var faults []fault
	for _, c := range s.calls("os/signal.Notify") {
		stmt := c.statement()
		siblings, i := stmt.siblings()
		for j, below := range siblings[i+1:] {
			if start := stmt.sibling(below); j > 0 && start.blocks() {
				text := "; " + c.text(stmt.node())
				f := start.put(start.insert(below.End(), text))
				f.edits = append(f.edits, c.replace(stmt.node(), ""))
				faults = append(faults, f)
			}
		}
	}
	return faults
}

// sibling returns the cursor for another statement of the same block.
func (c *cursor) sibling(stmt ast.Stmt) *cursor {
	return &cursor{c.service, c.pkg, c.file, append(slices.Clone(c.stack[:len(c.stack)-1]), stmt)}
}

// names returns the places below at which a function is named from which a target is reached.
func (c *cursor) names(isTarget func(*types.Func) bool) []*cursor {
	return c.find(func(below *cursor) bool {
		id, ok := below.node().(*ast.Ident)
		if !ok || below.pkg.info.Uses[id] == nil {
			return false
		}
		fn := below.named(id)
		return fn != nil && c.reaches(fn, isTarget)
	})
}

// blocks reports whether the statement starts a server, not in a goroutine or a closure.
func (c *cursor) blocks() bool {
	return slices.ContainsFunc(c.names(isServe), func(below *cursor) bool {
		around := below.outer(func(n ast.Node) bool { return isFunc(n) || isA[*ast.GoStmt](n) })
		return len(around.stack) < len(c.stack)
	})
}

// isServe is isStart for those that return when serving is over.
func isServe(fn *types.Func) bool { return isStart(fn) && !strings.Contains(fn.FullName(), "asynq") }

func ignoreTerm(s *service) []fault {
	var faults []fault
	for _, c := range s.registrations() {
		if stmt := c.statement(); c.called() != "github.com/oklog/run.SignalHandler" {
			faults = append(faults, c.put(c.insert(stmt.node().End(), "; signal.Ignore(syscall.SIGTERM)")))
		}
	}
	return faults
}

// exitAtSignal exits where a function has received the signal upon which it stops a server.
func exitAtSignal(s *service) []fault {
	var faults []fault
	for _, c := range s.all(func(c *cursor) bool { return c.signalReceive() != nil }) {
		fn := c.function()
		if len(s.starts) == 0 || len(fn.names(isStop)) == 0 && !c.stopsArguments() || c.afterReceive() {
			continue
		}
		if clause := c.outer(isA[*ast.CommClause]); clause != nil && c.node().End() <= clause.node().(*ast.CommClause).Colon {
			faults = append(faults, c.put(c.insert(clause.node().(*ast.CommClause).Colon+1, " os.Exit(0);")))
		} else {
			faults = append(faults, c.put(c.insert(c.statement().node().End(), "; os.Exit(0)")))
		}
	}
	for _, c := range s.calls("context.AfterFunc") {
		if literal, ok := c.node().(*ast.CallExpr).Args[1].(*ast.FuncLit); ok {
			faults = append(faults, c.put(c.insert(literal.Body.Lbrace+1, " os.Exit(0);")))
		}
	}
	return faults
}

// stopsArguments reports whether the function around is given functions that stop servers.
func (c *cursor) stopsArguments() bool {
	fn := c.declared()
	return slices.ContainsFunc(c.stops, func(stop *cursor) bool {
		call := stop.outer(func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			return ok && stop.named(call.Fun) == fn
		})
		return call != nil
	})
}

// afterReceive reports whether the signal has been received before, so that this is a second one.
func (c *cursor) afterReceive() bool {
	fn := c.outer(isA[*ast.FuncDecl])
	return slices.ContainsFunc(fn.find(func(below *cursor) bool { return below.signalReceive() != nil }), func(below *cursor) bool {
		return below.node().End() < c.node().Pos()
	})
}

// cancelRequests gives a server's requests the context that the signal ends, where both are at hand.
func cancelRequests(s *service) []fault {
	const base = "BaseContext: func(net.Listener) context.Context { return "
	var faults []fault
	for _, c := range nodes[*ast.CompositeLit](s) {
		if types.TypeString(c.pkg.info.TypeOf(c.node().(ast.Expr)), nil) != "net/http.Server" || side.MatchString(c.text(c.up(1).node())) {
			continue
		}
		if name := c.signalContext(); name != "" {
			if old := c.baseContext(); old != nil {
				faults = append(faults, fault{at: c, edits: []edit{c.replace(old, base+name+" }")}, places: c.seen()})
			} else {
				faults = append(faults, fault{at: c, edits: []edit{c.insert(c.node().(*ast.CompositeLit).Lbrace+1, base+name+" }, ")}, places: c.seen()})
			}
		}
	}
	for _, c := range nodes[*ast.AssignStmt](s) {
		assign := c.node().(*ast.AssignStmt)
		call, ok := assign.Rhs[0].(*ast.CallExpr)
		if !ok || len(assign.Lhs) != 1 || types.TypeString(c.pkg.info.TypeOf(call), nil) != "*net/http.Server" || side.MatchString(c.text(call.Fun)) {
			continue
		}
		if name := c.signalContext(); name != "" {
			text := "; " + c.text(assign.Lhs[0]) + ".BaseContext = " + strings.TrimPrefix(base, "BaseContext: ") + name + " }"
			faults = append(faults, c.put(c.insert(assign.End(), text)))
		}
	}
	return faults
}

func (c *cursor) baseContext() ast.Node {
	for _, elt := range c.node().(*ast.CompositeLit).Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok && c.text(kv.Key) == "BaseContext" {
			return kv
		}
	}
	return nil
}

// signalContext returns the name of a context that the signal ends, and which is visible at the place; or "".
func (c *cursor) signalContext() string {
	for obj := range c.signals {
		if c.visible(obj.Name()) == obj {
			return obj.Name()
		}
	}
	return ""
}
