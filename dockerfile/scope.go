package dockerfile

import (
	"os"
	"strings"

	"github.com/gracelint/gracelint"
)

// A scope holds the variables of a stage. What it does not say itself, it has from the stage below.
type scope struct {
	below  *scope
	values map[string]value // of ENV, and the defaults of ARG
	env    map[string]bool  // the names that ENV declares
	args   map[string]bool  // … and ARG
	left   *int             // how many bytes may still be put in for variables, in the whole file
}

// A value is unknown when it is longer than [gracelint.MaxValue].
type value struct {
	text  string
	known bool
}

func newScope(below *scope, left *int) *scope {
	for below != nil && below.values == nil && below.env == nil && below.args == nil {
		below = below.below
	}
	return &scope{below: below, left: left}
}

func (s *scope) get(name string) (text string, known bool) {
	for ; s != nil; s = s.below {
		if v, ok := s.values[name]; ok {
			return v.text, v.known
		}
	}
	return "", false
}

func (s *scope) hasEnv(name string) bool {
	for ; s != nil; s = s.below {
		if s.env[name] {
			return true
		}
	}
	return false
}

func (s *scope) hasArg(name string) bool {
	for ; s != nil; s = s.below {
		if s.args[name] {
			return true
		}
	}
	return false
}

// declareEnv sets the variable of an ENV.
func (s *scope) declareEnv(name, written string) {
	s.set(name, written)
	if s.env == nil {
		s.env = map[string]bool{}
	}
	s.env[name] = true
}

func (s *scope) declareArg(name string) {
	if s.args == nil {
		s.args = map[string]bool{}
	}
	s.args[name] = true
}

func (s *scope) set(name, written string) {
	text, known := s.expand(written)
	s.assign(name, value{text, known})
}

func (s *scope) assign(name string, v value) {
	if s.values == nil {
		s.values = map[string]value{}
	}
	s.values[name] = v
}

// expand puts in the values of variables, as FROM allows them: $NAME, ${NAME}, ${NAME:-default} and ${NAME:+other}. It
// reports false when that makes too long a text.
func (s *scope) expand(written string) (text string, ok bool) {
	written = strings.Trim(written, `"'`)
	if !strings.Contains(written, "$") {
		return written, true
	}
	if s != nil && *s.left == 0 {
		return "", false
	}
	size := len(written)
	text = os.Expand(written, func(reference string) string {
		if size > gracelint.MaxValue {
			return ""
		}
		value := s.value(reference)
		size += len(value)
		return value
	})
	if s != nil {
		*s.left = max(*s.left-size, 0)
	}
	if size > gracelint.MaxValue {
		return "", false
	}
	return text, true
}

// value returns what stands for a reference; the reference, when that is not known.
func (s *scope) value(reference string) string {
	name, fallback, hasFallback := strings.Cut(reference, ":-")
	name, other, hasOther := strings.Cut(name, ":+")
	value, known := s.get(name)
	switch {
	case hasOther && value != "":
		return expand(other, s)
	case hasOther:
		return ""
	case value != "":
		return value
	case hasFallback:
		return expand(fallback, s)
	case known:
		return ""
	}
	return "${" + reference + "}"
}

// expand puts in the values of variables, if what comes of it is not too long.
func expand(written string, values *scope) string {
	if text, ok := values.expand(written); ok {
		return text
	}
	return written
}
