package lifecycle

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// skippedCleanup finds exits that are come by at the end of the program, and that keep deferred calls from running
// which stop a server or send what is held.
func (l *link) skippedCleanup() {
	var deferred []*op
	for _, o := range l.ops {
		if o.deferred && o.mode == inline && (o.kind == opStop && !l.isSide(o) || o.kind == opFlush && !o.api.logs) {
			deferred = append(deferred, o)
		}
	}
	if len(deferred) == 0 {
		return
	}
	slices.SortStableFunc(deferred, func(a, b *op) int { return int(a.kind) - int(b.kind) }) // a stop weighs more
	for _, o := range l.of(opExit) {
		if o.mode != inline || strings.HasPrefix(strings.ToLower(o.method), "panic") || !l.atTheEnd(o) {
			continue // a panic runs what is deferred
		}
		if l.isJudged(ruleExitsAtOnce, o) || l.isJudged(ruleFatalOnClose, o) {
			continue
		}
		if i := slices.IndexFunc(deferred, func(d *op) bool { return skips(o, d) && !l.isDone(d, o) }); i >= 0 {
			l.once(ruleSkippedCleanup, o, Verdict{What: o.method, Other: deferred[i].method, OtherAt: deferred[i].site, Flushes: deferred[i].kind == opFlush, OneWay: !o.certain})
		}
	}
}

// skips reports whether a deferred call is to run when the process exits. The last deferred call runs first.
func skips(exit, d *op) bool {
	return exit.at != d.at && exit.at != nil && exit.at.Parent() == d.at.Parent() && canFollow(d.at, exit.at) && !(exit.deferred && canFollow(exit.at, d.at))
}

// isDone reports whether what a deferred call does may have been done before the exit.
func (l *link) isDone(d, exit *op) bool {
	return slices.ContainsFunc(l.of(d.kind), func(o *op) bool {
		same := d.node == nil && o.node == nil && o.method == d.method || d.node != nil && o.node != nil && o.node.find() == d.node.find()
		return same && o.at != d.at && o.mode != later && mayFollow(o, exit)
	})
}

// atTheEnd reports whether the process exits when something serves and is to stop, rather than while it starts.
func (l *link) atTheEnd(exit *op) bool {
	serves := func(o *op) bool {
		return (o.kind == opStart || o.kind == opBegin) && o.mode != later && mayFollow(o, exit) && !l.isSide(o)
	}
	return slices.ContainsFunc(l.ops, serves) && (exit.afterStart && exit.certain || exit.afterSignal || l.afterStop(exit))
}

// afterStop reports whether the exit comes after a join of a goroutine that stops a server.
func (l *link) afterStop(exit *op) bool {
	return slices.ContainsFunc(l.of(opJoin), func(j *op) bool {
		return j.mode == inline && follows(j, exit) && slices.ContainsFunc(l.of(opStop), func(s *op) bool { return s.mode == spawned && s.joined && waitsFor(j, s) })
	})
}

// isOtherCase reports whether the join is a case of a select, from which control cannot come to o.
func isOtherCase(j, o *op) bool {
	sel, ok := j.at.(*ssa.Select)
	if !ok || o.deferred {
		return false
	}
	chosen := caseBlock(sel, slices.IndexFunc(sel.States, func(s *ssa.SelectState) bool { return s.Pos == j.site }))
	return chosen != nil && !reachesAvoiding(chosen.Instrs[0], o.at, nil)
}

// caseBlock returns where control goes when a select has taken its i-th case, or nil.
func caseBlock(sel *ssa.Select, i int) *ssa.BasicBlock {
	for _, ref := range *sel.Referrers() {
		index, ok := ref.(*ssa.Extract)
		if !ok || index.Index != 0 {
			continue
		}
		for _, use := range *index.Referrers() {
			test, ok := use.(*ssa.BinOp)
			if !ok || test.Op != token.EQL || len(*test.Referrers()) != 1 {
				continue
			}
			if c, ok := test.Y.(*ssa.Const); ok && c.Int64() == int64(i) {
				if branch, ok := (*test.Referrers())[0].(*ssa.If); ok {
					return branch.Block().Succs[0]
				}
			}
		}
	}
	return nil
}
