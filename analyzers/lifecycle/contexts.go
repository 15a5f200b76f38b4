package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// A DeadStop is a call that hands a stop a context which is already done there, so that the stop gives up at once.
type DeadStop struct {
	Call    *ast.CallExpr
	Method  string    // that is called
	Context ast.Expr  // the argument
	Since   token.Pos // where the context was first seen to be done
	Flushes bool      // what is stopped holds data to be sent, rather than requests
}

// deadStops lists the stops of the package that get a dead context.
func (f *flow) deadStops() []DeadStop {
	var dead []DeadStop
	for _, fn := range f.funcs {
		for instr := range instrs(fn) {
			made, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			index, flushes := f.stopContext(made.Common())
			if index < 0 {
				continue
			}
			for _, at := range runsAt(made) {
				since := f.doneAt(made.Common().Args[index], at)
				if d := (DeadStop{Since: since, Flushes: flushes}); since.IsValid() && f.place(&d, made.Common(), index) {
					dead = append(dead, d)
					break
				}
			}
		}
	}
	return dead
}

// runsAt returns where a call runs: where it stands, or, when it is deferred, at each end of its function after that.
func runsAt(called ssa.CallInstruction) []ssa.Instruction {
	if _, ok := called.(*ssa.Defer); !ok {
		return []ssa.Instruction{called}
	}
	var ends []ssa.Instruction
	for instr := range instrs(called.Parent()) {
		if _, ok := instr.(*ssa.RunDefers); ok && precedes(called, instr) {
			ends = append(ends, instr)
		}
	}
	return ends
}

// place finds the call, and the argument that has the index in common, in the syntax.
func (f *flow) place(d *DeadStop, common *ssa.CallCommon, index int) bool {
	var ok bool
	if d.Call, ok = nodeAt(f.pass, common.Pos()).(*ast.CallExpr); !ok {
		return false
	}
	index -= len(common.Args) - len(d.Call.Args) // the receiver is no argument in the syntax
	if index < 0 || index >= len(d.Call.Args) {
		return false // f(g()), where g has several results
	}
	d.Context, d.Method = d.Call.Args[index], "the stop"
	switch fun := ast.Unparen(d.Call.Fun).(type) {
	case *ast.SelectorExpr:
		d.Method = fun.Sel.Name
	case *ast.Ident:
		d.Method = fun.Name
	}
	return true
}

// stopContext returns the index of the argument that limits a graceful stop, and whether what is stopped is a
// flusher; or -1. A function of the package that hands a parameter on to a stop is a stop itself.
func (f *flow) stopContext(common *ssa.CallCommon) (index int, flushes bool) {
	fn := f.callee(common)
	if fn == nil {
		return stopArgument(common)
	}
	found, known := f.stops[fn]
	if !known {
		f.stops[fn] = stopParam{-1, false} // should it call itself
		found = f.stopParamOf(fn)
		f.stops[fn] = found
	}
	return found.index, found.flushes
}

// A stopParam is a function's answer to stopContext.
type stopParam struct {
	index   int
	flushes bool
}

func (f *flow) stopParamOf(fn *ssa.Function) stopParam {
	if !slices.ContainsFunc(fn.Params, func(p *ssa.Parameter) bool { return isContext(p.Type()) }) {
		return stopParam{-1, false}
	}
	for instr := range instrs(fn) {
		made, ok := instr.(ssa.CallInstruction)
		if !ok {
			continue
		}
		if inner, flushes := f.stopContext(made.Common()); inner >= 0 {
			if param, ok := root(made.Common().Args[inner]).(*ssa.Parameter); ok && param.Parent() == fn {
				return stopParam{slices.Index(fn.Params, param), flushes}
			}
		}
	}
	return stopParam{-1, false}
}

// stopArgument is stopContext for a method of the table.
func stopArgument(common *ssa.CallCommon) (index int, flushes bool) {
	if common.StaticCallee() == nil {
		return -1, false
	}
	method, ok := common.StaticCallee().Object().(*types.Func)
	if !ok || method.Signature().Recv() == nil {
		return -1, false
	}
	flusher := apiOfFunc(flushers, method)
	api := flusher
	if api == nil {
		api = apiOfFunc(servers, method)
	}
	if api == nil || !slices.Contains(api.stop, method.Name()) {
		return -1, false
	}
	return slices.IndexFunc(common.Args, func(arg ssa.Value) bool { return isContext(arg.Type()) }), flusher != nil
}

func isContext(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" && named.Obj().Name() == "Context"
}

// derivations are the functions whose context is done when the one they are given is. WithoutCancel is not among
// them.
var derivations = map[string]bool{
	"context.WithCancel": true, "context.WithCancelCause": true,
	"context.WithTimeout": true, "context.WithTimeoutCause": true,
	"context.WithDeadline": true, "context.WithDeadlineCause": true,
	"context.WithValue": true, "os/signal.NotifyContext": true,
	"golang.org/x/sync/errgroup.WithContext": true,
}

// maker returns the call that made a context, and the index of the context among its results.
func maker(ctx ssa.Value) (*ssa.Call, int) {
	if extract, ok := ctx.(*ssa.Extract); ok {
		made, _ := extract.Tuple.(*ssa.Call)
		return made, extract.Index
	}
	made, _ := ctx.(*ssa.Call)
	return made, 0
}

// parent returns the context that ctx is derived from, or nil.
func parent(ctx ssa.Value) ssa.Value {
	made, _ := maker(ctx)
	if made == nil || !derives(made) {
		return nil
	}
	return settled(made.Common().Args[0])
}

func derives(made *ssa.Call) bool {
	fn := made.Common().StaticCallee()
	return fn != nil && fn.Object() != nil && derivations[fn.Object().(*types.Func).FullName()]
}

// ancestry returns ctx and those that it is derived from, the root last.
func ancestry(ctx ssa.Value) []ssa.Value {
	var line []ssa.Value
	// A variable may be assigned a context that is derived from the variable itself: end where it comes round.
	for ctx = settled(ctx); ctx != nil && !slices.Contains(line, ctx); ctx = parent(ctx) {
		line = append(line, ctx)
	}
	return line
}

// root returns the context that ctx is derived from in the end.
func root(ctx ssa.Value) ssa.Value {
	line := ancestry(ctx)
	return line[len(line)-1]
}

// doneAt returns where ctx, or one that it is derived from, became done on every way to at; or no position.
func (f *flow) doneAt(ctx ssa.Value, at ssa.Instruction) token.Pos {
	for _, ctx := range ancestry(ctx) {
		if pos := diedInHelper(f, ctx); pos.IsValid() {
			return pos
		}
		if pos := doneBefore(ctx, at); pos.IsValid() {
			return pos
		}
	}
	return token.NoPos
}

func doneBefore(ctx ssa.Value, at ssa.Instruction) token.Pos {
	for instr := range instrs(at.Parent()) {
		if pos := ends(instr, ctx, at); pos.IsValid() {
			return pos
		}
	}
	for _, start := range startsOf(at.Parent()) {
		if pos := doneBefore(ctx, start); pos.IsValid() {
			return pos
		}
	}
	return token.NoPos
}

// startsOf returns instructions that have run before a literal does: the one that makes it, or, when it is only
// deferred, the ends of the function.
func startsOf(fn *ssa.Function) []ssa.Instruction {
	closure := madeAt(fn)
	if closure == nil {
		return nil
	}
	if refs := *closure.Referrers(); len(refs) == 1 {
		if deferred, ok := refs[0].(*ssa.Defer); ok && deferred.Common().Value == closure {
			return runsAt(deferred)
		}
	}
	return []ssa.Instruction{closure}
}

// madeAt returns the one place where a literal that captures something is made, or nil.
func madeAt(fn *ssa.Function) *ssa.MakeClosure {
	if fn.Parent() == nil {
		return nil
	}
	for instr := range instrs(fn.Parent()) {
		if closure, ok := instr.(*ssa.MakeClosure); ok && closure.Fn == fn {
			return closure
		}
	}
	return nil
}

// ends returns the position of instr when ctx is done once it has run, and it has run on every way to at.
func ends(instr ssa.Instruction, ctx ssa.Value, at ssa.Instruction) token.Pos {
	switch instr := instr.(type) {
	case *ssa.UnOp: // <-ctx.Done()
		if instr.Op == token.ARROW && isDoneOf(instr.X, ctx) && precedes(instr, at) {
			return instr.Pos()
		}
	case *ssa.Select: // case <-ctx.Done():
		for i, state := range instr.States {
			if state.Dir == types.RecvOnly && isDoneOf(state.Chan, ctx) && chosen(instr, i, at) {
				return state.Pos
			}
		}
	case *ssa.Call:
		if endsByCall(instr, ctx) && precedes(instr, at) {
			return instr.Pos()
		}
	}
	return token.NoPos
}

// endsByCall reports whether the call is ctx's own cancel function's, or Wait of the errgroup whose context it is.
func endsByCall(instr *ssa.Call, ctx ssa.Value) bool {
	made, index := maker(ctx)
	if made == nil || !derives(made) {
		return false
	}
	sibling := func(v ssa.Value) bool { // v and ctx are results of one call
		extract, ok := settled(v).(*ssa.Extract)
		return ok && extract.Tuple == ssa.Value(made) && extract.Index != index
	}
	common := instr.Common()
	switch made.Common().StaticCallee().Object().(*types.Func).FullName() {
	case "golang.org/x/sync/errgroup.WithContext":
		fn := common.StaticCallee()
		return fn != nil && fn.Name() == "Wait" && len(common.Args) == 1 && sibling(common.Args[0])
	case "context.WithValue":
		return false
	default: // the other derivations return a cancel function
		return !common.IsInvoke() && common.StaticCallee() == nil && sibling(common.Value)
	}
}

// isDoneOf reports whether ch is ctx.Done().
func isDoneOf(ch, ctx ssa.Value) bool {
	made, ok := settled(ch).(*ssa.Call)
	return ok && made.Common().IsInvoke() && made.Common().Method.Name() == "Done" && same(settled(made.Common().Value), ctx)
}

// same reports whether two values are one context. Two loads of one variable are, when both come after every
// assignment to it.
func same(a, b ssa.Value) bool {
	if a == b {
		return true
	}
	loadA, okA := a.(*ssa.UnOp)
	loadB, okB := b.(*ssa.UnOp)
	if !okA || !okB || loadA.Op != token.MUL || loadB.Op != token.MUL {
		return false
	}
	if fieldA, ok := loadA.X.(*ssa.FieldAddr); ok {
		fieldB, ok := loadB.X.(*ssa.FieldAddr)
		return ok && fieldA.Field == fieldB.Field && settled(fieldA.X) == settled(fieldB.X) && !assigns(loadA.Parent(), fieldA) && !assigns(loadB.Parent(), fieldB)
	}
	variable := captured(loadA.X)
	return variable == captured(loadB.X) && assignedBefore(variable, loadA) && assignedBefore(variable, loadB)
}

// assigns reports whether the function assigns to the field.
func assigns(fn *ssa.Function, field *ssa.FieldAddr) bool {
	for instr := range instrs(fn) {
		if store, ok := instr.(*ssa.Store); ok {
			if addr, ok := store.Addr.(*ssa.FieldAddr); ok && addr.Field == field.Field && types.Identical(addr.X.Type(), field.X.Type()) {
				return true
			}
		}
	}
	return false
}

// settled returns what a value is known to be: the value of a variable that is assigned once, or v itself.
func settled(v ssa.Value) ssa.Value {
	seen := []ssa.Value{v}
	for {
		load, ok := v.(*ssa.UnOp)
		if !ok || load.Op != token.MUL {
			return v
		}
		stores := stores(captured(load.X))
		if len(stores) != 1 || slices.Contains(seen, stores[0].Val) {
			return v
		}
		v = stores[0].Val
		seen = append(seen, v)
	}
}

// captured returns the variable that a literal's free variable stands for.
func captured(v ssa.Value) ssa.Value {
	for {
		free, ok := v.(*ssa.FreeVar)
		if !ok {
			return v
		}
		closure := madeAt(free.Parent())
		if closure == nil {
			return v
		}
		v = closure.Bindings[slices.Index(free.Parent().FreeVars, free)]
	}
}

// stores returns the assignments to a local variable, also those in literals that capture it; or none when its
// address goes elsewhere.
func stores(variable ssa.Value) []*ssa.Store {
	alloc, ok := variable.(*ssa.Alloc)
	if !ok {
		return nil
	}
	var found []*ssa.Store
	known := true
	var visit func(v ssa.Value)
	visit = func(v ssa.Value) {
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.UnOp, *ssa.DebugRef: // read
			case *ssa.Store:
				found = append(found, ref)
				known = known && ref.Val != v
			case *ssa.MakeClosure:
				visit(ref.Fn.(*ssa.Function).FreeVars[slices.Index(ref.Bindings, v)])
			default:
				known = false
			}
		}
	}
	visit(alloc)
	if !known {
		return nil
	}
	return found
}

// assignedBefore reports whether no assignment to the variable can come after from.
func assignedBefore(variable ssa.Value, from ssa.Instruction) bool {
	stores := stores(variable)
	return len(stores) > 0 && !slices.ContainsFunc(stores, func(store *ssa.Store) bool {
		here := from
		for store.Parent() != here.Parent() {
			closure := madeAt(here.Parent())
			if closure == nil {
				return true
			}
			here = closure
		}
		return !precedes(store, here)
	})
}

// precedes reports whether a has run whenever b, of the same function, runs.
func precedes(a, b ssa.Instruction) bool {
	if a.Parent() != b.Parent() {
		return false
	}
	if a.Block() != b.Block() {
		return a.Block().Dominates(b.Block())
	}
	block := a.Block().Instrs
	return slices.Index(block, a) < slices.Index(block, b)
}

// chosen reports whether at runs only after the select took its state i.
func chosen(sel *ssa.Select, i int, at ssa.Instruction) bool {
	if sel.Parent() != at.Parent() {
		return false
	}
	for _, ref := range *sel.Referrers() {
		index, ok := ref.(*ssa.Extract)
		if !ok || index.Index != 0 {
			continue
		}
		for _, ref := range *index.Referrers() {
			if eq, ok := ref.(*ssa.BinOp); ok && eq.Op == token.EQL && isInt(eq.Y, i) {
				for _, ref := range *eq.Referrers() {
					if branch, ok := ref.(*ssa.If); ok && only(branch.Block().Succs[0]) && branch.Block().Succs[0].Dominates(at.Block()) {
						return true
					}
				}
			}
		}
	}
	return false
}

// only reports whether a block is entered from one place.
func only(block *ssa.BasicBlock) bool { return len(block.Preds) == 1 }

func isInt(v ssa.Value, i int) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Int64() == int64(i)
}

// diedInHelper returns where the context that a function of the package returns dies: it calls the cancel function
// of what it returns in a deferred call.
func diedInHelper(f *flow, ctx ssa.Value) token.Pos {
	made, index := maker(ctx)
	if made == nil || f.callee(made.Common()) == nil {
		return token.NoPos
	}
	var deferred []*ssa.Defer
	var pos token.Pos
	helper := f.callee(made.Common())
	for instr := range instrs(helper) {
		switch instr := instr.(type) {
		case *ssa.Defer:
			deferred = append(deferred, instr)
		case *ssa.Return:
			if instr.Block() == helper.Recover {
				continue // where a recovered panic ends
			}
			made, _ := maker(settled(instr.Results[index]))
			at := slices.IndexFunc(deferred, func(d *ssa.Defer) bool { return cancels(d, made) })
			if at < 0 {
				return token.NoPos
			}
			pos = deferred[at].Pos()
		}
	}
	return pos
}

// cancels reports whether the deferred call is of the cancel function that came with the context of made.
func cancels(deferred *ssa.Defer, made *ssa.Call) bool {
	extract, ok := settled(deferred.Common().Value).(*ssa.Extract)
	return ok && made != nil && extract.Tuple == ssa.Value(made)
}

// nodeAt returns the call whose parenthesis, or the selector whose name, stands at pos.
func nodeAt(pass *analysis.Pass, pos token.Pos) analysis.Range {
	var found analysis.Range = analysisRange(pos)
	if file := fileAt(pass, pos); file != nil {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if n.Lparen == pos {
					found = n
				}
			case *ast.SelectorExpr:
				if n.Sel.Pos() == pos {
					found = n
				}
			}
			return true
		})
	}
	return found
}

// analysisRange is a position without an extent.
type analysisRange token.Pos

func (r analysisRange) Pos() token.Pos { return token.Pos(r) }
func (r analysisRange) End() token.Pos { return token.Pos(r) }
