package analyzers_test

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// What goes wrong around the stop: what is closed, skipped, and waited for.
var otherFaults = []operator{
	{"close the database first", "serverclose/wrong-order", closeFirst},
	{"close the database at the signal", "serverclose/wrong-order", closeAtSignal},
	{"log.Fatal past the deferred stop", "serverclose/skipped-cleanup", skipCleanup},
	{"Done first", "wggo/early-done", doneFirst},
	{"Done last", "wggo/skipped-done", doneLast},
	{"drop Done", "wggo/missing-done", dropDone},
}

// closings returns the calls in a function that also stops a server, or the one that is deferred in its caller, which
// close the database.
func (s *service) closings() []*cursor {
	return s.all(func(c *cursor) bool {
		call, ok := c.node().(*ast.CallExpr)
		if !ok || len(call.Args) > 0 || isA[*ast.FuncLit](call.Fun) {
			return false
		}
		fn := c.named(call.Fun)
		return fn != nil && s.reaches(fn, closesDatabase) && !s.reaches(fn, isStop) && c.function() != nil
	})
}

// closeFirst closes the database right before the first stop of the function. A statement that waits for the signal too
// would have the program serve without a database from the start.
func closeFirst(s *service) []fault {
	var faults []fault
	for _, c := range s.closings() {
		fn := c.function()
		for _, stop := range fn.names(isStop) {
			stmt := stop.statement()
			if stop.function().node() != fn.node() || len(stmt.names(isStart)) > 0 || len(stmt.names(isRegistrar)) > 0 {
				continue
			}
			faults = append(faults, stmt.put(stmt.insert(stmt.node().Pos(), c.text(c.node())+"; ")))
			break
		}
	}
	return faults
}

func isRegistrar(fn *types.Func) bool { return strings.HasPrefix(fn.FullName(), "os/signal.Notify") }

// closeAtSignal closes the database in a goroutine that waits for the signal, while the server drains.
func closeAtSignal(s *service) []fault {
	var faults []fault
	for _, c := range s.closings() {
		stmt := c.statement()
		name := c.signalContext()
		if !isA[*ast.DeferStmt](stmt.node()) || name == "" || len(c.function().names(isStart)) == 0 {
			continue
		}
		faults = append(faults, stmt.put(stmt.insert(stmt.node().End(), "; go func() { <-"+name+".Done(); "+c.text(c.node())+" }()")))
	}
	return faults
}

// skipCleanup exits in place of a return, after a start, in a function that has deferred a stop or a flush. To the case of
// a select that is not the signal's SIGTERM does not lead.
func skipCleanup(s *service) []fault {
	var faults []fault
	for _, c := range nodes[*ast.ReturnStmt](s) {
		fn := c.function()
		results := c.node().(*ast.ReturnStmt).Results
		if len(results) != 1 || c.text(results[0]) == "nil" || types.TypeString(c.pkg.info.TypeOf(results[0]), nil) != "error" {
			continue
		}
		if clause := c.outer(isA[*ast.CommClause]); clause != nil && len(clause.find(func(below *cursor) bool { return below.signalReceive() != nil })) == 0 {
			continue
		}
		own := func(stmt *cursor) bool {
			return stmt.function().node() == fn.node() && stmt.node().Pos() < c.node().Pos()
		}
		deferred := slices.ContainsFunc(fn.find(func(below *cursor) bool { return isA[*ast.DeferStmt](below.node()) && own(below) }), func(d *cursor) bool {
			return len(d.names(func(fn *types.Func) bool { return isStop(fn) || isFlush(fn) })) > 0
		})
		started := slices.ContainsFunc(fn.names(isServe), func(start *cursor) bool {
			return start.node().Pos() < c.node().End() && start.outer(isA[*ast.DeferStmt]) == nil
		})
		if deferred && started {
			faults = append(faults, fault{
				at:     c,
				edits:  []edit{c.replace(c.node(), "log.Fatal("+c.text(results[0])+"); return nil")},
				places: c.seen(),
			})
		}
	}
	return faults
}

// dones returns the deferred calls of a WaitGroup's Done.
func (s *service) dones() []*cursor {
	return slices.DeleteFunc(nodes[*ast.DeferStmt](s), func(c *cursor) bool {
		return c.fullName(c.node().(*ast.DeferStmt).Call.Fun) != "(*sync.WaitGroup).Done"
	})
}

// group returns the WaitGroup of a call of its methods, as an object.
func (c *cursor) group(call *ast.CallExpr) types.Object {
	return c.object(call.Fun.(*ast.SelectorExpr).X)
}

func doneFirst(s *service) []fault {
	var faults []fault
	for _, c := range s.dones() {
		d := c.node().(*ast.DeferStmt)
		faults = append(faults, fault{at: c, edits: []edit{{c.offset(d.Defer), c.offset(d.Call.Pos()), ""}}, places: c.seen()})
	}
	return faults
}

// doneLast calls Done at the end of a goroutine that can return before.
func doneLast(s *service) []fault {
	var faults []fault
	for _, c := range s.dones() {
		fn := c.function()
		returns := fn.find(func(below *cursor) bool {
			return isA[*ast.ReturnStmt](below.node()) && below.function().node() == fn.node()
		})
		siblings, _ := c.siblings()
		last := siblings[len(siblings)-1]
		if loop, ok := last.(*ast.ForStmt); len(returns) == 0 || ok && loop.Cond == nil {
			continue
		}
		d := c.node().(*ast.DeferStmt)
		faults = append(faults, fault{
			at:     c,
			edits:  []edit{c.replace(d, ""), c.insert(last.End(), "; "+c.text(d.Call))},
			places: seen(returns),
		})
	}
	return faults
}

func dropDone(s *service) []fault {
	var faults []fault
	for _, c := range s.dones() {
		f := fault{at: c, edits: []edit{c.replace(c.node(), "")}}
		for _, add := range s.calls("(*sync.WaitGroup).Add") {
			if add.pkg == c.pkg && strings.HasSuffix(add.text(add.node().(*ast.CallExpr).Fun.(*ast.SelectorExpr).X), c.group(c.node().(*ast.DeferStmt).Call).Name()) {
				f.places = append(f.places, add.seen()...)
			}
		}
		faults = append(faults, f)
	}
	return faults
}
