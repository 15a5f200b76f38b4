package lifecycle

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/gracelint/gracelint"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// A Program is what is known of a main package, linked from the summaries of all that main calls.
type Program struct {
	Path     string     `json:"path"`     // import path
	Servers  []Server   `json:"servers"`  // that the program starts, in the order of the source; one-shot ones left out
	Loopback []Listener `json:"loopback"` // servers that listen on loopback addresses
	Term     Term       `json:"term"`
	Catches  []Catch    `json:"catches"` // registrations for signals
	Unseen   bool       `json:"unseen"`  // signals may be caught in a way that Catches does not tell, as by a framework
	Waits    []Wait     `json:"waits"`   // what main waits for
	Steps    []Step     `json:"steps"`   // what it does once the signal has come

	// Dir is the folder of the package, as the gracelint command names it; the analyzers leave it empty.
	Dir string `json:"-"`
}

// Term is what a program does with SIGTERM.
type Term int

const (
	TermHeard    Term = iota // it may catch it
	TermReplaced             // it catches a signal instead that cannot be caught
	TermIntOnly              // it catches SIGINT and leaves out SIGTERM
	TermUnheard              // it catches neither
	TermIgnored              // it ignores it
	TermTooLate              // it registers for it once serving has ended
	TermLost                 // it registers for it and never looks
	TermQuits                // it ends at once when it comes
)

// A Server is what one call starts: a server, or a worker.
type Server struct {
	Name     string         `json:"name"`    // what is started, such as http.Server, or what starts it, such as http.ListenAndServe
	Kind     string         `json:"kind"`    // its type, as path.Type, or the path of the package whose function starts it
	At       Place          `json:"at"`      // where it is started
	Start    analysis.Range `json:"-"`       // the call in the package through which it is started
	Address  string         `json:"address"` // where it listens, when that is constant
	Routes   []string       `json:"routes"`  // the patterns of its http.ServeMux, if they are surely all that it serves; else none
	Stop     Stop           `json:"stop"`
	Stops    []StopCall     `json:"stops"`
	Methods  []string       `json:"-"`      // that would stop it gracefully
	Instead  string         `json:"-"`      // what to start instead of what cannot be stopped
	Sentinel string         `json:"-"`      // what its start returns as soon as a stop has begun
	Waits    bool           `json:"-"`      // its start returns only when the stop is done
	Side     bool           `json:"side"`   // serves metrics, health or profiles only
	Worker   bool           `json:"worker"` // works on jobs or messages
	AtOnce   bool           `json:"atOnce"` // a graceful stop is seen to begin at the signal, with nothing before it that takes time

	ignores []gracelint.Ignore // the comments at At
	local   bool               // it listens on a loopback address: its traffic comes through a proxy in its pod, if any does
	held    bool               // the program's own package holds what it comes from, and could stop it
}

// A Listener is a server that is known by its address alone.
type Listener struct {
	Address string `json:"address"`
	At      Place  `json:"at"`
}

// A StopCall stops a server.
type StopCall struct {
	Method   string  `json:"method"`
	At       Place   `json:"at"`
	Graceful bool    `json:"graceful"`
	Limit    Seconds `json:"limit"` // that it may take at most, when that is constant; else 0
}

// A Catch registers for signals.
type Catch struct {
	At      Place    `json:"at"`
	Signals []Signum `json:"signals"`
	All     bool     `json:"all"`     // no signal is named: every one is meant
	Unknown bool     `json:"unknown"` // and others, perhaps
}

// A Wait is something that main waits for.
type Wait struct {
	For string `json:"for"` // "signal": a signal, or the end of a context; "group": goroutines; or "channel"
	At  Place  `json:"at"`
}

// Stop is how a program stops a server.
type Stop int

const (
	StopUnknown  Stop = iota // somehow, perhaps: the server is handed to something that is not understood
	StopNever                // not at all
	StopGraceful             // open requests are let finish, at least on some path
	StopAbrupt               // only by cutting open requests
	StopTooLate              // only once serving has ended by itself
	Unstoppable              // it was started in a way that leaves no handle to stop it with
)

// In names the place of the start, when that is not in the program's own package, as " in import/path (file.go:line)".
func (s *Server) In(p *Program) string {
	if s.At.Package == p.Path {
		return ""
	}
	return " in " + s.At.String()
}

// NeverStopped reports whether the server is cut off whenever the program ends.
func (s *Server) NeverStopped() bool {
	return s.Stop == StopNever || s.Stop == Unstoppable || s.Stop == StopTooLate
}

// NeverStopped returns the servers that are cut off whenever the program ends.
func (p *Program) NeverStopped() []Server {
	return slices.DeleteFunc(slices.Clone(p.Servers), func(s Server) bool { return !s.NeverStopped() })
}

// Drains reports whether the program is certain to catch SIGTERM, and stops a server gracefully then that is there for
// more than operators.
func (p *Program) Drains() bool {
	return p.Term == TermHeard &&
		slices.ContainsFunc(p.Catches, func(c Catch) bool { return !c.Unknown && slices.Contains(c.Signals, Signum(SIGTERM)) }) &&
		slices.ContainsFunc(p.Servers, func(s Server) bool { return !s.Side && s.Stop == StopGraceful })
}

// SideOnly reports whether the program starts side servers only.
func (p *Program) SideOnly() bool {
	return !slices.ContainsFunc(p.Servers, func(s Server) bool { return !s.Side })
}

// isLocal reports whether nothing but a proxy in its pod can reach the program's servers.
func (p *Program) isLocal() bool {
	return p != nil && len(p.Servers) > 0 && !slices.ContainsFunc(p.Servers, func(s Server) bool { return !s.local })
}

// Fault names the fault that two families see: servers that are never stopped in a program that does not hear SIGTERM,
// or does not act on it. It is empty when there is none.
func (p *Program) Fault() string {
	if p.Term == TermHeard || p.Term == TermIntOnly || p.Term == TermReplaced || len(p.NeverStopped()) == 0 {
		return ""
	}
	return "never stopped: " + p.Path
}

// The rules that a program's verdicts are for.
const (
	ruleCatchAll           = "signalnotify/catch-all"
	ruleStopsOnNoise       = "signalnotify/stops-on-noise"
	ruleMissingSigterm     = "signalnotify/missing-sigterm"
	ruleIgnored            = "signalnotify/ignored"
	ruleTooLate            = "signalnotify/too-late"
	ruleNeverReceived      = "signalnotify/never-received"
	ruleExitsAtOnce        = "signalnotify/exits-at-once"
	ruleUnstoppable        = "serverclose/unstoppable"
	ruleMissingShutdown    = "serverclose/missing-shutdown"
	ruleBlockingGo         = "serverclose/blocking-go"
	ruleUnreachableStop    = "serverclose/unreachable-stop"
	ruleAbruptStop         = "serverclose/abrupt-stop"
	ruleAcceptSpin         = "serverclose/accept-spin"
	ruleLateRegistration   = "serverclose/late-registration"
	ruleFatalOnClose       = "serverclose/fatal-on-close"
	ruleNotAwaited         = "serverclose/not-awaited"
	ruleUnboundedStop      = "serverclose/unbounded-stop"
	ruleHealthStillServing = "serverclose/health-still-serving"
	ruleCancelledRequests  = "serverclose/cancelled-requests"
	ruleDiscardedStop      = "serverclose/discarded-stop"
	ruleWrongOrder         = "serverclose/wrong-order"
	ruleSkippedCleanup     = "serverclose/skipped-cleanup"
)

// A link is the work of linking one program.
type link struct {
	u        *unit
	ops      []*op // what main does, with all that it calls
	hidden   bool  // SIGTERM may be caught in a way that no op tells of
	profiles bool  // net/http/pprof serves on http.DefaultServeMux
	servedBy []*op // the starts of the program's servers
	ored     bool  // SIGTERM is lost in a number that is made of several signals
	program  *Program
	result   *Result
}

// linkProgram returns the verdicts, or nil when the program starts nothing, or its host decides when it ends.
func (p *pkgFlow) linkProgram(told packageSummary, result *Result) *Program {
	main := p.pkg.Func("main")
	if main == nil || len(main.Blocks) == 0 || slices.ContainsFunc(p.pass.Pkg.Imports(), func(imp *types.Package) bool { return slices.Contains(hosts, imp.Path()) }) {
		return nil
	}
	u := p.unit(main)
	l := &link{u: u, hidden: told.Hidden, ored: told.Ored, profiles: told.Profile, result: result, program: &Program{Path: p.pass.Pkg.Path()}}
	seen := newTold()
	for _, o := range u.init {
		l.ops = append(l.ops, u.expand(o, nil, seen)...)
	}
	if l.ops = append(l.ops, u.frame(main).ops...); !u.isUnderstood() || p.copied > maxCopied {
		return nil
	}
	l.servers()
	if len(l.program.Servers) == 0 {
		return nil
	}
	l.loopback()
	l.term()
	l.waits()
	l.steps()
	l.neverDeregistered()
	return l.program
}

// isSame reports whether nothing tells the servers apart: what starts one is reached in two ways.
func (s *Server) isSame(other Server) bool {
	return s.Start.Pos() == other.Start.Pos() && s.At == other.At && s.Name == other.Name && s.Address == other.Address && s.Side == other.Side && s.Stop == other.Stop && slices.Equal(s.Stops, other.Stops) && slices.Equal(s.Routes, other.Routes)
}

// started lists the ops that start something, in the order of the source, once for each server.
func (l *link) started() []*op {
	var starts []*op
	byNode := map[*node]bool{}
	inOrder := func(a, b *op) int { return cmp.Compare(a.site, b.site) }
	for _, o := range surestFirst(slices.SortedStableFunc(slices.Values(l.ops), inOrder)) {
		if o.kind != opStart && o.kind != opBegin || isOneShot(o.node) || o.isOff() {
			continue
		}
		if n := o.node.find(); !byNode[n] || l.unstoppable(o) {
			byNode[n] = true
			starts = append(starts, o)
		}
	}
	slices.SortStableFunc(starts, inOrder)
	return starts
}

// surestFirst puts what main does before what goroutines do, and that before what somebody may do sometime: of two that
// are as good as one another, a verdict stands at the former.
func surestFirst(ops []*op) []*op {
	return slices.SortedStableFunc(slices.Values(ops), func(a, b *op) int { return cmp.Compare(a.mode, b.mode) })
}

func (l *link) unstoppable(start *op) bool {
	return len(start.api.stop) == 0 && len(start.api.owns) == 0 && !start.api.ctx
}

func (l *link) servers() {
	seen := map[string]int{}
	for _, start := range l.started() {
		s := l.server(start)
		key := fmt.Sprint(start.site, start.origin)
		if s.Stop == Unstoppable { // one call, however many servers it starts
			key = fmt.Sprint(start.site)
		}
		i, known := seen[key]
		switch {
		case !known || !l.unstoppable(start) && s.Stop != Unstoppable:
			i = len(l.program.Servers)
			l.program.Servers, seen[key] = append(l.program.Servers, s), i
			l.servedBy = append(l.servedBy, start)
		case l.program.Servers[i].Side: // a helper that serves both
			l.program.Servers[i], l.servedBy[i] = s, start
		default:
			continue
		}
		if s.Stop != Unstoppable {
			l.judge(start, &l.program.Servers[i])
		}
		if last := len(l.program.Servers) - 1; i == last && slices.ContainsFunc(l.program.Servers[:last], l.program.Servers[last].isSame) {
			l.program.Servers, l.servedBy = l.program.Servers[:last], l.servedBy[:last]
		}
	}
}

// startedBy returns the name of a dependency's function that starts a server which nobody else comes by, or "".
func (l *link) startedBy(start *op) string {
	if !start.foreign || start.node.find().escaped || len(l.on(start.node, opStop)) > 0 || len(l.on(start.node, opAbort)) > 0 {
		return ""
	}
	call, ok := l.extent(start).(*ast.CallExpr)
	if !ok {
		return ""
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	fn, ok := l.u.p.pass.TypesInfo.Uses[sel.Sel].(*types.Func)
	if !ok || fn.Signature().Recv() != nil || fn.Signature().Results().Len() > 1 {
		return "" // a method's receiver, or what is returned, may have a stop of its own
	}
	if results := fn.Signature().Results(); results.Len() == 1 && !isError(results.At(0).Type()) {
		return ""
	}
	return types.ExprString(sel)
}

func (l *link) server(start *op) Server {
	a := start.api
	s := Server{
		ignores: start.ignores,
		Name:    a.pkgName() + "." + a.typ, Kind: strings.TrimSuffix(a.pkg+"."+a.typ, "."), At: start.origin.place(), Start: l.extent(start),
		Methods: a.stop, Instead: a.instead, Sentinel: a.sentinelName(), Waits: a.waits, Side: l.isSide(start), Worker: a.worker, local: isLocal(start.node),
	}
	s.Side = s.Side || s.local
	if a.typ == "" {
		s.Name += start.method
	} else if l.unstoppable(start) {
		s.Name += "." + start.method
	}
	if name := l.startedBy(start); name != "" && len(a.stop) > 0 {
		s.Name, s.Stop, s.Instead = name, Unstoppable, "start a "+a.pkgName()+"."+a.typ+" of your own and call its "+a.stop[0]
	}
	if addr, whole := address(start.node); whole {
		s.Address = addr
	}
	s.Routes = l.routes(start.node)
	s.held = l.holds(start.node, start)
	return s
}

// holds reports whether main gives the call through which the op is reached what leads to a node, or gets it from there.
func (l *link) holds(n *node, o *op) bool {
	seen := map[*node]bool{}
	var leads func(from *node) bool
	leads = func(from *node) bool {
		if from = from.find(); seen[from] {
			return false
		}
		seen[from] = true
		return from == n.find() || slices.ContainsFunc(from.fields, func(f field) bool { return leads(f.node) })
	}
	for _, s := range l.u.sites {
		if s.pos == o.site && slices.ContainsFunc(slices.Concat(s.params, s.results), leads) {
			return true
		}
	}
	return false
}

// on lists the ops of a kind that are done to a server.
func (l *link) on(server *node, kind opKind) []*op {
	var found []*op
	for _, o := range l.ops {
		if o.kind == kind && o.node != nil && o.node.find() == server.find() {
			found = append(found, o)
		}
	}
	return surestFirst(found)
}

// judge says how the server is stopped, and whether that works.
func (l *link) judge(start *op, s *Server) {
	stops, aborts := l.on(start.node, opStop), l.on(start.node, opAbort)
	for _, o := range slices.Concat(stops, aborts) {
		if call := (StopCall{Method: o.method, At: o.origin.place(), Graceful: o.kind == opStop, Limit: limitOf(o.with)}); !slices.Contains(s.Stops, call) {
			s.Stops = append(s.Stops, call)
		}
	}
	s.AtOnce = slices.ContainsFunc(stops, func(o *op) bool { return o.afterSignal && o.mode != later }) &&
		!slices.ContainsFunc(stops, func(o *op) bool { return o.paused })
	notLate := func(o *op) bool { return !o.late }
	closesListener := false
	if listener := start.node.has(listenerField); listener != nil {
		closesListener = listener.escaped || slices.ContainsFunc(l.on(listener, opAbort), notLate)
	}
	inTime := slices.ContainsFunc(slices.Concat(stops, aborts), notLate)
	switch {
	case l.countsRequests(start.node):
		s.Stop = StopUnknown
	case l.unstoppable(start) && !start.argument:
		s.Stop = Unstoppable
	case slices.Contains(start.api.owns, start.method):
		s.Stop = StopGraceful
	case len(stops) > 0 && (inTime || closesListener):
		s.Stop = StopGraceful
		l.judgeStops(start, s, stops, aborts)
	case start.node.find().escaped || start.api.ctx:
		s.Stop = StopUnknown
	case start.argument: // blocking-go speaks of it
		s.Stop = StopTooLate
	case len(stops) > 0:
		s.Stop = StopTooLate
		l.verdict(ruleUnreachableStop, stops[0], Verdict{What: stops[0].method, Server: s})
	case inTime:
		s.Stop = StopAbrupt
		abort := aborts[slices.IndexFunc(aborts, notLate)]
		l.verdict(ruleAbruptStop, abort, Verdict{What: abort.method, Server: s})
	default:
		s.Stop = StopNever
	}
}

// countsRequests reports whether the program stops a server by hand: it closes the listener, and waits for a group that
// somebody, such as a handler, is done with.
func (l *link) countsRequests(server *node) bool {
	listener := server.has(listenerField)
	if listener == nil || !slices.ContainsFunc(l.on(listener, opAbort), func(o *op) bool { return !o.late }) {
		return false
	}
	return slices.ContainsFunc(l.of(opJoin), func(join *op) bool {
		return !join.signal && join.mode != later && slices.ContainsFunc(l.on(join.node, opRelease), func(o *op) bool { return o.mode == later })
	})
}

// judgeStops says whether the graceful stops of a server do what they are for.
func (l *link) judgeStops(start *op, s *Server, stops, aborts []*op) {
	fatal := l.on(start.node, opFatal)
	left := slices.IndexFunc(stops, func(o *op) bool { return l.isLeft(o, stops) && l.mainReturns(o) && l.isReached(o) })
	switch {
	case len(fatal) > 0:
		l.fatal(slices.DeleteFunc(fatal, l.saidInHook), s)
	case left >= 0:
		l.verdict(ruleNotAwaited, stops[left], Verdict{What: stops[left].method, Server: s})
	}
	for _, o := range stops {
		unbounded := start.api.isUnbounded(o) || isBackground(o.with)
		if !unbounded || len(aborts) > 0 || o.leftAlone || len(l.of(opWatchdog)) > 0 {
			continue
		}
		streams := slices.ContainsFunc(l.on(start.node, opService), isStreamed)
		l.verdict(ruleUnboundedStop, o, Verdict{What: o.method, Server: s, Strict: !streams})
	}
	if l.healthStillServing(start.node) {
		l.verdict(ruleHealthStillServing, stops[0], Verdict{What: stops[0].method, Server: s})
	}
}

// healthStillServing reports whether a server with a health service of the library drains before that says so.
func (l *link) healthStillServing(server *node) bool {
	return slices.ContainsFunc(l.on(server, opService), func(o *op) bool {
		return o.method == healthService && o.with != nil && slices.Contains(o.with.find().consts, libraryHealth) && !o.with.find().escaped &&
			!slices.ContainsFunc(l.on(o.with, opNotServing), func(o *op) bool { return !o.late })
	})
}

func (l *link) of(kind opKind) []*op {
	return slices.DeleteFunc(slices.Clone(l.ops), func(o *op) bool { return o.kind != kind })
}

func escapes(nodes []*node) bool {
	return slices.ContainsFunc(nodes, func(n *node) bool { return n.find().escaped })
}

// isLeft reports whether nothing waits for a stop that a goroutine makes, nor for another stop of the same server, which
// would last until this one is done. What the handlers of requests do, and other commands, is no wait; nor is that
// somebody may come by what makes this very stop.
func (l *link) isLeft(o *op, stops []*op) bool {
	return o.mode == spawned && !slices.ContainsFunc(stops, func(w *op) bool {
		switch {
		case exclusive(o, w):
			return false
		case w.mode == later:
			return !w.ofRequest && !slices.ContainsFunc(stops, func(s *op) bool { return s.mode != later && s.origin == w.origin })
		}
		return w.mode == inline || w.joined || w.lostSight || escapes(w.released)
	})
}

// mainReturns reports whether main comes to an end by itself, once the stop can begin.
func (l *link) mainReturns(stop *op) bool {
	main := l.u.funcs[0]
	from := main.Blocks[0].Instrs[0]
	if stop.at != nil {
		from = stop.at
	}
	for instr := range instrs(main) {
		if l.u.p.hangs(instr) && canFollow(from, instr) {
			return false // what comes before it is for when serving fails
		}
	}
	for instr := range instrs(main) {
		if _, ok := instr.(*ssa.Return); ok && instr.Block() != main.Recover && canFollow(from, instr) {
			return true
		}
	}
	return false
}

// hangs reports whether the instruction blocks for ever: an empty select, or the call of a function that never returns.
func (p *pkgFlow) hangs(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Select:
		return instr.Blocking && len(instr.States) == 0
	case *ssa.Call:
		callee := p.callee(instr.Common())
		if callee == nil {
			return false
		}
		hangs := slices.DeleteFunc(slices.Collect(instrs(callee)), func(i ssa.Instruction) bool {
			sel, ok := i.(*ssa.Select)
			return !ok || !p.hangs(sel)
		})
		for inner := range instrs(callee) {
			_, ends := inner.(*ssa.Return)
			if _, panics := inner.(*ssa.Panic); (ends || panics) && reachesAvoiding(callee.Blocks[0].Instrs[0], inner, hangs) {
				return false
			}
		}
		return true
	}
	return false
}

// isReached reports whether the signal leads to the stop. It is only said not to where all that comes before the stop, as
// far as it is seen, is a wait for something else.
func (l *link) isReached(stop *op) bool {
	var come []*node
	for _, o := range l.of(opCatch) {
		come = append(come, o.node)
	}
	leads := func(j *op) bool { return releases(j, stop.node) }
	joins := l.of(opJoin)
	if len(come) == 0 || !slices.ContainsFunc(joins, leads) {
		return true
	}
	for again := true; again; {
		again = false
		for _, j := range joins {
			if j.node.find().escaped || slices.ContainsFunc(come, func(n *node) bool { return isFrom(j.node, n) }) {
				if leads(j) {
					return true
				}
				again = again || len(come) < len(union(come, j.released))
				come = union(come, j.released)
			}
		}
	}
	return false
}

// isBackground reports whether nothing ends the context.
func isBackground(ctx *node) bool {
	return ctx != nil && !ctx.find().escaped && slices.Equal(ctx.find().consts, []string{background}) && len(ctx.find().fields) == 0
}

// caught returns the signals of a registration, whether there may be others, and whether all are meant.
func caught(with *node) (numbers []int, unknown, all bool) {
	with = with.find()
	for _, c := range with.consts {
		if c == everySignal {
			all = true
		} else if n, err := strconv.Atoi(c); err == nil {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	return numbers, with.escaped || len(with.consts) == 0, all
}

// term says what the program does with SIGTERM, in the order in which the rules speak.
func (l *link) term() {
	p := l.program
	var term, interrupt, uncatchable []*op
	for _, o := range l.of(opCatch) {
		numbers, unknown, all := caught(o.with)
		p.Catches = append(p.Catches, Catch{At: o.origin.place(), Signals: signums(numbers), All: all, Unknown: unknown && !all})
		switch {
		case all || unknown || slices.Contains(numbers, SIGTERM):
			term = append(term, o)
		case slices.Contains(numbers, SIGINT):
			interrupt = append(interrupt, o)
		}
		if slices.Contains(numbers, SIGKILL) && !o.foreign {
			uncatchable = append(uncatchable, o)
		}
	}
	owned := slices.ContainsFunc(l.ops, func(o *op) bool {
		return (o.kind == opStart || o.kind == opBegin) && slices.Contains(o.api.owns, o.method)
	})
	catchAll := l.stopsOnNoise()
	p.Unseen = l.hidden || owned || catchAll
	switch {
	case p.Unseen:
		p.Term = TermHeard
	case len(term) > 0:
		p.Term = l.heard(term)
	case l.ignored(nil):
	case len(uncatchable) > 0 || l.ored:
		p.Term = TermReplaced
	case len(interrupt) > 0:
		p.Term = TermIntOnly
		l.verdict(ruleMissingSigterm, interrupt[0], Verdict{})
	default:
		p.Term = TermUnheard
	}
}

// ignored reports whether the program ignores SIGTERM, and does not register for it afterwards.
func (l *link) ignored(catches []*op) bool {
	for _, o := range l.of(opIgnore) {
		numbers, _, all := caught(o.with)
		undone := o.undone || o.at == nil && len(catches) > 0 // main comes after the initialization
		if (all || slices.Contains(numbers, SIGTERM)) && !o.afterSignal && !undone {
			l.program.Term = TermIgnored
			l.verdict(ruleIgnored, o, Verdict{})
			return true
		}
	}
	return false
}

// heard says what becomes of SIGTERM in a program that registers for it.
func (l *link) heard(catches []*op) Term {
	p := l.program
	switch {
	case l.ignored(catches):
		return TermIgnored
	case len(p.Servers) > 0 && !slices.ContainsFunc(catches, func(o *op) bool { return !o.late }):
		l.verdict(ruleTooLate, catches[0], Verdict{})
		return TermTooLate
	case !slices.ContainsFunc(catches, func(o *op) bool { return !surelyCatchesTerm(o) || !l.unread(o) }):
		l.verdict(ruleNeverReceived, catches[0], Verdict{})
		return TermLost
	}
	if quits := l.quits(catches); len(quits) > 0 && len(p.Servers) > 0 && (!p.SideOnly() || p.isLocal()) {
		l.verdict(ruleExitsAtOnce, quits[0], Verdict{What: quits[0].method})
		return TermQuits
	}
	return TermHeard
}

// unread reports whether nothing receives what a registration sends, or asks the context that it makes, and no start
// is given it to end with.
func (l *link) unread(o *op) bool {
	return o.node != nil && !o.node.find().escaped && !slices.ContainsFunc(l.ops, func(other *op) bool {
		return other.kind == opJoin && isFrom(other.node, o.node) ||
			(other.kind == opStart || other.kind == opBegin) && other.with != nil && isFrom(other.with, o.node)
	})
}

func surelyCatchesTerm(o *op) bool {
	if o.kind != opCatch {
		return false
	}
	numbers, unknown, all := caught(o.with)
	return !unknown && (all && len(numbers) == 0 || slices.Contains(numbers, SIGTERM))
}

func mayCatchTerm(o *op) bool {
	if o.kind != opCatch {
		return false
	}
	numbers, unknown, all := caught(o.with)
	return all || unknown || slices.Contains(numbers, SIGTERM)
}

// waits lists what main waits for, each once.
func (l *link) waits() {
	for _, o := range l.of(opJoin) {
		if w := (Wait{For: o.waitsFor(), At: o.origin.place()}); o.mode == inline && !slices.Contains(l.program.Waits, w) {
			l.program.Waits = append(l.program.Waits, w)
		}
	}
}

// waitsFor says what a join waits for.
func (o *op) waitsFor() string {
	switch {
	case o.signal:
		return "signal"
	case o.method != "":
		return "group"
	}
	return "channel"
}

// verdict notes a verdict at the call in the package through which the op is reached.
func (l *link) verdict(rule string, o *op, v Verdict) {
	v.Program = l.program
	v.Strict = v.Strict || v.Server != nil && v.Server.local || l.program.isLocal()
	v = l.u.p.verdict(rule, o, v)
	if !slices.ContainsFunc(l.result.Verdicts, v.isSame) { // what is done in two ways is one fault
		l.result.Verdicts = append(l.result.Verdicts, v)
	}
}

func (p *pkgFlow) verdict(rule string, o *op, v Verdict) Verdict {
	if v.Rule = rule; v.At == nil {
		v.At = nodeAt(p.pass, o.site)
	}
	if o.origin.Pkg != p.pass.Pkg.Path() {
		elsewhere := o.origin.place()
		v.Elsewhere = &elsewhere
	}
	if i := slices.IndexFunc(o.ignores, func(ig gracelint.Ignore) bool { return ig.Silences(rule) }); i >= 0 && v.Elsewhere != nil {
		v.ignored = &o.ignores[i]
	}
	return v
}

// extent returns where the op's call stands in the package.
func (l *link) extent(o *op) analysis.Range { return nodeAt(l.u.p.pass, o.site) }
