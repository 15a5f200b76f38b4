package shell

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// judge says what SIGTERM does to the shell. The verdict is not placed unless a process decides that the shell becomes.
func (w *walk) judge() Verdict {
	tails, ok := w.tails()
	if !ok {
		return Verdict{Shell: w.inv.family}
	}
	return w.pick(tails)
}

// tails returns the commands that may be the last of the source. A source that is given no argument and then does
// nothing is one that is always given some, which are not known. It reports false when the source cannot be read.
func (w *walk) tails() ([]tail, bool) {
	file, err := syntax.NewParser(syntax.Variant(dialect(w.inv.family))).Parse(strings.NewReader(w.source), "")
	if err != nil || !slices.Contains(columns[:], w.inv.family) {
		return nil, false
	}
	w.functions = map[string]*syntax.Stmt{}
	w.survey(file)
	tails := w.list(file.Stmts, w.outermost(file))
	if len(tails) == 0 && len(w.params) == 0 {
		w.params = []word{{`"$@"`, false, -1}}
		tails = w.list(file.Stmts, w.outermost(file))
	}
	return tails, true
}

func dialect(family Family) syntax.LangVariant {
	switch family {
	case Bash, BusyBox, OldBusyBox: // busybox knows some of bash's syntax, such as [[ ]]
		return syntax.LangBash
	case Mksh, Ksh:
		return syntax.LangMirBSDKorn
	case Zsh:
		return syntax.LangZsh
	}
	return syntax.LangPOSIX
}

// A walk goes through a source to the commands that may be its last.
type walk struct {
	process   process
	inv       invocation
	source    string
	params    []word // $1 and on, of the source or of the function that is walked through
	shifted   bool   // set or shift changes them somewhere
	functions map[string]*syntax.Stmt
	foreign   bool // functions may be defined that are not seen: a file is sourced
	traps     []trap
	waits     int  // how often wait is called, in trap actions too
	loops     bool // there is a loop, so nobody knows how often
	jobs      bool // something runs in the background
	waiting   bool // the shell waits for its jobs after what is walked through
	calls     int  // of functions, as far as they were followed
}

// A trap is a call of trap that sets an action.
type trap struct {
	action  string
	signals []string // without SIG
}

// A tail is a command that may be the last of a source: the one that the shell waits for, or becomes.
type tail struct {
	kind       kind
	call       *syntax.CallExpr
	program    []*syntax.Word // of call, without a leading exec, command or the like
	argv       []word         // what program comes to
	constructs []construct
}

// isJob reports whether it runs in the background while the shell waits.
func (t tail) isJob() bool { return slices.Contains(t.constructs, waited) }

// kind is what a command means for a container that is told to end.
type kind int

const (
	child  kind = iota // a child of the shell, unless that replaces itself
	execed             // exec has put it in the shell's place
	idle               // nothing is lost
	other              // what it does is not known, such as sourcing a file
)

// survey collects what a decision needs to know from anywhere in the source.
func (w *walk) survey(file *syntax.File) {
	var traps []*syntax.CallExpr
	syntax.Walk(file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.FuncDecl:
			if n.Name != nil { // zsh knows functions without one, and with several
				w.functions[n.Name.Value] = n.Body
			}
		case *syntax.ForClause, *syntax.WhileClause:
			w.loops = true
		case *syntax.Stmt:
			w.jobs = w.jobs || n.Background
		case *syntax.CallExpr:
			switch words, _ := literals(n.Args); first(words) {
			case "wait":
				w.waits++
			case "trap":
				traps = append(traps, n)
			case "set":
				w.inv.errexit = w.inv.errexit || setsErrexit(words)
				w.shifted = w.shifted || setsParameters(n.Args)
			case "shift":
				w.shifted = true
			case ".", "source":
				w.foreign = w.foreign || !definesNoFunction(n.Args[1:])
			}
		}
		return true
	})
	for _, call := range traps {
		w.addTrap(call)
	}
}

func setsErrexit(words []string) bool {
	return slices.ContainsFunc(words[1:], func(word string) bool {
		return word == "errexit" || len(word) > 1 && word[0] == '-' && strings.Contains(word, "e")
	})
}

// setsParameters reports whether set is given more than options.
func setsParameters(args []*syntax.Word) bool {
	for i := 1; i < len(args); i++ {
		switch word, ok := literal(args[i]); {
		case !ok || word == "--" || word == "" || word[0] != '-' && word[0] != '+':
			return true
		case strings.HasSuffix(word, "o"):
			i++
		}
	}
	return false
}

// settings is what a file is called that sets variables and defines no function that could be the app.
var settings = regexp.MustCompile(`(^|/|\.)(env|profile|bashrc|activate|os-release|lsb-release|envvars|config|conf|environment|secrets)$|\.(env|conf|vars)$|^/etc/(default|sysconfig|profile\.d)/`)

func definesNoFunction(args []*syntax.Word) bool {
	if len(args) == 0 {
		return true
	}
	name, ok := literal(args[0])
	if !ok && len(args[0].Parts) > 1 { // $DIR/activate
		last, isLit := args[0].Parts[len(args[0].Parts)-1].(*syntax.Lit)
		return isLit && settings.MatchString(last.Value)
	}
	return ok && settings.MatchString(name)
}

// action returns what a call of trap sets; an empty action, and -, are none.
func (w *walk) action(call *syntax.CallExpr) string {
	if len(call.Args) < 3 {
		return ""
	}
	action, ok := literal(call.Args[1])
	switch {
	case !ok:
		return w.text(call.Args[1])
	case action == "-":
		return ""
	}
	return action
}

// addTrap notes a trap that has an action.
func (w *walk) addTrap(call *syntax.CallExpr) {
	action := w.action(call)
	if action == "" {
		return
	}
	if body := w.functions[action]; body != nil {
		action = w.text(body)
	} else {
		w.waits += strings.Count(action, "wait") // those of a function are counted already
	}
	signals, whole := literals(call.Args[2:])
	if !whole {
		action, signals = "", []string{"TERM"} // it may be any
	}
	for i, signal := range signals {
		signals[i] = strings.TrimPrefix(strings.ToUpper(signal), "SIG")
	}
	w.traps = append(w.traps, trap{action, signals})
}

// trapFor returns the trap that one of the signals runs, if any.
func (w *walk) trapFor(signals ...string) *trap {
	for i, t := range w.traps {
		if slices.ContainsFunc(t.signals, func(s string) bool { return slices.Contains(signals, s) }) {
			return &w.traps[i]
		}
	}
	return nil
}

// bare is a source that mksh hands to exec unread: no quote, no variable, no operator, no assignment.
var bare = regexp.MustCompile(`^[\w ./:,@%+!^-]+$`)

// outermost returns the constructs in which every command of the source stands.
func (w *walk) outermost(file *syntax.File) []construct {
	constructs := []construct{last}
	switch {
	case w.inv.script:
		constructs[0] = script
	case bare.MatchString(w.source):
		constructs[0] = plain
	}
	if len(file.Stmts) > 0 {
		rest := w.source[min(int(file.Stmts[len(file.Stmts)-1].End().Offset()), len(w.source)):]
		switch lines := strings.Count(rest, "\n"); {
		case lines > 1:
			constructs = append(constructs, blankLine)
		case lines == 1:
			constructs = append(constructs, newline)
		case rest != "":
			constructs = append(constructs, blankAfter)
		}
	}
	switch {
	case w.trapFor("TERM", "15") != nil:
		constructs = append(constructs, trappedTerm)
	case w.trapFor("EXIT", "0") != nil:
		constructs = append(constructs, trappedExit)
	case len(w.traps) > 0:
		constructs = append(constructs, trapped)
	}
	return constructs
}

// list returns the tails of statements that run one after the other; none when all are over in a moment. What stands
// after the last command that may take long keeps the shell. Where the shell waits for its jobs in the end, what it
// waits for is the job, and a command in the foreground between the two is over before.
func (w *walk) list(stmts []*syntax.Stmt, in []construct) []tail {
	if at := slices.IndexFunc(stmts, w.ends); at >= 0 {
		stmts = stmts[:at+1] // nothing after it is reached
	}
	waiting := w.waiting
	defer func(outer bool) { w.waiting = outer }(w.waiting)
	after, trapAfter := false, false
	var foreground []tail
	for i, s := range slices.Backward(stmts) {
		constructs := in
		if i > 0 && stmts[i-1].Background && stmts[i-1].End().Line() == s.Pos().Line() {
			constructs = with(in, afterJob)
		}
		switch {
		case s.Background && waiting:
			constructs = with(constructs, waited)
		case s.Background:
			after = true
			continue // the shell does not wait for it
		case after:
			constructs = with(constructs, followed)
		}
		w.waiting = waiting && !s.Background // a job's own jobs are not the shell's
		switch tails := w.stmt(s, constructs); {
		case len(tails) == 0:
		case slices.ContainsFunc(tails, tail.isJob):
			return tails
		case foreground != nil:
		case trapAfter, w.inv.script && after && w.isErrand(s, stmts[i+1]):
			foreground = []tail{{kind: other}} // the trap is meant for what comes after it
		default:
			foreground = tails
		}
		if foreground != nil && !waiting {
			return foreground
		}
		waiting = waiting || w.reaches(s, func(call *syntax.CallExpr) bool { return isCall(call, "wait") })
		trapAfter = trapAfter || w.reaches(s, func(call *syntax.CallExpr) bool { return isCall(call, "trap") && w.action(call) != "" })
		after = true
	}
	return foreground
}

// reaches reports whether a statement may come to a call of that kind, in functions that it calls too.
func (w *walk) reaches(s *syntax.Stmt, is func(*syntax.CallExpr) bool) bool {
	found := false
	syntax.Walk(s, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.FuncDecl:
			return false
		case *syntax.CallExpr:
			found = found || is(n)
			if words, _ := literals(n.Args); !found && w.functions[first(words)] != nil {
				w.call(n.Args, func(body *syntax.Stmt) { found = w.reaches(body, is) })
			}
		}
		return !found
	})
	return found
}

// isErrand reports whether what a script does before it ends is most likely no server: its end is reported, or the
// script may end without it.
func (w *walk) isErrand(s, next *syntax.Stmt) bool {
	switch s.Cmd.(type) {
	case *syntax.IfClause, *syntax.CaseClause:
		_, one := w.alternatives(s.Cmd)
		return !one
	}
	return !s.Background && (calls(next, "echo") || calls(next, "printf"))
}

// ends reports whether the shell is certainly gone after the statement: by exec or exit, directly or on every branch.
func (w *walk) ends(s *syntax.Stmt) bool {
	if s.Background || s.Negated {
		return false
	}
	switch cmd := s.Cmd.(type) {
	case *syntax.CallExpr:
		words, _ := literals(cmd.Args)
		switch name := first(words); {
		case name == "exec":
			return len(execProgram(cmd.Args)) > 0
		case name == "exit":
			return true
		case w.functions[name] != nil:
			ended := false
			w.call(cmd.Args, func(body *syntax.Stmt) { ended = w.ends(body) })
			return ended
		}
	case *syntax.Block:
		return slices.ContainsFunc(cmd.Stmts, w.ends)
	case *syntax.IfClause, *syntax.CaseClause:
		lists, one := w.alternatives(cmd)
		return one && !slices.ContainsFunc(lists, func(l []*syntax.Stmt) bool { return !slices.ContainsFunc(l, w.ends) })
	case *syntax.BinaryCmd:
		if cmd.Op != syntax.AndStmt && cmd.Op != syntax.OrStmt {
			return false
		}
		holds, known := w.holds(cmd.X)
		return w.ends(cmd.X) || known && holds == (cmd.Op == syntax.AndStmt) && w.ends(cmd.Y)
	}
	return false
}

// call walks through the body of a function with the parameters that it is given, unless functions call each other
// without end.
func (w *walk) call(args []*syntax.Word, body func(*syntax.Stmt)) bool {
	name, _ := literal(args[0])
	if w.calls++; w.calls > 5000 {
		return false
	}
	params := w.params
	defer func() { w.params = params }()
	w.params = w.words(args[1:])
	body(w.functions[name])
	return true
}

func calls(s *syntax.Stmt, name string) bool {
	call, ok := s.Cmd.(*syntax.CallExpr)
	return ok && isCall(call, name)
}

func isCall(call *syntax.CallExpr, name string) bool {
	words, _ := literals(call.Args)
	return first(words) == name
}

// stmt returns the tails of one statement.
func (w *walk) stmt(s *syntax.Stmt, in []construct) []tail {
	if s.Coprocess || s.Disown {
		return []tail{{kind: other}}
	}
	if s.Negated {
		in = with(in, negated)
	}
	if call, ok := s.Cmd.(*syntax.CallExpr); ok {
		return w.simple(call, withRedirections(in, s.Redirs))
	}
	if len(s.Redirs) > 0 {
		in = with(in, compoundOut)
	}
	switch cmd := s.Cmd.(type) {
	case *syntax.BinaryCmd:
		return w.binary(cmd, in)
	case *syntax.Subshell:
		defer func(outer bool) { w.waiting = outer }(w.waiting)
		w.waiting = false // its jobs are not the shell's
		return w.list(cmd.Stmts, with(in, subshell))
	case *syntax.Block:
		return w.list(cmd.Stmts, with(in, compound))
	case *syntax.IfClause, *syntax.CaseClause:
		var tails []tail
		lists, _ := w.alternatives(cmd)
		for _, stmts := range lists {
			tails = append(tails, w.list(stmts, with(in, compound))...)
		}
		return tails
	case *syntax.ForClause:
		return w.repeated(cmd.Do, with(in, forLoop))
	case *syntax.WhileClause:
		return w.repeated(slices.Concat(cmd.Cond, cmd.Do), with(in, loop))
	case *syntax.TimeClause:
		if cmd.Stmt == nil {
			return nil
		}
		return w.stmt(cmd.Stmt, with(in, timed))
	case *syntax.FuncDecl:
		if cmd.Name != nil {
			return nil
		}
	case nil, *syntax.DeclClause, *syntax.ArithmCmd, *syntax.TestClause, *syntax.LetClause:
		return nil
	}
	return []tail{{kind: other}}
}

// with returns a copy: the same slice is extended for several branches.
func with(in []construct, c construct) []construct {
	if slices.Contains(in, c) {
		return in
	}
	return append(slices.Clone(in), c)
}

func withRedirections(in []construct, redirs []*syntax.Redirect) []construct {
	for _, r := range redirs {
		if r.Op == syntax.Hdoc || r.Op == syntax.DashHdoc {
			in = with(in, heredoc)
		} else {
			in = with(in, redirected)
		}
	}
	return in
}

func (w *walk) binary(cmd *syntax.BinaryCmd, in []construct) []tail {
	switch cmd.Op {
	case syntax.Pipe, syntax.PipeAll:
		// The reader of `app | tee log` is not the app; that of `echo x | app` is.
		if tails := w.stmt(cmd.X, with(in, piped)); len(tails) > 0 {
			return tails
		}
		return w.stmt(cmd.Y, with(in, pipedLast))
	}
	if holds, known := w.holds(cmd.X); known && holds != (cmd.Op == syntax.AndStmt) {
		return nil // what follows is not run
	}
	return w.list([]*syntax.Stmt{cmd.X, cmd.Y}, in)
}

// repeated returns the last command of a loop that may take long: it is the one at work whenever SIGTERM comes,
// whatever pause follows it.
func (w *walk) repeated(stmts []*syntax.Stmt, in []construct) []tail {
	var found, pause []tail
	for _, s := range stmts {
		constructs := in
		if s.Background {
			constructs = with(in, waited)
		}
		for _, t := range w.stmt(s, constructs) {
			if t.kind == idle {
				pause = []tail{t}
			} else {
				found = []tail{t}
			}
		}
	}
	if found == nil {
		return pause
	}
	return found
}

// simple returns the tail that a simple command is; none for one that is over in a moment.
func (w *walk) simple(call *syntax.CallExpr, in []construct) []tail {
	t := tail{call: call, program: call.Args, constructs: in}
	for {
		words, _ := literals(t.program)
		switch first(words) {
		case "exec":
			t.kind = execed
			if t.program = execProgram(t.program); len(t.program) == 0 {
				return nil // it changes only redirections
			}
			return w.classify(t)
		case "command":
			if t.program = t.program[1:]; len(words) > 1 && strings.HasPrefix(words[1], "-") {
				return nil // -v: it only looks
			}
			t.constructs = with(t.constructs, viaCommand)
		case "time":
			t.program = t.program[1:]
			t.constructs = with(t.constructs, timed)
		case "eval":
			t.program = t.program[1:]
			t.constructs = with(t.constructs, evaluated)
			if len(t.program) == 0 || len(words) < len(call.Args) || strings.Contains(w.text(call), "exec") {
				t.kind = other
			}
			return []tail{t}
		case ".", "source", "builtin", "coproc":
			t.kind = other
			return []tail{t}
		default:
			return w.classify(t)
		}
	}
}

// execProgram returns what follows exec and its options.
func execProgram(words []*syntax.Word) []*syntax.Word {
	for i := 1; i < len(words); i++ {
		switch word, _ := literal(words[i]); word {
		case "-a":
			i++
		case "-c", "-l", "-cl", "--":
		default:
			return words[i:]
		}
	}
	return nil
}

func (w *walk) classify(t tail) []tail {
	if len(t.program) == 0 {
		return nil
	}
	argv := w.words(t.program)
	if len(argv) == 0 { // "$@" without arguments: they are given when the container is started
		argv = []word{{w.text(t.program[0]), false, -1}}
	}
	t.argv = argv
	name := argv[0].text
	if w.functions[name] != nil && t.kind == child {
		if written, ok := literal(t.program[0]); !ok || written != name {
			return []tail{{kind: other}} // "$1" calls a function
		}
		tails := []tail{{kind: other}}
		w.call(t.program, func(body *syntax.Stmt) { tails = w.stmt(body, with(t.constructs, function)) })
		return tails
	}
	known := argv
	if at := slices.IndexFunc(argv, func(a word) bool { return !a.known }); at >= 0 {
		known = argv[:at]
	}
	switch {
	case len(known) == 0 && len(w.functions) > 0 && t.kind == child, len(known) > 0 && w.foreign && t.kind == child && !strings.Contains(name, "/"):
		t.kind = other // it may be a function
	case len(known) > 0 && isMomentary(name):
		return nil
	case isIdle(texts(known)) || len(known) == len(argv) && w.isPrompt(texts(known)):
		t.kind = idle
	}
	return []tail{t}
}

func (w *walk) isPrompt(words []string) bool {
	inv, ok := invoked(words, w.process.image.Sh)
	return ok && inv.prompt
}

// words returns the arguments that the words of a command come to, as far as they are known.
func (w *walk) words(written []*syntax.Word) []word {
	var argv []word
	for _, arg := range written {
		switch value, ok := literal(arg); {
		case ok:
			argv = append(argv, word{value, true, -1})
		case !w.shifted && (w.text(arg) == `"$@"` || w.text(arg) == "$@"):
			argv = append(argv, w.params...)
		default:
			argv = append(argv, w.param(arg))
		}
	}
	return argv
}

// param returns the argument that a word such as "$1" stands for.
func (w *walk) param(arg *syntax.Word) word {
	text := w.text(arg)
	if n, err := strconv.Atoi(strings.TrimPrefix(strings.Trim(text, `"`), "$")); err == nil && n > 0 && n <= len(w.params) && !w.shifted {
		return w.params[n-1]
	}
	return word{text, false, -1}
}

// pick returns the gravest of the tails' verdicts.
func (w *walk) pick(tails []tail) Verdict {
	if len(tails) == 0 {
		return Verdict{Outcome: Harmless, Shell: w.inv.family}
	}
	var worst Verdict
	var execs []int
	mendable, arrives := true, false
	for i, t := range tails {
		v := w.verdict(t)
		if i == 0 || grave(v.Outcome) > grave(worst.Outcome) {
			worst = v
		}
		if v.Outcome.Lost() {
			execs = append(execs, v.Execs...)
			mendable = mendable && len(v.Execs) > 0
		}
		arrives = arrives || v.Outcome == Replaced || v.Outcome == Relayed
	}
	worst.Branch = worst.Branch || arrives && worst.Outcome.Lost()
	if worst.isPlaced() {
		return worst
	}
	if worst.Execs = nil; mendable {
		worst.Execs = execs
	}
	return worst
}

func grave(o Outcome) int {
	return slices.Index([]Outcome{Harmless, Replaced, Relayed, Unclear, Cut, Killed, Ignored}, o)
}

func (w *walk) verdict(t tail) Verdict {
	switch t.kind {
	case other:
		return Verdict{Shell: w.inv.family}
	case idle:
		return Verdict{Outcome: Harmless, Shell: w.inv.family}
	}
	v := Verdict{
		Outcome: w.outcome(t),
		Shell:   w.inv.family,
		App:     w.name(t.program[0]),
		Arg:     -1,
		Trap:    slices.Contains(t.constructs, trappedTerm),
	}
	next := w.process.become(t.argv, w.process.up)
	switch {
	case v.Outcome != Replaced:
		if next.Outcome.Lost() {
			v.Next = &next
		}
		v.Wrapper = v.Next != nil || len(t.argv) > 0 && wrappers[path.Base(t.argv[0].text)]
		if v.Outcome.Lost() && !v.Wrapper && w.canExec(t) {
			v.Execs = []int{int(t.program[0].Pos().Offset())}
		}
	case next.Outcome.Lost() && next.isPlaced():
		return next
	case next.Outcome.Lost():
		v = Verdict{Outcome: next.Outcome, Shell: next.Shell, App: next.App, Init: next.Init, Trap: next.Trap, Wrapper: next.Wrapper, Arg: -1}
	default:
		v.Outcome = next.Outcome
	}
	v.Start, v.End = int(t.call.Pos().Offset()), int(t.call.End().Offset())
	return v
}

// canExec reports whether the shell can be replaced by t without any other change.
func (w *walk) canExec(t tail) bool {
	if t.kind == execed || w.jobs || len(w.traps) > 0 {
		return false
	}
	return !slices.ContainsFunc(t.constructs, func(c construct) bool { return !mendable[c] })
}

func (w *walk) outcome(t tail) Outcome {
	constructs := t.constructs
	switch {
	case slices.Contains(constructs, waited) && slices.Contains(constructs, trappedTerm):
		return w.relayed()
	case t.kind == execed && slices.Contains(constructs, timed):
		return Unclear
	case t.kind == execed && slices.Contains(constructs, subshell):
		// The subshell makes room for the command, and the shell for the subshell if it can.
	case t.kind == execed:
		if constructs = slices.Clone(constructs); slices.Contains(constructs, pipedLast) {
			constructs = append(constructs, pipedExec)
		}
		constructs = slices.DeleteFunc(constructs, func(c construct) bool { return !forks[c] })
	}
	outcome := measured(w.inv.family, constructs)
	if outcome == Ignored && w.process.up != none {
		return w.underInit(constructs)
	}
	return outcome
}

// underInit says what becomes of a shell that as PID 1 would ignore SIGTERM, when it is a child of PID 1: it dies of
// it, unless it has a trap or is mksh. Measured with tini and dumb-init.
func (w *walk) underInit(constructs []construct) Outcome {
	toAll := w.process.up == group
	switch staying := w.inv.family == Mksh || slices.Contains(constructs, trappedTerm); {
	case staying && (slices.Contains(constructs, waited) || slices.Contains(constructs, piped)):
		return Unclear // it depends
	case staying && toAll:
		return Relayed // the app hears it from the init, and the shell waits for the app
	case staying:
		return Ignored
	case toAll:
		return Cut
	}
	return Killed
}

// relayed says what a shell does that waits for a background process with a trap for TERM: the signal ends wait, the
// trap runs, and the shell goes on after wait. Measured: only a second wait lets the process drain, and -e forgoes it.
func (w *walk) relayed() Outcome {
	action := w.trapFor("TERM", "15").action
	switch {
	case w.loops:
		return Unclear
	case !strings.Contains(action, "kill") && isOnlyMomentary(action):
		return Killed
	case !strings.Contains(action, "kill"):
		return Unclear
	case w.waits < 2 || w.inv.errexit:
		return Cut
	case w.process.up == group:
		return Unclear // timeout sends it twice, and the second ends the trap's wait
	}
	return Relayed
}

// isOnlyMomentary reports whether a trap's action is one builtin, such as exit.
func isOnlyMomentary(action string) bool {
	fields := strings.Fields(action)
	return !strings.ContainsAny(action, ";&|\n") && isMomentary(first(fields))
}

// name returns a program's name for a reader: without quotes where it is known.
func (w *walk) name(word *syntax.Word) string {
	if value, ok := literal(word); ok {
		return value
	}
	return w.text(word)
}

func (w *walk) text(n syntax.Node) string {
	return w.source[n.Pos().Offset():n.End().Offset()]
}

// literals returns the values of the words up to the first that the shell would change, and whether that is all.
func literals(words []*syntax.Word) ([]string, bool) {
	var values []string
	for _, word := range words {
		value, ok := literal(word)
		if !ok {
			return values, false
		}
		values = append(values, value)
	}
	return values, true
}

// literal returns the value of a word in which the shell would change nothing.
func literal(word *syntax.Word) (string, bool) {
	var b strings.Builder
	for _, part := range word.Parts {
		switch part := part.(type) {
		case *syntax.Lit:
			b.WriteString(part.Value)
		case *syntax.SglQuoted:
			b.WriteString(part.Value)
			if part.Dollar {
				return "", false
			}
		case *syntax.DblQuoted:
			for _, inner := range part.Parts {
				lit, ok := inner.(*syntax.Lit)
				if !ok {
					return "", false
				}
				b.WriteString(lit.Value)
			}
		default:
			return "", false
		}
	}
	return b.String(), !strings.Contains(b.String(), `\`)
}

func first(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}
