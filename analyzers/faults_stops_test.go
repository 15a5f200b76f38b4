package analyzers_test

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// What goes wrong where servers are started and stopped.
var stopFaults = []operator{
	{"drop the stop", "serverclose/missing-shutdown", dropStop},
	{"dead context", "serverclose/dead-context", deadContext},
	{"limit from a dead context", "serverclose/dead-context", deadParent},
	{"Close for Shutdown", "serverclose/abrupt-stop", abruptStop},
	{"http.ListenAndServe for a server's", "serverclose/unstoppable", bareServe},
	{"go log.Fatal(serve)", "serverclose/blocking-go", blockingGo},
	{"start without go", "serverclose/unreachable-stop", startWithoutGo},
	{"drop the ErrServerClosed test", "serverclose/fatal-on-close", fatalOnClose},
	{"return without the join", "serverclose/not-awaited", dropJoin},
	{"stop in a goroutine", "serverclose/not-awaited", stopInGoroutine},
}

// served returns where the servers are started that the stop may be of.
func (s *service) served(library string) []span {
	var places []span
	for _, start := range s.starts {
		if start.library() == library {
			places = append(places, start.seen()...)
		}
	}
	return places
}

// nothing returns a function that does nothing, of the type of an expression.
func (c *cursor) nothing(e ast.Expr) string {
	sig := c.pkg.info.TypeOf(e).(*types.Signature)
	text := types.TypeString(sig, func(p *types.Package) string { return p.Name() })
	if sig.Results().Len() > 0 {
		return text + " { return nil }"
	}
	return text + " {}"
}

// dropStop forgets a stop, and what would limit it in the same function.
func dropStop(s *service) []fault {
	var faults []fault
	for _, c := range s.stops {
		f := fault{at: c, edits: []edit{c.drop()}, places: s.served(c.library())}
		for _, abort := range s.aborts {
			if abort.declared() == c.declared() {
				f.edits = append(f.edits, abort.drop())
			}
		}
		faults = append(faults, f)
	}
	return faults
}

// drop leaves an error that is nil of a call that returns one, and of a method that is handed on a function that does
// nothing.
func (c *cursor) drop() edit {
	switch call := c.call(); {
	case call == nil:
		return c.replace(c.node(), c.nothing(c.node().(ast.Expr)))
	case isA[*ast.ExprStmt](call.up(1).node()):
		return call.replace(call.up(1).node(), "")
	default:
		return call.replace(call.node(), "error(nil)")
	}
}

// endedContext returns the name of a context that the signal has ended for sure before the place is reached; or "".
func (c *cursor) endedContext() string {
	name := c.ended()
	if name == "" || types.TypeString(c.visible(name).Type(), nil) != "context.Context" {
		return ""
	}
	for _, clause := range c.function().find(func(below *cursor) bool { return isA[*ast.CommClause](below.node()) }) {
		comm := clause.node().(*ast.CommClause)
		if comm.Comm == nil || c.text(comm.Comm) == "<-"+name+".Done()" || slices.Contains(c.stack, ast.Node(comm)) {
			continue
		}
		if len(comm.Body) == 0 || !isA[*ast.ReturnStmt](comm.Body[len(comm.Body)-1]) {
			return "" // that case goes on too
		}
	}
	return name
}

// deadContext hands a stop, or a function that stops, the context that the signal has ended.
func deadContext(s *service) []fault {
	var faults []fault
	for _, c := range s.contextCalls() {
		for _, arg := range c.node().(*ast.CallExpr).Args {
			if name := c.endedContext(); name != "" && isContext(c, arg) && c.text(arg) != name {
				faults = append(faults, fault{at: c, edits: []edit{c.replace(arg, name)}, places: c.seen()})
			}
		}
	}
	return faults
}

func isContext(c *cursor, e ast.Expr) bool {
	return types.TypeString(c.pkg.info.TypeOf(e), nil) == "context.Context"
}

// takesContext is isStop for those that are given a context.
func takesContext(fn *types.Func) bool {
	return isStop(fn) && fn.Signature().Params().Len() > 0
}

// contextCalls returns the calls, not of what makes contexts, that stop or flush something.
func (s *service) contextCalls() []*cursor {
	return s.all(func(c *cursor) bool {
		call, ok := c.node().(*ast.CallExpr)
		if !ok || side.MatchString(c.text(call.Fun)) || strings.HasPrefix(c.called(), "context.") {
			return false
		}
		fn := c.named(call.Fun)
		return fn != nil && !isA[*ast.FuncLit](call.Fun) && (s.reaches(fn, takesContext) && !s.reaches(fn, isStart) || s.reaches(fn, isFlush)) &&
			slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return isContext(c, arg) })
	})
}

// deadParent derives the context of a stop from the one that the signal has ended.
func deadParent(s *service) []fault {
	var faults []fault
	for _, c := range s.calls("context.WithTimeout") {
		parent := c.node().(*ast.CallExpr).Args[0]
		name := c.endedContext()
		assign, ok := c.up(1).node().(*ast.AssignStmt)
		if name == "" || !ok || c.text(parent) == name {
			continue
		}
		obj := c.object(assign.Lhs[0])
		f := fault{at: c, edits: []edit{c.replace(parent, name)}}
		for _, stop := range s.contextCalls() {
			if slices.ContainsFunc(stop.node().(*ast.CallExpr).Args, func(arg ast.Expr) bool { return stop.object(arg) == obj }) {
				f.places = append(f.places, stop.seen()...)
			}
		}
		if f.places != nil {
			faults = append(faults, f)
		}
	}
	return faults
}

func abruptStop(s *service) []fault {
	var faults []fault
	for _, c := range s.stops {
		sel := c.node().(*ast.SelectorExpr)
		abrupt := stopMethods[c.fullName(sel)]
		if abrupt == "" {
			continue
		}
		f := fault{at: c, places: c.seen()}
		sig := c.pkg.info.TypeOf(sel).(*types.Signature)
		switch call := c.call(); {
		case call != nil:
			f.edits = []edit{call.replace(call.node(), c.text(sel.X)+"."+abrupt+"()")}
		case sig.Params().Len() == 1:
			f.edits = []edit{c.replace(sel, "func(context.Context) error { return "+c.text(sel.X)+"."+abrupt+"() }")}
		default: // a method expression
			f.edits = []edit{c.replace(sel, "func(s *http.Server, _ context.Context) error { return s."+abrupt+"() }")}
		}
		faults = append(faults, f)
	}
	return faults
}

func bareServe(s *service) []fault {
	var faults []fault
	for _, c := range s.starts {
		call := c.call()
		if call == nil || c.library() != "(*net/http.Server)" {
			continue
		}
		srv, args := c.text(c.receiver()), call.node().(*ast.CallExpr).Args
		var text string
		switch c.node().(*ast.SelectorExpr).Sel.Name {
		case "ListenAndServe":
			text = "http.ListenAndServe(" + srv + ".Addr, " + srv + ".Handler)"
		case "ListenAndServeTLS":
			text = "http.ListenAndServeTLS(" + srv + ".Addr, " + c.text(args[0]) + ", " + c.text(args[1]) + ", " + srv + ".Handler)"
		case "Serve":
			text = "http.Serve(" + c.text(args[0]) + ", " + srv + ".Handler)"
		}
		faults = append(faults, fault{at: c, edits: []edit{call.replace(call.node(), text)}, places: c.seen()})
	}
	return faults
}

// goStarts returns the go statements that start servers.
func (s *service) goStarts() []*cursor {
	return slices.DeleteFunc(nodes[*ast.GoStmt](s), func(c *cursor) bool {
		return side.MatchString(c.text(c.node())) || side.MatchString(c.pkg.listed.ImportPath) || len(c.names(isServe)) == 0
	})
}

// blockingGo has the go statement's argument serve: that is evaluated first.
func blockingGo(s *service) []fault {
	var faults []fault
	for _, c := range s.goStarts() {
		for _, start := range c.names(isServe) {
			call := start.outer(isA[*ast.CallExpr])
			if call == nil || !call.fails() || strings.Contains(c.text(c.node()), ".Done()") {
				continue // the Done would be gone too
			}
			faults = append(faults, fault{at: c, edits: []edit{c.replace(c.node(), "go log.Fatal("+c.text(call.node())+")")}, places: c.seen()})
		}
	}
	return faults
}

// fails reports whether the call returns an error alone.
func (c *cursor) fails() bool {
	return types.TypeString(c.pkg.info.TypeOf(c.node().(ast.Expr)), nil) == "error"
}

// startWithoutGo starts a server, the last one of a function, before the function, or its caller in main, comes to what
// stops it.
func startWithoutGo(s *service) []fault {
	var faults []fault
	for _, c := range s.goStarts() {
		if c.outer(isA[*ast.GoStmt]) != c && c.up(1).outer(isA[*ast.GoStmt]) != nil || len(c.below(isServe)) > 0 {
			continue
		}
		go_ := c.node().(*ast.GoStmt)
		f := fault{at: c, edits: []edit{{c.offset(go_.Go), c.offset(go_.Call.Pos()), ""}}}
		f.places = append(f.places, seen(c.below(isStop))...)
		if fn := c.declared(); !c.pkg.isMain() {
			for _, way := range s.ways(fn) {
				if way.up(1).outer(isA[*ast.GoStmt]) == nil {
					f.places = append(f.places, seen(way.below(isStop))...)
				}
			}
		}
		if len(f.places) == 0 {
			continue
		}
		for _, registration := range s.registrations() {
			if registration.node().Pos() > c.node().End() && registration.declared() == c.declared() {
				f.rules, f.places = []string{"signalnotify/too-late"}, append(f.places, registration.seen()...)
			}
		}
		faults = append(faults, f)
	}
	return faults
}

// below returns the places in the same function, after the cursor's statement, at which a function is named from which a
// target is reached.
func (c *cursor) below(isTarget func(*types.Func) bool) []*cursor {
	return slices.DeleteFunc(c.function().names(isTarget), func(other *cursor) bool {
		return other.node().Pos() < c.statement().node().End()
	})
}

// fatalOnClose ends the process on every error of a start, where the code looks whether that is ErrServerClosed.
func fatalOnClose(s *service) []fault {
	var faults []fault
	for _, c := range nodes[*ast.IfStmt](s) {
		stmt := c.node().(*ast.IfStmt)
		cond := c.text(stmt.Cond)
		if !strings.Contains(cond, "!errors.Is(err, http.ErrServerClosed)") && !strings.Contains(cond, "err != http.ErrServerClosed") || side.MatchString(c.pkg.listed.ImportPath) {
			continue
		}
		at := span{c.pkg, c.file, c.offset(stmt.Body.Lbrace), c.offset(stmt.Body.Lbrace)}
		faults = append(faults, fault{
			at:     c,
			edits:  []edit{c.replace(stmt.Cond, "err != nil"), c.insert(stmt.Body.Lbrace+1, " log.Fatal(err);")},
			places: append(c.reached(), span{at.pkg, at.file, at.start, at.start + 1}),
		})
	}
	return faults
}

// dropJoin drops the wait for a stop in another goroutine, after a start that blocks.
func dropJoin(s *service) []fault {
	var faults []fault
	for _, c := range nodes[*ast.ExprStmt](s) {
		receive, ok := c.node().(*ast.ExprStmt).X.(*ast.UnaryExpr)
		if !ok || types.TypeString(c.pkg.info.TypeOf(receive), nil) != "struct{}" || strings.HasSuffix(c.text(receive), ".Done()") {
			continue
		}
		siblings, i := c.siblings()
		if i > 0 && slices.ContainsFunc(siblings[:i], func(stmt ast.Stmt) bool { return c.sibling(stmt).blocks() }) {
			faults = append(faults, fault{at: c, edits: []edit{c.replace(c.node(), "")}, places: seen(s.stops)})
		}
	}
	return faults
}

// stopInGoroutine does not wait for the stop of a server whose start returns when the stop begins.
func stopInGoroutine(s *service) []fault {
	var faults []fault
	for _, c := range s.stops {
		call := c.call()
		if call == nil || strings.Contains(c.library(), "grpc") || strings.Contains(c.library(), "asynq") || !isA[*ast.FuncDecl](c.function().node()) {
			continue
		}
		f := fault{at: c, places: c.seen()}
		switch stmt := c.statement(); n := stmt.node().(type) {
		case *ast.ExprStmt:
			f.edits = []edit{c.insert(n.Pos(), "go ")}
		case *ast.IfStmt:
			if len(stmt.find(func(below *cursor) bool { return isA[*ast.ReturnStmt](below.node()) })) > 0 {
				continue
			}
			f.edits = []edit{c.insert(n.Pos(), "go func() { "), c.insert(n.End(), " }()")}
		case *ast.ReturnStmt:
			if n.Results[0] != call.node() {
				continue
			}
			f.edits = []edit{c.replace(n, "go "+c.text(call.node())+"; return nil")}
		default:
			continue
		}
		faults = append(faults, f)
	}
	return faults
}
