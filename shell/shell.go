// Package shell answers one question: when a shell is PID 1 of a container, does SIGTERM reach the program that it
// was told to start? Packages dockerfile and manifests ask it; it knows neither of them, and reads no files.
//
// The answer depends on three things: which shell it is (the base image decides what /bin/sh is, see [OfImage]),
// whether that shell replaces itself by the command (table.go, measured), and what the command's syntax lets it do
// (command.go walks to the command that decides).
package shell

import (
	"path"
	"strings"
)

// A Family is a group of shells that treat SIGTERM alike. Its text is the name that a reader knows the shell by.
type Family string

const (
	Unknown      Family = ""                  // an image, or a shell, of which nothing is known
	NoShell      Family = "no shell"          // scratch, distroless
	Windows      Family = "a Windows shell"   // no signals there: never judged
	Dash         Family = "Debian's dash"     // Debian's and Ubuntu's, which carry a patch
	UpstreamDash Family = "dash"              // as other distributions package it
	Bash         Family = "bash"              // 5.1 and later, also when called as sh
	BusyBox      Family = "busybox ash"       // 1.28 and later
	OldBusyBox   Family = "busybox ash <1.28" // Alpine up to 3.7
	Mksh         Family = "mksh"              // also lksh
	Ksh          Family = "ksh93"
	Zsh          Family = "zsh"
	Yash         Family = "yash"
)

// Named returns the family of the shell that a program's name calls in an image whose /bin/sh is of family sh. It
// reports false when the name is none of a shell; the family of a shell that was not measured is Unknown.
func Named(name string, sh Family) (Family, bool) {
	switch path.Base(name) {
	case "sh":
		if path.Dir(name) == "/busybox" { // distroless :debug
			return BusyBox, true
		}
		return sh, true
	case "ash":
		if sh == Dash || sh == OldBusyBox {
			return sh, true
		}
		return BusyBox, true
	case "dash":
		switch sh {
		case Unknown, Dash:
			return sh, true
		}
		return UpstreamDash, true
	case "bash":
		return Bash, true
	case "mksh", "lksh":
		return Mksh, true
	case "ksh", "ksh93":
		return Ksh, true
	case "zsh":
		return Zsh, true
	case "yash":
		return Yash, true
	case "fish", "csh", "tcsh", "posh", "rbash", "pwsh":
		return Unknown, true
	}
	switch strings.ToLower(path.Base(strings.ReplaceAll(name, `\`, "/"))) {
	case "cmd", "cmd.exe", "powershell", "powershell.exe":
		return Windows, true
	}
	return Unknown, false
}

// An Outcome is what SIGTERM does to a container.
type Outcome string

const (
	Unclear  Outcome = ""         // cannot be told from what was given: say nothing
	Harmless Outcome = "harmless" // nothing that could lose work is run: a shell prompt, sleep, a test, a build
	Replaced Outcome = "replaced" // the command takes the shell's place and hears SIGTERM itself
	Relayed  Outcome = "relayed"  // the shell stays, tells the command, and waits until it has ended
	Ignored  Outcome = "ignored"  // the shell stays and does nothing, until SIGKILL ends the grace period
	Killed   Outcome = "killed"   // the shell ends, and the kernel kills the command at once, untold
	Cut      Outcome = "cut"      // the shell tells the command, but ends before it, and so kills it as it drains
)

// Lost reports whether the command has no chance to finish its work.
func (o Outcome) Lost() bool { return o == Ignored || o == Killed || o == Cut }

// A Verdict says what SIGTERM does, and which command decides it.
type Verdict struct {
	Outcome Outcome
	Shell   Family // the shell that decides
	App     string // the program that should hear SIGTERM, as it is written
	Arg     int    // the argument that holds the shell's source
	Start   int    // byte range within it of the command that decides
	End     int
	Wrapper bool  // App starts another program in its turn, which exec before App would not let hear SIGTERM
	Execs   []int // byte offsets in it: `exec ` put there mends it. None when that would change anything else
}

// Decide says what SIGTERM does to a container whose PID 1 is started as argv, in an image whose /bin/sh is of
// family sh. It judges shells given their source by -c; anything else is Unclear, a shell without arguments Harmless.
func Decide(argv []string, sh Family) Verdict {
	inv, ok := invoked(argv, sh)
	switch {
	case !ok:
		return Verdict{}
	case inv.prompt:
		return Verdict{Outcome: Harmless, Shell: inv.family}
	}
	v := judge(inv, argv[inv.source], sh)
	v.Shell, v.Arg = inv.family, inv.source
	return v
}

// Source returns the index of the argument that holds a shell's source, as in `sh -c source`, and whether the shell was
// told to end at the first command that fails (-e). It reports false when argv starts no shell in that way.
func Source(argv []string) (index int, errexit, ok bool) {
	inv, ok := invoked(argv, Unknown)
	return inv.source, inv.errexit, ok && !inv.prompt
}

// An invocation is a shell's command line, taken apart.
type invocation struct {
	family  Family
	source  int  // index of the argument after -c
	errexit bool // -e
	prompt  bool // neither -c nor a script: it reads commands from a terminal
}

// invoked takes apart a command line that starts a shell with -c or without any argument. It reports false for
// everything else, scripts too.
func invoked(argv []string, sh Family) (invocation, bool) {
	at := skipEnv(argv)
	if at < len(argv) && path.Base(argv[at]) == "busybox" {
		at++
	}
	if at >= len(argv) {
		return invocation{}, false
	}
	family, ok := Named(argv[at], sh)
	if !ok {
		return invocation{}, false
	}
	inv := invocation{family: family}
	hasSource := false
	for at++; at < len(argv); at++ {
		arg := argv[at]
		if arg == "--" || arg == "-" {
			at++
			break
		}
		if strings.HasPrefix(arg, "--") {
			switch arg {
			case "--login", "--norc", "--noprofile", "--posix":
				continue
			}
			return invocation{}, false
		}
		if len(arg) < 2 || arg[0] != '-' && arg[0] != '+' {
			break
		}
		if strings.ContainsAny(arg, "ns") {
			return invocation{}, false
		}
		if arg[0] == '-' {
			hasSource = hasSource || strings.Contains(arg, "c")
			inv.errexit = inv.errexit || strings.Contains(arg, "e")
			inv.prompt = inv.prompt || strings.Contains(arg, "i")
		}
		if strings.HasSuffix(arg, "o") {
			at++
			inv.errexit = inv.errexit || at < len(argv) && argv[at] == "errexit"
		}
	}
	switch {
	case at >= len(argv):
		inv.prompt = true
		return inv, !hasSource
	case hasSource && !inv.prompt:
		inv.source = at
		return inv, true
	}
	return invocation{}, false
}

// skipEnv returns the index of the program that `env NAME=value… program` becomes; 0 without env.
func skipEnv(argv []string) int {
	if len(argv) == 0 || path.Base(argv[0]) != "env" {
		return 0
	}
	for at, arg := range argv[1:] {
		if !strings.Contains(arg, "=") {
			return at + 1
		}
	}
	return len(argv)
}
