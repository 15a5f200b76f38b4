package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// noteLists notes where lists of servers, or of functions that stop something, are added to and where they are read.
func (u *unit) noteLists() {
	for _, fn := range u.funcs {
		for instr := range instrs(fn) {
			switch instr := instr.(type) {
			case *ssa.Call:
				if b, ok := instr.Common().Value.(*ssa.Builtin); ok && b.Name() == "append" && u.p.listsStops(instr.Type()) {
					u.emit(instr, &op{kind: opEnlist, node: u.value(instr)}, instr.Pos())
				}
			case *ssa.IndexAddr:
				if u.p.listsStops(instr.X.Type()) && isRead(instr) {
					u.emit(instr, &op{kind: opReadList, node: u.value(instr.X)}, instr.Pos())
				}
			}
		}
	}
}

// listsStops reports whether the elements of a slice may be servers, or stop some.
func (p *pkgFlow) listsStops(t types.Type) bool {
	slice, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	switch elem := slice.Elem().Underlying().(type) {
	case *types.Signature: // func(), func() error, func(context.Context) error, …
		params, results := elem.Params(), elem.Results()
		return (params.Len() == 0 || params.Len() == 1 && isContext(params.At(0).Type())) &&
			(results.Len() == 0 || results.Len() == 1 && results.At(0).Type().String() == "error")
	case *types.Interface:
		return slices.ContainsFunc(slices.Collect(elem.Methods()), func(m *types.Func) bool { return stopsSomething(p.servers, m.Name()) })
	}
	return p.carries(slice.Elem())
}

// isRead reports whether the element is read at an address.
func isRead(elem *ssa.IndexAddr) bool {
	return slices.ContainsFunc(*elem.Referrers(), func(ref ssa.Instruction) bool {
		load, ok := ref.(*ssa.UnOp)
		return ok && load.Op == token.MUL
	})
}

// markLate notes of each addition to a list which server the goroutine then serves, when that one is stopped through
// the list. With a lock, or when others are told between, they may well see the addition.
func (f *frame) markLate(u *unit) {
	f.ops = slices.DeleteFunc(f.ops, func(o *op) bool { return o.kind == opEnlist && f.locked(o.at) })
	for _, e := range f.ops {
		if e.kind != opEnlist || e.mode != inline || e.with != nil {
			continue
		}
		for _, s := range f.ops {
			if s.kind == opStart && s.mode == inline && follows(e, s) && u.holds(e.node, s.node) && !f.tellsBetween(e, s) {
				e.with = s.node
				break
			}
		}
	}
}

// holds reports whether a list holds a server, or a function that stops it.
func (u *unit) holds(list, server *node) bool {
	list = list.find()
	return list == server.find() || slices.ContainsFunc(list.funcs, func(l *lambda) bool { return does(u.opsOf(l), opStop, server) })
}

// locked reports whether a lock has been taken whenever an instruction runs.
func (f *frame) locked(at ssa.Instruction) bool {
	for instr := range instrs(f.fn) {
		if call, ok := instr.(*ssa.Call); ok && at != nil && precedes(call, at) {
			if fn := calledFunc(call.Common()); fn != nil && (fn.Name() == "Lock" || fn.Name() == "RLock") {
				return true
			}
		}
	}
	return false
}

// tellsBetween reports whether something between two ops may tell another goroutine of the first.
func (f *frame) tellsBetween(a, b *op) bool {
	return slices.ContainsFunc(f.ops, func(o *op) bool {
		tells := o.kind == opRelease || o.kind == opCall && !o.call.leads && o.call.method != anyMethod
		return tells && o.mode == inline && mayFollow(a, o) && mayFollow(o, b)
	})
}

// lateRegistrations lists the additions to a list, by a goroutine that then serves, which another goroutine reads to
// stop the server.
func (p *pkgFlow) lateRegistrations() []Verdict {
	var found []Verdict
	seen := map[token.Pos]bool{}
	for f := range p.frames() {
		for _, e := range f.ops {
			if e.kind != opEnlist || e.mode != spawned || e.with == nil || seen[e.site] || e.origin.Pkg != p.pass.Pkg.Path() {
				continue
			}
			elsewhere := slices.DeleteFunc(slices.Clone(f.ops), func(o *op) bool { return o.at == e.at || f.joinedBefore(e, o) })
			if does(elsewhere, opReadList, e.node) && does(elsewhere, opStop, e.with) {
				seen[e.site] = true
				at := nodeAt(p.pass, e.site)
				found = append(found, Verdict{Rule: ruleLateRegistration, At: at, What: listName(at)})
			}
		}
	}
	return found
}

// joinedBefore reports whether the goroutine that adds to a list has ended when o is done.
func (f *frame) joinedBefore(e, o *op) bool {
	return slices.ContainsFunc(f.ops, func(s *op) bool {
		return s.kind == opStart && s.at == e.at && s.node.find() == e.with.find() && slices.ContainsFunc(f.ops, func(j *op) bool {
			return j.kind == opJoin && j.mode == inline && waitsFor(j, s) && precedes(j.at, o.at)
		})
	})
}

// listName names the list that an append adds to.
func listName(at analysis.Range) string {
	if call, ok := at.(*ast.CallExpr); ok && len(call.Args) > 0 {
		return types.ExprString(call.Args[0])
	}
	return "the list"
}
