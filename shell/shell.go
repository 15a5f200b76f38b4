// Package shell answers one question: when a shell is PID 1 of a container, does SIGTERM reach the program that it
// was told to start? Packages dockerfile and manifests ask it; it knows neither of them, and reads no files.
//
// The answer depends on what runs on the way to that program (process.go follows launchers, inits and scripts), which
// shell it is (the base image decides what /bin/sh is, see [OfImage]), whether that shell replaces itself by the command
// (table.go, measured), and what the command's syntax lets it do (command.go walks to the command that decides, and
// condition.go knows the branches that the arguments choose).
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
	Outcome Outcome  `json:"outcome"`
	Shell   Family   `json:"shell"`  // the shell that decides; empty: App itself keeps the signal from what it starts
	App     string   `json:"app"`    // the program that should hear SIGTERM, as it is written
	Init    string   `json:"init"`   // what stands in front of the shell, hears SIGTERM, and ends with the shell: tini
	Script  string   `json:"script"` // the script that decides, by its name in the image; empty: an argument does
	Arg     int      `json:"arg"`    // the argument that holds the shell's source, or else names App
	Start   int      `json:"start"`  // byte range within it, or within the script, of the command that decides
	End     int      `json:"end"`
	Trap    bool     `json:"trap"`    // a trap for TERM is set, and does not help
	Branch  bool     `json:"branch"`  // it is so on one branch of the source, and on another SIGTERM arrives
	Wrapper bool     `json:"wrapper"` // App starts another program in its turn, which exec before App would not let hear SIGTERM
	Next    *Verdict `json:"next"`    // what would become of SIGTERM if App took the shell's place, where it is lost then, too
	Execs   []int    `json:"execs"`   // byte offsets in the source: `exec ` put there mends it. None when that would change anything else
}

// An Image is what has to be known of the image that a container is started from.
type Image struct {
	Sh   Family                           // what /bin/sh is
	Read func(name string) (string, bool) // the text of a file, by its name in the image; nil: no file is known
	Work *Work                            // of the file that starts it; nil: it starts nothing else
}

// Decide says what SIGTERM does to a container whose PID 1 is started as argv. It follows argv through what makes room
// for the rest of its command line, through inits, scripts and the sources of shells. What it does not know is
// Unclear, and so is a program that is no shell; a shell without arguments is Harmless.
func (i Image) Decide(argv []string) Verdict {
	words := make([]word, len(argv))
	for at, arg := range argv {
		words[at] = word{text: arg, known: true, at: at}
	}
	if i.Work == nil {
		i.Work = &Work{}
	}
	v := process{image: i, argv: words, known: map[string]Verdict{}}.verdict()
	if v.Outcome == Replaced && v.Shell == Unknown {
		return Verdict{App: v.App}
	}
	return v
}

// DecideShell is [Image.Decide] for shells that are PID 1 themselves: behind an init, and of what is no shell, it says
// nothing.
func (i Image) DecideShell(argv []string) Verdict {
	v := i.Decide(argv)
	if v.Outcome.Lost() && (v.Init != "" || v.Shell == Unknown) {
		return Verdict{}
	}
	return v
}

// Decide is [Image.DecideShell] for an image of which only the family of /bin/sh is known.
func Decide(argv []string, sh Family) Verdict { return Image{Sh: sh}.DecideShell(argv) }

// Source returns the index of the argument that holds a shell's source, as in `sh -c source`, and whether the shell was
// told to end at the first command that fails (-e). It reports false when argv starts no shell in that way.
func Source(argv []string) (index int, errexit, ok bool) {
	at := skipEnv(argv)
	inv, ok := invoked(argv[at:], Unknown)
	return at + inv.source, inv.errexit, ok && !inv.prompt && !inv.script
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

// An invocation is a shell's command line, taken apart.
type invocation struct {
	family  Family
	source  int  // index of the argument after -c, or of the script's name
	script  bool // it is a script's name
	errexit bool // -e
	prompt  bool // neither -c nor a script: it reads commands from a terminal
}

// invoked takes apart a command line that starts a shell. It reports false for everything else.
func invoked(argv []string, sh Family) (invocation, bool) {
	at := 0
	if len(argv) > 0 && path.Base(argv[0]) == "busybox" {
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
	case inv.prompt:
		return invocation{}, false
	}
	inv.source, inv.script = at, !hasSource
	return inv, true
}
