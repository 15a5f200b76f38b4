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
func (p *pkgFlow) deadStops() []DeadStop {
	var dead []DeadStop
	for _, fn := range p.bodies() {
		var told []ssa.Value // contexts that were born dead: to make one is one fault, however many stops get it
		for instr := range instrs(fn) {
			made, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			index, flushes := p.stopContext(made.Common())
			if index < 0 {
				continue
			}
			ctx := settled(made.Common().Args[index])
			if slices.ContainsFunc(told, func(other ssa.Value) bool { return same(ctx, other) }) {
				continue
			}
			for _, at := range runsAt(made) {
				since := p.doneAt(ctx, at)
				if d := (DeadStop{Since: since, Flushes: flushes}); since.IsValid() && p.place(&d, made.Common(), index) {
					if dead = append(dead, d); p.bornDead(ctx) {
						told = append(told, ctx)
					}
					break
				}
			}
		}
	}
	return dead
}

// bornDead reports whether a context is derived from one that is done already.
func (p *pkgFlow) bornDead(ctx ssa.Value) bool {
	parent := p.parent(ctx)
	if parent == nil {
		return false
	}
	made, _ := maker(ctx)
	return p.doneAt(parent, made).IsValid()
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
func (p *pkgFlow) place(d *DeadStop, common *ssa.CallCommon, index int) bool {
	var ok bool
	if d.Call, ok = nodeAt(p.pass, common.Pos()).(*ast.CallExpr); !ok {
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
// flusher; or -1. A function that hands a parameter on to a stop is a stop itself.
func (p *pkgFlow) stopContext(common *ssa.CallCommon) (index int, flushes bool) {
	if index, flushes = p.stopArgument(common); index >= 0 {
		return index, flushes
	}
	if c, receiver := p.contextsOf(common); c != nil && c.Stop > 0 {
		return c.Stop - 1 + receiver, c.Flushes
	}
	return -1, false
}

// A contextSummary is what a function does with contexts. Parameters are given by 1 + their index, the receiver left
// out.
type contextSummary struct {
	Stop    int   // the parameter that limits a graceful stop; 0: none
	Flushes bool  // what that stops is a flusher
	Waits   []int // the parameters that are done when it returns
	Parents []int // for each result, the parameter that it is derived from, 0: none, or deadContext
}

// deadContext stands for the parent of a context whose cancel function its maker has deferred.
const deadContext = -1

func (c *contextSummary) empty() bool {
	return c.Stop == 0 && len(c.Waits) == 0 && len(c.Parents) == 0
}

// contextsOf returns what the function that is called does with contexts, and by how much its parameters are shifted
// among the arguments; or nil when it is not known, or a function of the table.
func (p *pkgFlow) contextsOf(common *ssa.CallCommon) (c *contextSummary, receiver int) {
	static := common.StaticCallee()
	if static == nil {
		return nil, 0
	}
	obj, ok := static.Object().(*types.Func)
	if !ok {
		return nil, 0
	}
	obj = obj.Origin()
	receiver = len(common.Args) - obj.Signature().Params().Len()
	if obj.Pkg() != p.pass.Pkg {
		if sum, _ := p.summaryOf(obj); sum != nil {
			return &sum.Contexts, receiver
		}
		return nil, 0
	}
	fn := p.pkg.Prog.FuncValue(obj)
	if fn == nil || len(fn.Blocks) == 0 {
		return nil, 0
	}
	return p.contextsOfFunction(fn), receiver
}

func (p *pkgFlow) contextsOfFunction(fn *ssa.Function) *contextSummary {
	if p.contexts[fn] == nil {
		p.contexts[fn] = &contextSummary{} // should it call itself
		p.contexts[fn] = p.summarizeContexts(fn)
	}
	return p.contexts[fn]
}

func (p *pkgFlow) summarizeContexts(fn *ssa.Function) *contextSummary {
	c := &contextSummary{}
	sig := fn.Signature
	if !hasContext(sig.Params()) && !hasContext(sig.Results()) {
		return c
	}
	param := func(v ssa.Value) int { // 1 + the index
		if param, ok := v.(*ssa.Parameter); ok && param.Parent() == fn {
			return slices.Index(fn.Params, param) + 1 - (len(fn.Params) - sig.Params().Len())
		}
		return 0
	}
	var returns []*ssa.Return
	for instr := range instrs(fn) {
		switch instr := instr.(type) {
		case ssa.CallInstruction:
			if index, flushes := p.stopContext(instr.Common()); index >= 0 && c.Stop == 0 {
				c.Stop, c.Flushes = max(0, param(p.root(instr.Common().Args[index]))), flushes
			}
		case *ssa.Return:
			if instr.Block() != fn.Recover { // where a recovered panic ends
				returns = append(returns, instr)
			}
		}
	}
	for i, v := range fn.Params {
		if isContext(v.Type()) && len(returns) > 0 && !slices.ContainsFunc(returns, func(r *ssa.Return) bool { return !p.doneBefore(v, r).IsValid() }) {
			c.Waits = append(c.Waits, i+1-(len(fn.Params)-sig.Params().Len()))
		}
	}
	for i := range sig.Results().Len() {
		if !isContext(sig.Results().At(i).Type()) || len(returns) == 0 {
			continue
		}
		parent := param(p.root(returns[0].Results[i]))
		for _, r := range returns {
			if p.diesWith(r, i) {
				parent = deadContext
			} else if param(p.root(r.Results[i])) != parent {
				parent = 0
			}
		}
		if parent != 0 {
			c.Parents = append(c.Parents, make([]int, i+1-len(c.Parents))...)
			c.Parents[i] = parent
		}
	}
	return c
}

// diesWith reports whether the cancel function of the context that is returned is deferred.
func (p *pkgFlow) diesWith(r *ssa.Return, index int) bool {
	made, _ := maker(settled(r.Results[index]))
	for instr := range instrs(r.Parent()) {
		if deferred, ok := instr.(*ssa.Defer); ok && precedes(deferred, r) && cancels(deferred, made) {
			return true
		}
	}
	return false
}

func hasContext(tuple *types.Tuple) bool {
	for v := range tuple.Variables() {
		if isContext(v.Type()) {
			return true
		}
	}
	return false
}

// stopArgument is stopContext for a function or a method of the table.
func (p *pkgFlow) stopArgument(common *ssa.CallCommon) (index int, flushes bool) {
	method := common.Method
	if static := common.StaticCallee(); static != nil {
		method, _ = static.Object().(*types.Func)
	}
	if method == nil {
		return -1, false
	}
	flusher := apiOfFunc(flushers, method)
	api := flusher
	if api == nil {
		api = apiOfFunc(p.servers, method)
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
	errgroupContext: true,
}

const errgroupContext = "golang.org/x/sync/errgroup.WithContext"

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
func (p *pkgFlow) parent(ctx ssa.Value) ssa.Value {
	made, index := maker(ctx)
	if made == nil {
		return nil
	}
	if derives(made) {
		return settled(made.Common().Args[0])
	}
	if c, receiver := p.contextsOf(made.Common()); c != nil && index < len(c.Parents) && c.Parents[index] > 0 {
		return settled(made.Common().Args[c.Parents[index]-1+receiver])
	}
	return nil
}

func derives(made *ssa.Call) bool { return derivations[derivation(made)] }

// derivation returns the full name of the function that is called, or nothing.
func derivation(made *ssa.Call) string {
	if fn := calledFunc(made.Common()); fn != nil {
		return fn.FullName()
	}
	return ""
}

// ancestry returns ctx and those that it is derived from, the root last.
func (p *pkgFlow) ancestry(ctx ssa.Value) []ssa.Value {
	var line []ssa.Value
	// A variable may be assigned a context that is derived from the variable itself: end where it comes round.
	for ctx = settled(ctx); ctx != nil && !slices.Contains(line, ctx); ctx = p.parent(ctx) {
		line = append(line, ctx)
	}
	return line
}

// root returns the context that ctx is derived from in the end.
func (p *pkgFlow) root(ctx ssa.Value) ssa.Value {
	line := p.ancestry(ctx)
	return line[len(line)-1]
}

// doneAt returns where ctx, or one that it is derived from, became done on every way to at; or no position.
func (p *pkgFlow) doneAt(ctx ssa.Value, at ssa.Instruction) token.Pos {
	for _, ctx := range p.ancestry(ctx) {
		if pos := p.diedInHelper(ctx); pos.IsValid() {
			return pos
		}
		if pos := p.doneBefore(ctx, at); pos.IsValid() {
			return pos
		}
	}
	return token.NoPos
}

func (p *pkgFlow) doneBefore(ctx ssa.Value, at ssa.Instruction) token.Pos {
	if pos := p.endedIn(at.Parent(), ctx, at); pos.IsValid() {
		return pos
	}
	return p.doneAtStart(at.Parent(), ctx)
}

// endedIn is doneBefore as far as the function itself ends the context.
func (p *pkgFlow) endedIn(fn *ssa.Function, ctx ssa.Value, at ssa.Instruction) token.Pos {
	for instr := range instrs(fn) {
		if pos := p.ends(instr, ctx, at); pos.IsValid() {
			return pos
		}
	}
	return token.NoPos
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
func (p *pkgFlow) ends(instr ssa.Instruction, ctx ssa.Value, at ssa.Instruction) token.Pos {
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
		if p.endsByCall(instr, ctx) && precedes(instr, at) {
			return instr.Pos()
		}
	}
	return token.NoPos
}

// endsByCall reports whether the call is of what ends ctx, of Wait of the errgroup whose context it is, or of a function
// that returns when ctx is done.
func (p *pkgFlow) endsByCall(instr *ssa.Call, ctx ssa.Value) bool {
	common := instr.Common()
	if c, receiver := p.contextsOf(common); c != nil {
		return slices.ContainsFunc(c.Waits, func(param int) bool { return same(settled(common.Args[param-1+receiver]), ctx) })
	}
	if fn := common.StaticCallee(); fn != nil && fn.Name() == "Wait" && len(common.Args) == 1 {
		made, _ := maker(ctx)
		return made != nil && derives(made) && derivation(made) == errgroupContext && isSibling(common.Args[0], ctx)
	}
	return !common.IsInvoke() && p.endedBy(common.Value, ctx)
}

// endedBy reports whether ctx is done once a function value has been called: its own cancel function, or a literal that
// calls that, or waits for the context, on every way.
func (p *pkgFlow) endedBy(fn, ctx ssa.Value) bool {
	fn = settled(fn)
	if convert, ok := fn.(*ssa.ChangeType); ok {
		fn = settled(convert.X)
	}
	if closure, ok := fn.(*ssa.MakeClosure); ok {
		return p.endsWithin(closure.Fn.(*ssa.Function), ctx)
	}
	made, _ := maker(ctx)
	return made != nil && derives(made) && derivation(made) != errgroupContext && isSibling(fn, ctx)
}

// endsWithin reports whether what a literal itself does has ended ctx wherever it returns.
func (p *pkgFlow) endsWithin(fn *ssa.Function, ctx ssa.Value) bool {
	if p.asked[fn] { // it calls itself
		return false
	}
	p.asked[fn] = true
	defer delete(p.asked, fn)
	returns := 0
	for instr := range instrs(fn) {
		if r, ok := instr.(*ssa.Return); ok && r.Block() != fn.Recover {
			if returns++; !p.endedIn(fn, ctx, r).IsValid() {
				return false
			}
		}
	}
	return returns > 0
}

// isSibling reports whether v and a context are results of one call.
func isSibling(v, ctx ssa.Value) bool {
	made, index := maker(ctx)
	extract, ok := settled(v).(*ssa.Extract)
	return ok && extract.Tuple == ssa.Value(made) && extract.Index != index
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

// settled returns what a value is known to be: what was last assigned to the variable that is read, or v itself.
func settled(v ssa.Value) ssa.Value {
	seen := []ssa.Value{v}
	for {
		load, ok := v.(*ssa.UnOp)
		if !ok || load.Op != token.MUL {
			return v
		}
		store := lastStore(load)
		if store == nil || slices.Contains(seen, store.Val) {
			return v
		}
		v = store.Val
		seen = append(seen, v)
	}
}

// lastStore returns the assignment whose value is read, or nil when it may be one of several.
func lastStore(load *ssa.UnOp) *ssa.Store {
	all := stores(captured(load.X))
	if len(all) == 1 {
		return all[0]
	}
	if len(all) > maxStores {
		return nil
	}
	var last *ssa.Store
	for _, store := range all {
		at := seenFrom(load, store.Parent())
		if store.Parent() != captured(load.X).Parent() || at == nil || at != load && canFollow(at, store) { // or who knows when
			return nil
		}
		var others []ssa.Instruction
		for _, other := range all {
			if other != store {
				others = append(others, other)
			}
		}
		if reachesAvoiding(store, at, others) {
			if last != nil || !precedes(store, at) {
				return nil
			}
			last = store
		}
	}
	return last
}

// seenFrom returns what an instruction, of a literal in fn, can be no earlier than in fn: where the literal is made; or nil.
func seenFrom(at ssa.Instruction, fn *ssa.Function) ssa.Instruction {
	for at.Parent() != fn {
		closure := madeAt(at.Parent())
		if closure == nil {
			return nil
		}
		at = closure
	}
	return at
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
		here := seenFrom(from, store.Parent())
		return here == nil || !precedes(store, here)
	})
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

// diedInHelper returns where the context was made by a function that defers the call of its cancel function.
func (p *pkgFlow) diedInHelper(ctx ssa.Value) token.Pos {
	made, index := maker(ctx)
	if made == nil {
		return token.NoPos
	}
	if c, _ := p.contextsOf(made.Common()); c == nil || index >= len(c.Parents) || c.Parents[index] != deadContext {
		return token.NoPos
	}
	return made.Pos()
}

// cancels reports whether the deferred call is of the cancel function that came with the context of made.
func cancels(deferred *ssa.Defer, made *ssa.Call) bool {
	extract, ok := settled(deferred.Common().Value).(*ssa.Extract)
	return ok && made != nil && extract.Tuple == ssa.Value(made)
}

// nodeAt returns the call whose parenthesis, the selector whose name, or the element whose colon stands at pos.
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
			case *ast.KeyValueExpr:
				if n.Colon == pos {
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
