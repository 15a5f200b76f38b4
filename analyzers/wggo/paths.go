package wggo

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
)

// paths follows the ways through a goroutine, and says which leave it without the group's Done.
type paths struct {
	g     *groups
	group *types.Var // as the goroutine knows it

	frames   []*frame
	leaves   map[ast.Stmt]ways        // at each statement that leaves the goroutine
	breaks   map[*ast.BranchStmt]ways // at each break out of a loop
	perItem  bool                     // Done is called once for each round of a loop
	goesOn   bool                     // there is work after Done: it says something else than that the goroutine ends
	hasGotos bool
}

// ways says what may be true of the ways that lead to a place. None are true where no way leads.
type ways struct {
	open     bool // Done is still to be called
	done     bool // it has been called, or may have been
	deferred bool // it is deferred

	left []*ast.BranchStmt // the breaks out of a loop by which the open ones came
}

func (w ways) and(other ways) ways {
	for _, stmt := range other.left {
		if !slices.Contains(w.left, stmt) {
			w.left = append(slices.Clip(w.left), stmt)
		}
	}
	return ways{w.open || other.open, w.done || other.done, w.deferred || other.deferred, w.left}
}

func (w ways) none() bool { return !w.open && !w.done && !w.deferred }

// certainlyOpen reports whether no way there has called Done.
func (w ways) certainlyOpen() bool { return w.open && !w.done && !w.deferred }

func (w ways) equal(other ways) bool {
	return w.open == other.open && w.done == other.done && w.deferred == other.deferred && len(w.left) == len(other.left)
}

// A frame is a statement that can be left by break or continue.
type frame struct {
	label     string
	isLoop    bool
	breaks    ways
	continues ways
	falls     ways // through, to the next case
}

// skips returns the statements that leave the function and come there by ways only on which the group's Done was not
// called: return, a break out of a loop after which nothing calls it, runtime.Goexit. It returns none when Done does
// not say that the goroutine ends.
func (g *groups) skips(fn ast.Node, group *types.Var) []ast.Stmt {
	p, end := g.follow(fn, group)
	if p.perItem || p.goesOn || p.hasGotos {
		return nil
	}
	var skips []ast.Stmt
	for stmt, at := range p.leaves {
		if at.certainlyOpen() {
			skips = append(skips, stmt)
		}
	}
	for _, stmt := range end.left {
		if p.breaks[stmt].certainlyOpen() {
			skips = append(skips, stmt)
		}
	}
	slices.SortFunc(skips, func(a, b ast.Stmt) int { return int(a.Pos() - b.Pos()) })
	return skips
}

// ends reports whether the function can come to its end.
func (g *groups) ends(fn ast.Node) bool {
	if ends, asked := g.ending[fn]; asked {
		return ends
	}
	g.ending[fn] = true // for a call by which it comes back to itself
	p, end := g.follow(fn, nil)
	g.ending[fn] = !end.none() || len(p.leaves) > 0 || p.hasGotos
	return g.ending[fn]
}

// follow returns what was seen on the ways through the function, and those that lead to its end.
func (g *groups) follow(fn ast.Node, group *types.Var) (*paths, ways) {
	p := &paths{g: g, group: group, leaves: map[ast.Stmt]ways{}, breaks: map[*ast.BranchStmt]ways{}}
	return p, p.list(body(fn).List, ways{open: true})
}

func (p *paths) list(stmts []ast.Stmt, w ways) ways {
	for _, stmt := range stmts {
		w = p.stmt(stmt, "", w)
	}
	return w
}

// stmt returns the ways after the statement.
func (p *paths) stmt(stmt ast.Stmt, label string, w ways) ways {
	if stmt == nil || w.none() {
		return w
	}
	switch stmt := stmt.(type) {
	case *ast.BlockStmt:
		return p.list(stmt.List, w)
	case *ast.LabeledStmt:
		return p.stmt(stmt.Stmt, stmt.Label.Name, w)
	case *ast.ReturnStmt:
		p.leaves[stmt] = p.leaves[stmt].and(p.simple(stmt, w))
		return ways{}
	case *ast.BranchStmt:
		p.branch(stmt, w)
		return ways{}
	case *ast.DeferStmt:
		if p.callsDone(stmt) {
			return ways{deferred: true}
		}
		return w
	case *ast.IfStmt:
		w = p.simple(stmt.Cond, p.stmt(stmt.Init, "", w))
		return p.stmt(stmt.Body, "", w).and(p.stmt(stmt.Else, "", w))
	case *ast.ForStmt:
		w = p.stmt(stmt.Init, "", w)
		return p.loop(label, w, stmt.Cond != nil, stmt.Cond, stmt.Body, stmt.Post)
	case *ast.RangeStmt:
		return p.loop(label, p.simple(stmt.X, w), true, nil, stmt.Body, nil)
	case *ast.SwitchStmt:
		w = p.stmt(stmt.Init, "", w)
		if stmt.Tag != nil {
			w = p.simple(stmt.Tag, w)
		}
		return p.clauses(label, stmt.Body, true, w)
	case *ast.TypeSwitchStmt:
		return p.clauses(label, stmt.Body, true, p.stmt(stmt.Assign, "", p.stmt(stmt.Init, "", w)))
	case *ast.SelectStmt:
		return p.clauses(label, stmt.Body, false, w)
	}
	w = p.simple(stmt, w)
	if call := callOf(stmt); call != nil && p.g.neverReturns(call) {
		if p.g.isGoexit(call) {
			p.leaves[stmt] = p.leaves[stmt].and(w)
		}
		return ways{}
	}
	return w
}

// simple returns the ways after an expression, or a statement without others in it.
func (p *paths) simple(n ast.Node, w ways) ways {
	if p.callsDone(n) {
		return ways{done: true}
	}
	if stmt, ok := n.(ast.Stmt); ok && w.done && p.g.works(stmt) {
		p.goesOn = true
	}
	return w
}

func (p *paths) callsDone(n ast.Node) bool { return p.group != nil && p.g.mayCallDone(n, p.group) }

func (p *paths) branch(stmt *ast.BranchStmt, w ways) {
	for _, f := range slices.Backward(p.frames) {
		if stmt.Label != nil && stmt.Label.Name != f.label {
			continue
		}
		switch {
		case stmt.Tok == token.BREAK:
			if f.isLoop {
				p.breaks[stmt] = p.breaks[stmt].and(w)
				w.left = append(slices.Clip(w.left), stmt)
			}
			f.breaks = f.breaks.and(w)
			return
		case stmt.Tok == token.CONTINUE && f.isLoop:
			f.continues = f.continues.and(w)
			return
		case stmt.Tok == token.FALLTHROUGH:
			f.falls = w
			return
		}
	}
	p.hasGotos = true
}

// loop goes round until nothing new is learned.
func (p *paths) loop(label string, w ways, canEnd bool, cond ast.Expr, body *ast.BlockStmt, post ast.Stmt) ways {
	for head := w; ; {
		f := p.push(label, true)
		into := head
		if cond != nil {
			into = p.simple(cond, head)
		}
		round := p.stmt(post, "", p.stmt(body, "", into).and(f.continues))
		p.pop()
		p.perItem = p.perItem || round.done && p.group != nil
		round.left = nil
		next := head.and(round)
		if next.equal(head) {
			if canEnd {
				return f.breaks.and(into)
			}
			return f.breaks
		}
		head = next
	}
}

func (p *paths) clauses(label string, body *ast.BlockStmt, canSkip bool, w ways) ways {
	f := p.push(label, false)
	defer p.pop()
	var after ways
	for _, clause := range body.List {
		switch clause := clause.(type) {
		case *ast.CaseClause:
			canSkip = canSkip && clause.List != nil
			in := w
			for _, expr := range clause.List {
				in = p.simple(expr, in)
			}
			in = in.and(f.falls)
			f.falls = ways{}
			after = after.and(p.list(clause.Body, in))
		case *ast.CommClause:
			after = after.and(p.list(clause.Body, p.stmt(clause.Comm, "", w)))
		}
	}
	if canSkip { // no case may fit
		after = after.and(w)
	}
	return after.and(f.breaks)
}

func (p *paths) push(label string, isLoop bool) *frame {
	f := &frame{label: label, isLoop: isLoop}
	p.frames = append(p.frames, f)
	return f
}

func (p *paths) pop() { p.frames = p.frames[:len(p.frames)-1] }

// endsProcess matches the names of functions that end the process, in any package.
var endsProcess = regexp.MustCompile(`(?i)^(fatal|panic|exit|die$|abort$)`)

// neverReturns reports whether nothing after the call runs.
func (g *groups) neverReturns(call *ast.CallExpr) bool {
	if fn := g.function(call.Fun); fn != nil {
		return !g.ends(fn)
	}
	return g.isGoexit(call) || endsProcess.MatchString(calleeName(call))
}

func (g *groups) isGoexit(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	fn, ok := g.pass.TypesInfo.Uses[sel.Sel].(*types.Func)
	return ok && fn.FullName() == "runtime.Goexit"
}

// calleeName returns the last name of what is called.
func calleeName(call *ast.CallExpr) string {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return fun.Sel.Name
	}
	return ""
}
