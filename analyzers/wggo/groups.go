package wggo

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// groups is what a package does with its WaitGroups, its tests aside. A group is the variable or the field that holds
// it: two values of one struct type share their field's.
type groups struct {
	pass      *analysis.Pass
	starts    []start
	functions map[types.Object]ast.Node // what can be called by a name: *ast.FuncDecl, or the *ast.FuncLit that a variable holds
	names     map[ast.Node]types.Object // the other way round
	named     map[types.Object]int      // how often such a name is used
	uses      map[*types.Var]*uses
	looks     map[running]look  // memory of lookInto
	ending    map[ast.Node]bool // memory of ends
}

// uses is what becomes of one group.
type uses struct {
	calls   map[string][]inspector.Cursor // of Add, Done, Go and Wait, by name
	others  []*types.Var                  // its other names: the parameters that it is given for, what is given for it
	aliased bool                          // it has a name that is not known
	taker   ast.Node                      // of a parameter that is given a group: its function
	taken   int                           // and how often
}

// newGroups returns nil for a package that never names the type.
func newGroups(pass *analysis.Pass) *groups {
	if !namesWaitGroup(pass.TypesInfo) {
		return nil
	}
	g := &groups{
		pass:      pass,
		functions: map[types.Object]ast.Node{},
		names:     map[ast.Node]types.Object{},
		named:     map[types.Object]int{},
		uses:      map[*types.Var]*uses{},
		looks:     map[running]look{},
		ending:    map[ast.Node]bool{},
	}
	files := g.files()
	for _, file := range files {
		g.findFunctions(file)
	}
	for _, file := range files {
		g.findUses(file)
		g.findStarts(file)
	}
	return g
}

// calls returns the calls of a method of the group.
func (g *groups) calls(group *types.Var, method string) []inspector.Cursor {
	return g.usesOf(group).calls[method]
}

// method returns the group when the call is of its method of that name.
func (g *groups) method(call *ast.CallExpr, name string) *types.Var {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != name {
		return nil
	}
	return g.selected(sel)
}

// isAwaited reports whether something waits for the group, as far as can be seen.
func (g *groups) isAwaited(group *types.Var) bool {
	return g.anyName(group, func(name *types.Var) bool { return !g.isPrivate(name) || len(g.calls(name, "Wait")) > 0 })
}

// isAliased reports whether the group may be known by a name that this package does not show.
func (g *groups) isAliased(group *types.Var) bool {
	return g.anyName(group, func(name *types.Var) bool { return !g.isPrivate(name) || g.usesOf(name).aliased })
}

// hasStrayDone reports whether Done is called, or handed on, elsewhere than in goroutines of which each may call it
// for itself: such a call may stand in for any goroutine's own.
func (g *groups) hasStrayDone(group *types.Var) bool {
	return g.anyName(group, func(name *types.Var) bool {
		return len(g.calls(name, otherDone)) > 0 ||
			slices.ContainsFunc(g.calls(name, "Done"), func(c inspector.Cursor) bool { return !g.isOnlyStarted(owner(c)) })
	})
}

// otherDone is what the calls hold that stands for Done: its method value, and an Add that takes away.
const otherDone = "other Done"

// anyName asks about the group by each of its names.
func (g *groups) anyName(group *types.Var, is func(*types.Var) bool) bool {
	names := []*types.Var{group}
	for i := 0; i < len(names); i++ {
		if is(names[i]) {
			return true
		}
		for _, name := range g.usesOf(names[i]).others {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return false
}

// sorted lists the groups in the order of their declarations.
func (g *groups) sorted() []*types.Var {
	return slices.SortedFunc(maps.Keys(g.uses), func(a, b *types.Var) int { return int(a.Pos() - b.Pos()) })
}

// isPrivate reports whether all that names the group so stands in this package.
func (g *groups) isPrivate(group *types.Var) bool {
	switch group.Kind() {
	case types.LocalVar:
		return true
	case types.FieldVar:
		return !group.Exported() && !group.Embedded()
	case types.PackageVar:
		return !group.Exported()
	case types.ParamVar:
		u := g.usesOf(group)
		fn := g.names[u.taker]
		return u.taken > 0 && (fn == nil || !fn.Exported() && u.taken == g.named[fn])
	}
	return false
}

func (g *groups) usesOf(group *types.Var) *uses {
	if g.uses[group] == nil {
		g.uses[group] = &uses{calls: map[string][]inspector.Cursor{}}
	}
	return g.uses[group]
}

// files returns those of the program: the tests aside.
func (g *groups) files() []inspector.Cursor {
	return slices.Collect(inspector.New(lifecycle.Files(g.pass)).Root().Children())
}

func namesWaitGroup(info *types.Info) bool {
	for _, obj := range info.Uses {
		if name, ok := obj.(*types.TypeName); ok && name.Name() == "WaitGroup" {
			return true
		}
	}
	return false
}

// findUses files every mention of a group.
func (g *groups) findUses(file inspector.Cursor) {
	for c := range file.Preorder((*ast.Ident)(nil)) {
		ident := c.Node().(*ast.Ident)
		switch obj := g.pass.TypesInfo.Uses[ident].(type) {
		case *types.Func:
			g.named[obj.Origin()]++
			if isMethod(obj) && c.ParentEdgeKind() == edge.SelectorExpr_Sel {
				g.addCall(c.Parent(), obj.Name())
			}
		case *types.Var:
			if g.functions[obj] != nil {
				g.named[obj]++
			}
			if isGroup(obj.Type()) {
				g.addMention(c, obj.Origin())
			}
		}
		if def, ok := g.pass.TypesInfo.Defs[ident].(*types.Var); ok && isGroup(def.Type()) && !isFreshlySet(c) {
			g.usesOf(def).aliased = true
		}
	}
}

func (g *groups) addCall(sel inspector.Cursor, name string) {
	group := g.selected(sel.Node().(*ast.SelectorExpr))
	if group == nil {
		return
	}
	calls := g.usesOf(group).calls
	at := unparen(sel).Parent()
	call, isCall := at.Node().(*ast.CallExpr)
	switch {
	case !isCall || unparen(sel).ParentEdgeKind() != edge.CallExpr_Fun:
		if name == "Done" {
			calls[otherDone] = append(calls[otherDone], sel)
		}
	case name == "Add" && g.takesAway(call):
		calls[otherDone] = append(calls[otherDone], at)
	default:
		calls[name] = append(calls[name], at)
	}
}

// takesAway reports whether a call of Add is seen to do what Done does.
func (g *groups) takesAway(add *ast.CallExpr) bool {
	n, known := g.number(add)
	minus, isUnary := ast.Unparen(add.Args[0]).(*ast.UnaryExpr)
	return known && n < 0 || isUnary && minus.Op == token.SUB
}

// addMention notes what becomes of the group where it is named and no method of it is called.
func (g *groups) addMention(at inspector.Cursor, group *types.Var) {
	if at.ParentEdgeKind() == edge.SelectorExpr_Sel {
		at = at.Parent()
	}
	at = unparen(at)
	if unary, ok := at.Parent().Node().(*ast.UnaryExpr); ok && unary.Op == token.AND {
		at = unparen(at.Parent())
	}
	u := g.usesOf(group)
	switch kind, i := at.ParentEdge(); kind {
	case edge.SelectorExpr_X, edge.BinaryExpr_X, edge.BinaryExpr_Y: // a method, or a comparison with nil
	case edge.AssignStmt_Lhs, edge.KeyValueExpr_Key, edge.ValueSpec_Names:
		u.aliased = u.aliased || !isFreshlySet(at)
	case edge.CallExpr_Args:
		if param := g.parameter(at.Parent().Node().(*ast.CallExpr), i); param != nil {
			u.others = append(u.others, param)
			as := g.usesOf(param)
			as.others = append(as.others, group)
			as.taker, as.taken = g.function(at.Parent().Node().(*ast.CallExpr).Fun), as.taken+1
			return
		}
		u.aliased = true
	default:
		u.aliased = true
	}
}

// isFreshlySet reports whether what the place is set to, if to anything, is a group that nothing else names.
func isFreshlySet(at inspector.Cursor) bool {
	var value ast.Expr
	switch parent := at.Parent().Node().(type) {
	case *ast.AssignStmt:
		if len(parent.Lhs) != len(parent.Rhs) {
			return false
		}
		value = parent.Rhs[at.ParentEdgeIndex()]
	case *ast.ValueSpec:
		if len(parent.Values) == 0 {
			return true
		}
		if len(parent.Names) != len(parent.Values) {
			return false
		}
		value = parent.Values[at.ParentEdgeIndex()]
	case *ast.KeyValueExpr:
		value = parent.Value
	case *ast.Field: // declares a parameter or a field
		return true
	}
	value = ast.Unparen(value)
	if addr, ok := value.(*ast.UnaryExpr); ok {
		value = addr.X
	}
	if call, ok := value.(*ast.CallExpr); ok {
		name, ok := call.Fun.(*ast.Ident)
		return ok && name.Name == "new"
	}
	_, isLiteral := value.(*ast.CompositeLit)
	return isLiteral
}

// selected returns the group when the selector is of a method of sync.WaitGroup.
func (g *groups) selected(sel *ast.SelectorExpr) *types.Var {
	if fn, ok := g.pass.TypesInfo.Uses[sel.Sel].(*types.Func); !ok || !isMethod(fn) {
		return nil
	}
	if selection := g.pass.TypesInfo.Selections[sel]; selection != nil && len(selection.Index()) > 1 {
		return embedded(selection)
	}
	return g.variable(ast.Unparen(sel.X))
}

func isMethod(fn *types.Func) bool {
	return fn.Pkg() != nil && fn.Pkg().Path() == "sync" && fn.Signature().Recv() != nil && isGroup(fn.Signature().Recv().Type())
}

// isGroup reports whether the type is sync.WaitGroup, or a pointer to one.
func isGroup(t types.Type) bool {
	t = types.Unalias(t)
	if ptr, ok := t.(*types.Pointer); ok {
		t = types.Unalias(ptr.Elem())
	}
	named, ok := t.(*types.Named)
	return ok && named.Obj().Name() == "WaitGroup" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "sync"
}

// embedded returns the embedded field whose method is selected.
func embedded(selection *types.Selection) *types.Var {
	t, path := selection.Recv(), selection.Index()
	var field *types.Var
	for _, i := range path[:len(path)-1] {
		if ptr, ok := t.Underlying().(*types.Pointer); ok {
			t = ptr.Elem()
		}
		s, ok := t.Underlying().(*types.Struct)
		if !ok {
			return nil
		}
		field = s.Field(i).Origin()
		t = field.Type()
	}
	return field
}

// variable returns the variable or the field that the expression names, or nil.
func (g *groups) variable(expr ast.Expr) *types.Var {
	var named *types.Var
	switch expr := expr.(type) {
	case *ast.Ident:
		named, _ = g.pass.TypesInfo.Uses[expr].(*types.Var)
	case *ast.SelectorExpr:
		named, _ = g.pass.TypesInfo.Uses[expr.Sel].(*types.Var)
	}
	if named == nil {
		return nil
	}
	return named.Origin()
}

// mayCallDone reports whether the node, or what it calls in this package, may call the group's Done or hand the group
// on: whatever names it but to call another method of it.
func (g *groups) mayCallDone(n ast.Node, group *types.Var) bool {
	return g.comesToDone(g.look(n, group), map[running]bool{})
}

func (g *groups) comesToDone(at look, seen map[running]bool) bool {
	return at.names || slices.ContainsFunc(at.calls, func(r running) bool {
		if seen[r] {
			return false
		}
		seen[r] = true
		return g.comesToDone(g.lookInto(r), seen)
	})
}

// A look is what a node, by itself, does to a group.
type look struct {
	names bool      // it calls Done, or hands the group on
	calls []running // functions of this package
}

// running is a function that runs, and the name that it knows a group by.
type running struct {
	fn    ast.Node
	group *types.Var
}

func (g *groups) lookInto(r running) look {
	seen, ok := g.looks[r]
	if !ok {
		seen = g.look(body(r.fn), r.group)
		g.looks[r] = seen
	}
	return seen
}

func (g *groups) look(n ast.Node, group *types.Var) (seen look) {
	followed := map[ast.Node]bool{}
	ast.Inspect(n, func(n ast.Node) bool {
		if followed[n] {
			return false
		}
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if on := g.selected(n); on != nil {
				seen.names = seen.names || on == group && n.Sel.Name == "Done"
				return false
			}
		case *ast.Ident:
			named, ok := g.pass.TypesInfo.Uses[n].(*types.Var)
			seen.names = seen.names || ok && named.Origin() == group
		case *ast.CallExpr:
			fn := g.function(n.Fun)
			if fn == nil {
				break
			}
			seen.calls = append(seen.calls, running{fn, group})
			for i, arg := range n.Args {
				if param := g.parameter(n, i); param != nil && g.given(arg) == group {
					seen.calls = append(seen.calls, running{fn, param})
					followed[arg] = true
				}
			}
		}
		return true
	})
	return seen
}
