package analyzers_test

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"
)

// What operators have to know of libraries stands here once more: they test the table of package lifecycle.
var (
	startMethods = map[string]bool{
		"(*net/http.Server).ListenAndServe":         true,
		"(*net/http.Server).ListenAndServeTLS":      true,
		"(*net/http.Server).Serve":                  true,
		"(*google.golang.org/grpc.Server).Serve":    true,
		"(*github.com/labstack/echo/v4.Echo).Start": true,
		"(*github.com/hibiken/asynq.Server).Start":  true,
	}
	// stopMethods have, by the graceful stop, the abrupt one.
	stopMethods = map[string]string{
		"(*net/http.Server).Shutdown":                   "Close",
		"(*google.golang.org/grpc.Server).GracefulStop": "Stop",
		"(*github.com/labstack/echo/v4.Echo).Shutdown":  "Close",
		"(*github.com/hibiken/asynq.Server).Shutdown":   "",
	}
	abortMethods = map[string]bool{
		"(*net/http.Server).Close":                  true,
		"(*google.golang.org/grpc.Server).Stop":     true,
		"(*github.com/labstack/echo/v4.Echo).Close": true,
	}
	flushMethods = map[string]bool{"(*go.opentelemetry.io/otel/sdk/trace.TracerProvider).Shutdown": true}
)

// side matches what services call their servers for operators. Whether those are stopped matters little.
var side = regexp.MustCompile(`admin|health|probes`)

// A cursor is a place in a service: a node, and those around it.
type cursor struct {
	*service
	pkg   *servicePackage
	file  int
	stack []ast.Node // the file first, the node last
}

// all returns a cursor for each node of the service for which is returns true.
func (s *service) all(is func(c *cursor) bool) []*cursor {
	var found []*cursor
	for _, p := range s.packages {
		for i, file := range p.files {
			var stack []ast.Node
			ast.Inspect(file, func(n ast.Node) bool {
				if n == nil {
					stack = stack[:len(stack)-1]
					return false
				}
				stack = append(stack, n)
				if c := (&cursor{s, p, i, stack}); is(c) {
					c.stack = slices.Clone(stack)
					found = append(found, c)
				}
				return true
			})
		}
	}
	return found
}

// nodes returns a cursor for each node of a type.
func nodes[N ast.Node](s *service) []*cursor {
	return s.all(func(c *cursor) bool { _, ok := c.node().(N); return ok })
}

func (c *cursor) node() ast.Node { return c.stack[len(c.stack)-1] }

// up returns the cursor for the node that is n levels further out.
func (c *cursor) up(n int) *cursor {
	return &cursor{c.service, c.pkg, c.file, c.stack[:len(c.stack)-n]}
}

// outer returns the cursor for the innermost node around this one, itself included, for which is returns true; or nil.
func (c *cursor) outer(is func(n ast.Node) bool) *cursor {
	for i := range c.stack {
		if around := c.up(i); is(around.node()) {
			return around
		}
	}
	return nil
}

func isFunc(n ast.Node) bool {
	switch n.(type) {
	case *ast.FuncLit, *ast.FuncDecl:
		return true
	}
	return false
}

func isA[N ast.Node](n ast.Node) bool { _, ok := n.(N); return ok }

// function returns the function around, declared or not; or nil.
func (c *cursor) function() *cursor { return c.outer(isFunc) }

// declared returns the function that the place lies in, or nil.
func (c *cursor) declared() *types.Func {
	decl := c.outer(isA[*ast.FuncDecl])
	if decl == nil {
		return nil
	}
	return c.pkg.info.Defs[decl.node().(*ast.FuncDecl).Name].(*types.Func)
}

// statement returns the innermost statement around that stands in a block.
func (c *cursor) statement() *cursor {
	for i := range c.stack[:len(c.stack)-1] {
		around := c.up(i)
		if _, ok := around.node().(ast.Stmt); ok && isBlock(around.up(1).node()) {
			return around
		}
	}
	return nil
}

// siblings returns the statements of the block that a statement stands in, and its index.
func (c *cursor) siblings() ([]ast.Stmt, int) {
	var list []ast.Stmt
	switch block := c.up(1).node().(type) {
	case *ast.BlockStmt:
		list = block.List
	case *ast.CaseClause:
		list = block.Body
	case *ast.CommClause:
		list = block.Body
	}
	return list, slices.Index(list, c.node().(ast.Stmt))
}

// find returns a cursor for each node below for which is returns true.
func (c *cursor) find(is func(c *cursor) bool) []*cursor {
	return c.all(func(below *cursor) bool {
		return below.file == c.file && below.pkg == c.pkg && len(below.stack) > len(c.stack) && below.stack[len(c.stack)-1] == c.node() && is(below)
	})
}

func (c *cursor) offset(pos token.Pos) int { return int(pos - c.pkg.files[c.file].FileStart) }

func (c *cursor) text(n ast.Node) string {
	return c.pkg.sources[c.file][c.offset(n.Pos()):c.offset(n.End())]
}

func (c *cursor) replace(n ast.Node, text string) edit {
	return edit{c.offset(n.Pos()), c.offset(n.End()), text}
}

func (c *cursor) insert(pos token.Pos, text string) edit {
	return edit{c.offset(pos), c.offset(pos), text}
}

// object returns what an identifier or a selector names, or nil.
func (c *cursor) object(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return c.pkg.info.ObjectOf(e)
	case *ast.SelectorExpr:
		return c.pkg.info.ObjectOf(e.Sel)
	case *ast.IndexExpr: // of a generic function
		return c.object(e.X)
	}
	return nil
}

// function that an expression names, generic or not; or nil.
func (c *cursor) named(e ast.Expr) *types.Func {
	fn, _ := c.object(e).(*types.Func)
	if fn == nil {
		return nil
	}
	return fn.Origin()
}

func (c *cursor) fullName(e ast.Expr) string {
	if fn := c.named(e); fn != nil {
		return fn.FullName()
	}
	return ""
}

// called returns the full name of the function that a call calls, or "".
func (c *cursor) called() string {
	if call, ok := c.node().(*ast.CallExpr); ok {
		return c.fullName(call.Fun)
	}
	return ""
}

// calls returns the calls of a function.
func (s *service) calls(fullName string) []*cursor {
	return s.all(func(c *cursor) bool { return c.called() == fullName })
}

// methods returns the selectors that name one of the methods, be they called or not.
func methods[V any](s *service, named map[string]V) []*cursor {
	return s.all(func(c *cursor) bool {
		sel, ok := c.node().(*ast.SelectorExpr)
		if !ok {
			return false
		}
		_, ok = named[c.fullName(sel)]
		return ok && !side.MatchString(c.text(sel.X)) && !side.MatchString(c.pkg.listed.ImportPath)
	})
}

// call returns the call of the method that the cursor's selector names, or nil when it is a value.
func (c *cursor) call() *cursor {
	if call, ok := c.up(1).node().(*ast.CallExpr); ok && call.Fun == c.node() {
		return c.up(1)
	}
	return nil
}

func (c *cursor) receiver() ast.Expr { return c.node().(*ast.SelectorExpr).X }

// sort of a server, such as net/http.Server, by its method.
func (c *cursor) library() string {
	name := c.fullName(c.node().(ast.Expr))
	return name[:strings.LastIndexByte(name, '.')]
}

// A reference is where a function is named.
type reference struct {
	at     *cursor
	target *types.Func
}

func (s *service) learn() {
	s.refs = map[*types.Func][]reference{}
	var concrete []*types.Func
	for _, c := range nodes[*ast.FuncDecl](s) {
		if fn := c.declared(); fn.Signature().Recv() != nil {
			concrete = append(concrete, fn)
		}
	}
	for _, c := range nodes[*ast.Ident](s) {
		from, to := c.declared(), c.named(c.node().(*ast.Ident))
		if from == nil || to == nil || from == to {
			continue
		}
		s.refs[from] = append(s.refs[from], reference{c, to})
		if recv := to.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
			for _, method := range concrete {
				if method.Name() == to.Name() && types.Implements(method.Signature().Recv().Type(), recv.Type().Underlying().(*types.Interface)) {
					s.refs[from] = append(s.refs[from], reference{c, method})
				}
			}
		}
	}
	s.starts, s.stops, s.aborts = methods(s, startMethods), methods(s, stopMethods), methods(s, abortMethods)
	s.learnSignals()
}

// learnSignals follows the context that the signal ends.
func (s *service) learnSignals() {
	s.signals = map[types.Object]bool{}
	for known := -1; known < len(s.signals); {
		known = len(s.signals)
		for _, c := range nodes[*ast.AssignStmt](s) {
			assign := c.node().(*ast.AssignStmt)
			call, ok := assign.Rhs[0].(*ast.CallExpr)
			if !ok {
				continue
			}
			switch name := c.fullName(call.Fun); {
			case name == "os/signal.NotifyContext",
				strings.HasPrefix(name, "context.With") && name != "context.WithoutCancel" && c.endsWithSignal(call.Args[0]):
				s.signals[c.object(assign.Lhs[0])] = true
			case strings.HasSuffix(name, "errgroup.WithContext") && c.endsWithSignal(call.Args[0]):
				s.signals[c.object(assign.Lhs[1])] = true
			}
		}
		for _, c := range nodes[*ast.CallExpr](s) {
			call := c.node().(*ast.CallExpr)
			fn := c.named(call.Fun)
			for i, arg := range call.Args {
				if fn != nil && i < fn.Signature().Params().Len() && c.endsWithSignal(arg) {
					s.signals[fn.Signature().Params().At(i)] = true
				}
			}
		}
	}
}

// endsWithSignal reports whether an expression is a context that the signal ends.
func (c *cursor) endsWithSignal(e ast.Expr) bool {
	if call, ok := e.(*ast.CallExpr); ok {
		return strings.HasSuffix(c.fullName(call.Fun), "cobra.Command).Context")
	}
	return c.signals[c.object(e)]
}

// reaches reports whether the function names one of the targets, or another that does.
func (s *service) reaches(fn *types.Func, isTarget func(*types.Func) bool) bool {
	seen := map[*types.Func]bool{}
	var visit func(fn *types.Func) bool
	visit = func(fn *types.Func) bool {
		if isTarget(fn) {
			return true
		}
		if seen[fn] {
			return false
		}
		seen[fn] = true
		return slices.ContainsFunc(s.refs[fn], func(r reference) bool { return visit(r.target) })
	}
	return visit(fn)
}

func isStart(fn *types.Func) bool { return startMethods[fn.FullName()] }

func isStop(fn *types.Func) bool { _, ok := stopMethods[fn.FullName()]; return ok }

func isFlush(fn *types.Func) bool { return flushMethods[fn.FullName()] }

func closesDatabase(fn *types.Func) bool { return fn.FullName() == "(*database/sql.DB).Close" }

// ways returns the places in package main through which what stands in a function of another package is reached.
func (s *service) ways(fn *types.Func) []*cursor {
	var found []*cursor
	for from, refs := range s.refs {
		for _, r := range refs {
			if from.Pkg().Name() == "main" && r.target.Pkg() != from.Pkg() && s.reaches(r.target, func(to *types.Func) bool { return to == fn }) {
				found = append(found, r.at)
			}
		}
	}
	return found
}

// visible returns the variable that a name stands for at the place, or nil.
func (c *cursor) visible(name string) types.Object {
	scope := c.pkg.types.Scope().Innermost(c.node().Pos())
	if scope == nil {
		return nil
	}
	_, obj := scope.LookupParent(name, c.node().Pos())
	return obj
}

// ended returns the name of a context that the signal has ended before the place is reached, and which is visible
// there; or "".
func (c *cursor) ended() string {
	fn := c.function()
	if fn == nil {
		return ""
	}
	if call, ok := fn.up(1).node().(*ast.CallExpr); ok && fn.up(1).called() == "context.AfterFunc" {
		if id, ok := call.Args[0].(*ast.Ident); ok && c.visible(id.Name) == c.object(id) {
			return id.Name
		}
	}
	for _, done := range fn.find(func(below *cursor) bool { return below.signalReceive() != nil }) {
		id, ok := done.signalReceive().(*ast.Ident)
		if ok && done.node().End() < c.node().Pos() && done.function().node() == fn.node() && c.visible(id.Name) == c.object(id) {
			return id.Name
		}
	}
	return ""
}

// signalReceive returns the context or channel of a receive that waits for the signal, or nil.
func (c *cursor) signalReceive() ast.Expr {
	receive, ok := c.node().(*ast.UnaryExpr)
	if !ok || receive.Op != token.ARROW {
		return nil
	}
	if call, ok := receive.X.(*ast.CallExpr); ok {
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if ok && c.fullName(sel) == "(context.Context).Done" && c.endsWithSignal(sel.X) {
			return sel.X
		}
		return nil
	}
	if ch, ok := c.pkg.info.TypeOf(receive.X).Underlying().(*types.Chan); ok && ch.Elem().String() == "os.Signal" {
		return receive.X
	}
	return nil
}
