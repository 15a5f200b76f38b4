package lifecycle

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// A Place is in the source.
type Place struct {
	Package string // import path
	File    string // base name
	Line    int

	// Path is where the file lies, as the gracelint command names it; the analyzers know of no folder but their own
	// package's and leave it empty.
	Path string
}

func (o origin) place() Place { return Place{Package: o.Pkg, File: o.File, Line: o.Line} }

func (p Place) String() string {
	if p.Path != "" {
		return p.Path + ":" + strconv.Itoa(p.Line)
	}
	return fmt.Sprintf("%s (%s:%d)", p.Package, p.File, p.Line)
}

// MarshalText returns the place as it is printed.
func (p Place) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads a place without a path.
func (p *Place) UnmarshalText(text []byte) error {
	pkg, rest, ok := strings.Cut(strings.TrimSuffix(string(text), ")"), " (")
	colon := strings.LastIndexByte(rest, ':')
	if !ok || colon < 0 {
		return fmt.Errorf("%q is no place", text)
	}
	line, err := strconv.Atoi(rest[colon+1:])
	*p = Place{Package: pkg, File: rest[:colon], Line: line}
	return err
}

var termNames = []string{"heard", "replaced", "int-only", "unheard", "ignored", "too-late", "never-received", "exits-at-once"}

func (t Term) String() string               { return termNames[t] }
func (t Term) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

func (t *Term) UnmarshalText(text []byte) error {
	i, err := named(termNames, text)
	*t = Term(i)
	return err
}

var stopNames = []string{"unknown", "never", "graceful", "abrupt", "too-late", "unstoppable"}

func (s Stop) String() string               { return stopNames[s] }
func (s Stop) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

func (s *Stop) UnmarshalText(text []byte) error {
	i, err := named(stopNames, text)
	*s = Stop(i)
	return err
}

// named returns the index of a name.
func named(names []string, text []byte) (int, error) {
	i := slices.Index(names, string(text))
	if i < 0 {
		return 0, fmt.Errorf("%q is none of %s", text, strings.Join(names, ", "))
	}
	return i, nil
}

// A Signum is the number of a signal.
type Signum int

// signumNames are the signals as Linux numbers them, which is what runs in a pod.
var signumNames = strings.Fields("0 HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS")

// portableSignums have the same number on every system.
var portableSignums = []Signum{1, 2, 3, 4, 5, 6, 8, 9, 11, 13, 14, 15}

func (s Signum) String() string {
	if s < 1 || int(s) >= len(signumNames) || runtime.GOOS != "linux" && !slices.Contains(portableSignums, s) {
		return "signal " + strconv.Itoa(int(s))
	}
	return "SIG" + signumNames[s]
}

// MarshalText returns the signal's name.
func (s Signum) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a signal's name.
func (s *Signum) UnmarshalText(text []byte) error {
	if number, ok := strings.CutPrefix(string(text), "signal "); ok {
		n, err := strconv.Atoi(number)
		*s = Signum(n)
		return err
	}
	i, err := named(signumNames, []byte(strings.TrimPrefix(string(text), "SIG")))
	*s = Signum(i)
	return err
}

func signums(numbers []int) []Signum {
	var named []Signum
	for _, n := range numbers {
		named = append(named, Signum(n))
	}
	return named
}

// Places calls visit for every place in the program.
func (p *Program) Places(visit func(*Place)) {
	for i := range p.Servers {
		s := &p.Servers[i]
		visit(&s.At)
		for j := range s.Stops {
			visit(&s.Stops[j].At)
		}
	}
	for i := range p.Loopback {
		visit(&p.Loopback[i].At)
	}
	for i := range p.Catches {
		visit(&p.Catches[i].At)
	}
	for i := range p.Steps {
		visit(&p.Steps[i].At)
	}
	for i := range p.Waits {
		visit(&p.Waits[i].At)
	}
}
