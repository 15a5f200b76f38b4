package shell

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/gracelint/gracelint"
	"mvdan.cc/sh/v3/expand"
	"mvdan.cc/sh/v3/pattern"
	"mvdan.cc/sh/v3/syntax"
)

// alternatives returns the lists of statements of which an if or case clause may run one, as far as the arguments of
// the source decide it, and whether it certainly runs one.
func (w *walk) alternatives(cmd syntax.Command) (lists [][]*syntax.Stmt, one bool) {
	switch cmd := cmd.(type) {
	case *syntax.IfClause:
		for clause := cmd; clause != nil; clause = clause.Else {
			if len(clause.Cond) == 0 {
				return append(lists, clause.Then), true // else
			}
			switch holds, known := w.holds(clause.Cond[len(clause.Cond)-1]); {
			case known && holds:
				return append(lists, clause.Then), true
			case !known:
				lists = append(lists, clause.Then)
			}
		}
	case *syntax.CaseClause:
		value, known := w.value(cmd.Word)
		for _, item := range cmd.Items {
			for _, p := range item.Patterns {
				if text, _ := literal(p); text == "*" {
					return append(lists, item.Stmts), true
				}
			}
			matches := known
			sure := known
			if known {
				matches, sure = w.matchesAny(value, item.Patterns)
			}
			switch {
			case sure && matches:
				return append(lists, item.Stmts), true
			case !sure:
				lists = append(lists, item.Stmts)
			}
		}
	}
	return lists, false
}

// holds says whether a condition holds, and whether that is known: it is when it asks for nothing but the arguments.
func (w *walk) holds(s *syntax.Stmt) (holds, known bool) {
	l := w.of(s)
	if !l.tested {
		l.tested = true
		if w.visit(perStatement) {
			l.holds, l.holdsIsKnown = w.holdsAt(s)
		}
	}
	return l.holds, l.holdsIsKnown
}

func (w *walk) holdsAt(s *syntax.Stmt) (holds, known bool) {
	switch cmd := s.Cmd.(type) {
	case *syntax.CallExpr:
		holds, known = w.test(cmd)
	case *syntax.TestClause:
		holds, known = w.testExpr(cmd.X)
	case *syntax.BinaryCmd:
		if cmd.Op != syntax.AndStmt && cmd.Op != syntax.OrStmt {
			return false, false
		}
		x, xKnown := w.holds(cmd.X)
		y, yKnown := w.holds(cmd.Y)
		holds, known = combine(cmd.Op == syntax.AndStmt, x, xKnown, y, yKnown)
	}
	return holds != s.Negated, known
}

// combine says whether x and y hold, or x or y.
func combine(and, x, xKnown, y, yKnown bool) (holds, known bool) {
	switch {
	case xKnown && x != and:
		return x, true
	case yKnown && y != and:
		return y, true
	}
	return and, xKnown && yKnown
}

// test says whether a command [ … ] or test … succeeds.
func (w *walk) test(call *syntax.CallExpr) (holds, known bool) {
	if len(call.Args) == 0 {
		return false, false
	}
	name, _ := literal(call.Args[0])
	args := call.Args
	switch {
	case name == "[" && len(args) > 1:
		args = args[1 : len(args)-1]
	case name == "test":
		args = args[1:]
	default:
		return false, false
	}
	switch len(args) {
	case 1:
		value, known := w.value(args[0])
		return value != "", known
	case 2:
		op, _ := literal(args[0])
		value, known := w.value(args[1])
		return unary(op, value, known)
	case 3:
		op, _ := literal(args[1])
		x, xKnown := w.value(args[0])
		y, yKnown := w.value(args[2])
		return binary(op, x, y, xKnown && yKnown)
	}
	return false, false
}

func unary(op, value string, known bool) (bool, bool) {
	switch op {
	case "-z":
		return value == "", known
	case "-n":
		return value != "", known
	}
	return false, false
}

func binary(op, x, y string, known bool) (holds, ok bool) {
	switch op {
	case "=", "==":
		return x == y, known
	case "!=":
		return x != y, known
	}
	a, errX := strconv.Atoi(x)
	b, errY := strconv.Atoi(y)
	if errX != nil || errY != nil {
		return false, false
	}
	switch op {
	case "-eq":
		return a == b, known
	case "-ne":
		return a != b, known
	case "-gt":
		return a > b, known
	case "-ge":
		return a >= b, known
	case "-lt":
		return a < b, known
	case "-le":
		return a <= b, known
	}
	return false, false
}

// testExpr says whether the expression of [[ … ]] holds.
func (w *walk) testExpr(expr syntax.TestExpr) (holds, known bool) {
	switch expr := expr.(type) {
	case *syntax.Word:
		value, known := w.value(expr)
		return value != "", known
	case *syntax.ParenTest:
		return w.testExpr(expr.X)
	case *syntax.UnaryTest:
		if expr.Op == syntax.TsNot {
			holds, known = w.testExpr(expr.X)
			return !holds, known
		}
		if word, ok := expr.X.(*syntax.Word); ok {
			value, known := w.value(word)
			return unary(expr.Op.String(), value, known)
		}
	case *syntax.BinaryTest:
		switch expr.Op {
		case syntax.AndTest, syntax.OrTest:
			x, xKnown := w.testExpr(expr.X)
			y, yKnown := w.testExpr(expr.Y)
			return combine(expr.Op == syntax.AndTest, x, xKnown, y, yKnown)
		}
		x, isWord := expr.X.(*syntax.Word)
		y, areWords := expr.Y.(*syntax.Word)
		if !isWord || !areWords {
			return false, false
		}
		value, known := w.value(x)
		switch expr.Op {
		case syntax.TsMatch, syntax.TsMatchShort, syntax.TsNoMatch:
			matches, sure := w.matchesAny(value, []*syntax.Word{y})
			return matches == (expr.Op != syntax.TsNoMatch), known && sure
		}
		other, otherKnown := w.value(y)
		return binary(expr.Op.String(), value, other, known && otherKnown)
	}
	return false, false
}

// perPattern is what it costs to make a pattern ready and to match it, as parsing so many bytes does.
const perPattern = 200

// matchesAny reports whether the value matches one of the patterns, and whether that is known.
func (w *walk) matchesAny(value string, patterns []*syntax.Word) (matches, known bool) {
	known = true
	for _, p := range patterns {
		if !w.visit(perPattern) || !w.mayExpand(p) {
			known = false
			continue
		}
		env := &parameters{walk: w}
		text, err := expand.Pattern(&expand.Config{Env: env}, p)
		if err != nil || env.unknown || len(text) > gracelint.MaxExpansion {
			known = false
			continue
		}
		source, err := pattern.Regexp(text, pattern.EntireString)
		if err != nil {
			known = false
			continue
		}
		if re, err := regexp.Compile(source); err == nil && re.MatchString(value) {
			return true, true
		}
	}
	return false, known
}

// value returns the value of a word that asks for nothing but the arguments, such as "${1#-}".
func (w *walk) value(written *syntax.Word) (string, bool) {
	if !w.mayExpand(written) {
		return "", false
	}
	env := &parameters{walk: w}
	value, err := expand.Literal(&expand.Config{Env: env}, written)
	return value, err == nil && !env.unknown
}

// mayExpand counts the expansion of a word, and reports whether it may be made. It makes much of little: of "$1$1$1", or
// where each letter of $1 is replaced by another text, which must not be an expansion itself.
func (w *walk) mayExpand(written *syntax.Word) bool {
	size := len(w.text(written)) + len(w.params)
	for _, param := range w.params {
		size += len(param.text)
	}
	if size > gracelint.MaxExpansion {
		return false
	}
	cost, replaces, nests := size, false, false
	syntax.Walk(written, func(n syntax.Node) bool {
		if param, ok := n.(*syntax.ParamExp); ok {
			cost += size
			nests = nests || replaces
			replaces = replaces || param.Repl != nil
		}
		return true
	})
	if replaces {
		cost *= size
	}
	return !nests && w.visit(cost)
}

// parameters is an environment that has the positional parameters alone, and notes when something is asked for that is
// not known.
type parameters struct {
	walk    *walk
	unknown bool
}

func (p *parameters) Get(name string) expand.Variable {
	params := p.walk.params
	n, err := strconv.Atoi(name)
	all := name == "#" || name == "@" || name == "*"
	switch {
	case name == "IFS":
	case !all && (err != nil || n == 0), p.walk.shifted:
		p.unknown = true
	case slices.ContainsFunc(params, func(w word) bool { return !w.known }):
		p.unknown = true
	case name == "#":
		return expand.Variable{Set: true, Kind: expand.String, Str: strconv.Itoa(len(params))}
	case all:
		return expand.Variable{Set: true, Kind: expand.Indexed, List: texts(params)}
	case n <= len(params):
		return expand.Variable{Set: true, Kind: expand.String, Str: params[n-1].text}
	}
	return expand.Variable{}
}

// Each has nothing to show: no expansion that is understood here asks for names.
func (p *parameters) Each(func(name string, vr expand.Variable) bool) { p.unknown = true }
