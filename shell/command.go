package shell

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// judge says what SIGTERM does to a shell that was given source by -c, in an image whose /bin/sh is of family sh.
func judge(inv invocation, source string, sh Family) Verdict {
	file, err := syntax.NewParser(syntax.Variant(dialect(inv.family))).Parse(strings.NewReader(source), "")
	if err != nil || !slices.Contains(columns[:], inv.family) {
		return Verdict{}
	}
	w := &walk{source: source, sh: sh, inv: inv, functions: map[string]*syntax.Stmt{}}
	w.survey(file)
	return w.verdict(w.list(file.Stmts, w.outermost(file)))
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
	source    string
	sh        Family
	inv       invocation
	functions map[string]*syntax.Stmt
	traps     []trap
	waits     int  // how often wait is called, in trap actions too
	loops     bool // there is a loop, so nobody knows how often
	jobs      bool // something runs in the background
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
	constructs []construct
}

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

// addTrap notes a trap that has an action; an empty one, and -, have none.
func (w *walk) addTrap(call *syntax.CallExpr) {
	if len(call.Args) < 3 {
		return
	}
	action, ok := literal(call.Args[1])
	switch {
	case !ok:
		action = w.text(call.Args[1])
	case action == "" || action == "-":
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
	if bare.MatchString(w.source) {
		constructs[0] = plain
	}
	if len(file.Stmts) > 0 {
		rest := w.source[min(int(file.Stmts[len(file.Stmts)-1].End().Offset()), len(w.source)):]
		switch strings.Count(rest, "\n") {
		case 0:
		case 1:
			constructs = append(constructs, newline)
		default:
			constructs = append(constructs, blankLine)
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
// after the last command that may take long keeps the shell.
func (w *walk) list(stmts []*syntax.Stmt, in []construct) []tail {
	for _, s := range stmts {
		if isExec(s) {
			if tails := w.stmt(s, in); len(tails) > 0 {
				return tails // nothing after it is reached
			}
		}
	}
	waiting := false
	after := false
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
		if tails := w.stmt(s, constructs); len(tails) > 0 {
			return tails
		}
		waiting = waiting || calls(s, "wait")
		after = true
	}
	return nil
}

// isExec reports whether the statement is `exec program`, with nothing around it that could keep it from running.
func isExec(s *syntax.Stmt) bool { return !s.Background && calls(s, "exec") }

func calls(s *syntax.Stmt, name string) bool {
	call, ok := s.Cmd.(*syntax.CallExpr)
	if !ok {
		return false
	}
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
		return w.call(call, withRedirections(in, s.Redirs))
	}
	if len(s.Redirs) > 0 {
		in = with(in, compoundOut)
	}
	switch cmd := s.Cmd.(type) {
	case *syntax.BinaryCmd:
		return w.binary(cmd, in)
	case *syntax.Subshell:
		return w.list(cmd.Stmts, with(in, subshell))
	case *syntax.Block:
		return w.list(cmd.Stmts, with(in, compound))
	case *syntax.IfClause:
		return w.branches(cmd, with(in, compound))
	case *syntax.CaseClause:
		var tails []tail
		for _, item := range cmd.Items {
			tails = append(tails, w.list(item.Stmts, with(in, compound))...)
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
	return w.list([]*syntax.Stmt{cmd.X, cmd.Y}, in)
}

func (w *walk) branches(clause *syntax.IfClause, in []construct) []tail {
	var tails []tail
	for ; clause != nil; clause = clause.Else {
		tails = append(tails, w.list(clause.Then, in)...)
	}
	return tails
}

// repeated returns the last command of a loop that may take long: it is the one at work whenever SIGTERM comes,
// whatever pause follows it.
func (w *walk) repeated(stmts []*syntax.Stmt, in []construct) []tail {
	var found, pause []tail
	for _, s := range stmts {
		for _, t := range w.stmt(s, in) {
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

// call returns the tail that a simple command is; none for one that is over in a moment.
func (w *walk) call(call *syntax.CallExpr, in []construct) []tail {
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
	words, whole := literals(t.program)
	if body := w.functions[first(words)]; body != nil && t.kind == child {
		if w.calls++; w.calls > 100 { // it may call itself
			return []tail{{kind: other}}
		}
		return w.stmt(body, with(t.constructs, function))
	}
	switch {
	case len(t.program) == 0 || isMomentary(first(words)):
		return nil
	case isIdle(words) || whole && w.isPrompt(words):
		t.kind = idle
	case inits[path.Base(first(words))]:
		t.kind = other
	}
	return []tail{t}
}

func (w *walk) isPrompt(words []string) bool {
	inv, ok := invoked(words, w.sh)
	return ok && inv.prompt
}

// verdict picks the gravest of the tails' outcomes.
func (w *walk) verdict(tails []tail) Verdict {
	if len(tails) == 0 {
		return Verdict{Outcome: Harmless}
	}
	var worst Verdict
	var execs []int
	mendable := true
	for i, t := range tails {
		v := w.tailVerdict(t)
		if i == 0 || grave(v.Outcome) > grave(worst.Outcome) {
			worst = v
		}
		if v.Outcome.Lost() {
			execs = append(execs, v.Execs...)
			mendable = mendable && len(v.Execs) > 0
		}
	}
	if worst.Execs = nil; mendable {
		worst.Execs = execs
	}
	return worst
}

func grave(o Outcome) int {
	return slices.Index([]Outcome{Harmless, Replaced, Relayed, Unclear, Cut, Killed, Ignored}, o)
}

func (w *walk) tailVerdict(t tail) Verdict {
	switch t.kind {
	case other:
		return Verdict{}
	case idle:
		return Verdict{Outcome: Harmless}
	}
	v := Verdict{
		Outcome: w.outcome(t),
		App:     w.name(t.program[0]),
		Start:   int(t.call.Pos().Offset()),
		End:     int(t.call.End().Offset()),
	}
	inner, isShell := w.inner(t)
	if v.Outcome == Replaced && isShell {
		v.Outcome = inner
	}
	words, _ := literals(t.program)
	v.Wrapper = inner.Lost() || wrappers[path.Base(first(words))]
	if v.Outcome == Ignored && !v.Wrapper && w.canExec(t) {
		v.Execs = []int{int(t.program[0].Pos().Offset())}
	}
	return v
}

// inner says what happens behind a command that starts a shell itself, such as `bash -c …`.
func (w *walk) inner(t tail) (Outcome, bool) {
	words, whole := literals(t.program)
	if _, ok := Named(first(words), w.sh); !ok && first(words) != "env" && first(words) != "busybox" {
		return Unclear, false
	}
	if !whole {
		return Unclear, true
	}
	if _, ok := invoked(words, w.sh); !ok && first(words) == "env" {
		return Unclear, false
	}
	return Decide(words, w.sh).Outcome, true
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
	case t.kind == execed:
		constructs = slices.DeleteFunc(slices.Clone(constructs), func(c construct) bool { return !forks[c] })
	}
	return measured(w.inv.family, constructs)
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
