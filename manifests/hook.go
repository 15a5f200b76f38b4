package manifests

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
	"mvdan.cc/sh/v3/syntax"
)

// A Duration is how long a hook runs, in seconds. Both numbers are lower bounds: what is not certain counts nothing.
type Duration struct {
	Position         // of the field that decides
	Total    float64 // until the hook ends
	Alone    float64 // until the hook ends or runs a command that may itself tell the app to stop
	Tells    bool    // there is such a command
	TellsApp bool    // … that may tell another process than PID 1
	Exact    bool    // the hook takes no longer
}

// Duration returns what is certain of the hook's length.
func (h *Hook) Duration() Duration {
	switch {
	case h.Sleep != nil && h.Sleep.Valid:
		seconds := float64(h.Sleep.Value)
		return Duration{Position: h.Sleep.Position, Total: seconds, Alone: seconds, Exact: true}
	case h.TCPSocket != nil: // the kubelet cannot do it, and fails at once
		return Duration{Position: h.Position, Exact: true}
	case len(h.Exec) == 0:
		return Duration{Position: h.Position}
	case path.Base(h.Exec[0].Value) == "sleep" && len(h.Exec) > 1:
		seconds, ok := sleepSeconds(values(h.Exec[1:]))
		return Duration{Position: h.Exec[1].Position, Total: seconds, Alone: seconds, Exact: ok}
	}
	line, errexit := shellLine(h.Exec)
	if line.Value == "" { // a program, or a script that is not read
		return Duration{Position: line.Position, Tells: true, TellsApp: !signalsFirst(values(h.Exec))}
	}
	c := clock{errexit: errexit}
	c.line(line.Value)
	return Duration{line.Position, c.total, c.alone, c.told, c.toldApp, !c.vague && c.total > 0}
}

// HookTellsApp reports whether the container's hook, if there is one, may itself tell the app to stop, although a shell is
// PID 1 that would keep a signal from it.
func (c *Container) HookTellsApp() bool {
	h := c.PreStop
	if h == nil {
		return false
	}
	_, problem := brokenWord(h.Exec)
	return h.HTTPGet != nil && !c.lacksPort(h.HTTPGet) || problem == "" && h.Duration().TellsApp
}

// HookFault names the fault of a hook that does not do what it is for, which several rules may see.
func (f *File) HookFault(h *Hook) string {
	return fmt.Sprintf("preStop hook: %s:%d:%d", f.Path, h.Line, h.Column)
}

func values(texts []Text) []string {
	var values []string
	for _, t := range texts {
		values = append(values, t.Value)
	}
	return values
}

var sleepOperand = regexp.MustCompile(`^(\d+\.?\d*|\.\d+)([smhd]?)$`)

var unitSeconds = map[string]float64{"": 1, "s": 1, "m": 60, "h": 60 * 60, "d": 24 * 60 * 60}

// endless is what GNU's and busybox's sleep take for a time without end, which counts as forever: it is longer than any
// grace period, and can be calculated with.
var endless = regexp.MustCompile(`^(?i:inf|infinity)[smhd]?$`)

const forever = 1 << 53

// sleepSeconds adds up the operands of sleep, as GNU and busybox do. It reports false when one of them is unknown, or
// without end.
func sleepSeconds(operands []string) (seconds float64, ok bool) {
	ok = len(operands) > 0
	for _, operand := range operands {
		if endless.MatchString(operand) {
			seconds, ok = forever, false
			continue
		}
		match := sleepOperand.FindStringSubmatch(operand)
		if match == nil {
			return 0, false
		}
		number, _ := strconv.ParseFloat(match[1], 64)
		seconds += number * unitSeconds[match[2]]
	}
	return min(seconds, forever), ok
}

// shellLine returns the line that `sh -c` is given, and whether the shell stops at the first command that fails.
func shellLine(command []Text) (line Text, errexit bool) {
	index, errexit, ok := shell.Source(values(command))
	if !ok {
		return Text{Position: command[0].Position}, false
	}
	return command[index], errexit
}

// plain are the commands that can neither end the hook early nor make the app stop; true: they never fail.
var plain = map[string]bool{
	":": true, "date": true, "echo": true, "printf": true, "set": true, "sleep": true, "true": true,
	"[": false, "cat": false, "sync": false, "test": false,
}

// leaves are the commands after which the shell runs nothing more of the line.
var leaves = map[string]bool{"exec": true, "exit": true, "return": true}

// A clock adds up the seconds of the commands that a shell is certain to run.
type clock struct {
	total, alone float64
	told         bool // the app may have been told to stop
	toldApp      bool // … in another way than by a signal to PID 1
	over         bool // nothing more is certain to run
	vague        bool // commands of unknown length may run
	errexit      bool // set -e
}

func (c *clock) line(line string) {
	if len(line) > gracelint.MaxLine {
		return
	}
	file, err := shell.Parse(line, syntax.LangBash)
	if err != nil {
		return
	}
	c.list(file.Stmts)
}

func (c *clock) list(list []*syntax.Stmt) (succeeds bool) {
	succeeds = true
	for _, stmt := range list {
		if c.over {
			return false
		}
		succeeds = c.stmt(stmt)
		c.over = c.over || c.errexit && !succeeds
	}
	return succeeds
}

// stmt reports whether the statement is certain to succeed.
func (c *clock) stmt(stmt *syntax.Stmt) (succeeds bool) {
	if c.over {
		return false
	}
	if stmt.Background || stmt.Negated {
		c.perhaps(stmt)
		c.vague = true
		return stmt.Background
	}
	switch cmd := stmt.Cmd.(type) {
	case *syntax.CallExpr:
		return c.call(cmd) && len(stmt.Redirs) == 0
	case *syntax.Block:
		return c.list(cmd.Stmts)
	case *syntax.Subshell:
		return c.list(cmd.Stmts)
	case *syntax.BinaryCmd:
		switch cmd.Op {
		case syntax.AndStmt:
			if c.stmt(cmd.X) {
				return c.stmt(cmd.Y)
			}
			c.perhaps(cmd.Y)
			c.vague = true
			return false
		case syntax.OrStmt:
			succeeds := c.stmt(cmd.X)
			c.perhaps(cmd.Y)
			c.vague = c.vague || !succeeds
			return succeeds
		}
	}
	c.perhaps(stmt)
	c.vague = true
	return false
}

// call counts one command.
func (c *clock) call(cmd *syntax.CallExpr) (succeeds bool) {
	if name(cmd) == "exec" {
		c.call(&syntax.CallExpr{Args: cmd.Args[1:]})
		c.over = true
		return false
	}
	c.perhaps(cmd)
	if name(cmd) != "sleep" {
		c.vague = c.vague || !plain[name(cmd)]
		return plain[name(cmd)]
	}
	seconds, ok := sleepSeconds(literals(cmd.Args[1:]))
	c.vague = c.vague || !ok
	c.total += seconds
	if !c.told {
		c.alone += seconds
	}
	return ok
}

// perhaps looks at commands that may or may not run: they count nothing, but may tell the app to stop, or leave.
func (c *clock) perhaps(node syntax.Node) {
	for n := range syntax.Preorder(node) {
		cmd, ok := n.(*syntax.CallExpr)
		if !ok || len(cmd.Args) == 0 {
			continue
		}
		_, isPlain := plain[name(cmd)]
		c.told = c.told || !isPlain
		c.toldApp = c.toldApp || !isPlain && !signalsFirst(append([]string{name(cmd)}, literals(cmd.Args[1:])...))
		c.over = c.over || leaves[name(cmd)]
		c.errexit = c.errexit || name(cmd) == "set"
	}
}

// signalsFirst reports whether a command sends a signal to PID 1 alone, as kill -TERM 1 does. The kernel keeps it from a
// PID 1 that has no handler for it, such as a shell (measured for each shell of the table in package shell).
func signalsFirst(words []string) bool {
	if path.Base(words[0]) != "kill" {
		return false
	}
	for i := 1; i < len(words); i++ {
		switch word := words[i]; {
		case word == "-s" || word == "-n":
			i++
		case word == "1" && i == len(words)-1:
			return true
		case !strings.HasPrefix(word, "-"):
			return false
		}
	}
	return false
}

// name returns the command's name without its folder, and nothing when an expansion makes it.
func name(cmd *syntax.CallExpr) string {
	if len(cmd.Args) == 0 {
		return ":"
	}
	if word := cmd.Args[0].Lit(); word != "" {
		return path.Base(word)
	}
	return ""
}

// literals returns the words as they are written; a word with an expansion or quotes is empty.
func literals(words []*syntax.Word) []string {
	var literals []string
	for _, word := range words {
		literals = append(literals, word.Lit())
	}
	return literals
}
