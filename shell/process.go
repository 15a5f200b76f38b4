package shell

import (
	"encoding/json"
	"path"
	"slices"
	"strings"
)

// A word is one argument of a command line.
type word struct {
	text  string // as it is written when its value is not known
	known bool
	at    int // its index in the command line of the container; -1: it stands in the source of a shell
}

// A process is a program that a container comes to run on its way to the app.
type process struct {
	image Image
	argv  []word
	up    parent
	depth int // of processes that have become each other
}

// A parent is what stands between a process and SIGTERM.
type parent int

const (
	none   parent = iota // the process is PID 1
	single               // PID 1 passes SIGTERM on to the process alone, and ends when it ends
	group                // … and to all that the process has started
)

// A launcher is a program that runs the rest of its command line.
type launcher struct {
	valued   []string // its options that take the next argument, without dashes
	operands int      // how many arguments of its own stand before the rest
	up       parent   // none: it is replaced by the rest
	other    string   // the options that make of single group, or of group single
}

// launchers were seen to do so as PID 1 (coreutils 9.1, util-linux 2.38, gosu 1.14, tini 0.19, dumb-init 1.2.5); su-exec
// and chpst say it in their source.
var launchers = map[string]launcher{
	"env":    {valued: []string{"u", "unset", "C", "chdir"}},
	"nice":   {valued: []string{"n", "adjustment"}},
	"ionice": {valued: []string{"c", "class", "n", "classdata"}},
	"nohup":  {},
	"setsid": {},
	"stdbuf": {valued: []string{"i", "input", "o", "output", "e", "error"}},
	"setpriv": {valued: strings.Fields(`ruid euid reuid rgid egid regid groups inh-caps ambient-caps bounding-set
		securebits pdeathsig selinux-label apparmor-profile`)},
	"chroot":      {operands: 1},
	"gosu":        {operands: 1},
	"su-exec":     {operands: 1},
	"timeout":     {valued: []string{"k", "kill-after", "s", "signal"}, operands: 1, up: group, other: "foreground"},
	"tini":        {valued: []string{"p", "e"}, up: single, other: "g"},
	"tini-static": {valued: []string{"p", "e"}, up: single, other: "g"},
	"docker-init": {valued: []string{"p", "e"}, up: single, other: "g"}, // tini by another name
	"dumb-init":   {valued: []string{"r", "rewrite"}, up: group, other: "c single-child"},
	"catatonit":   {up: single, other: "g"},
}

// verdict says what SIGTERM does once the process has come to run.
func (p process) verdict() Verdict {
	if p.depth > 20 || len(p.argv) == 0 { // a script that calls itself
		return Verdict{}
	}
	program := p.argv[0]
	name := path.Base(program.text)
	if !program.known {
		return Verdict{Outcome: Replaced, App: program.text}
	}
	if _, ok := launchers[name]; ok {
		return p.launched(name)
	}
	if inv, ok := invoked(texts(p.argv), p.image.Sh); ok {
		return p.shell(inv)
	}
	if _, isShell := Named(program.text, p.image.Sh); isShell || name == "busybox" {
		return Verdict{}
	}
	if source, ok := p.read(program.text); ok {
		front := interpreter(source)
		if front == nil {
			return Verdict{} // the kernel does not start it
		}
		return p.become(slices.Concat(front, p.argv), p.up)
	}
	return p.wrapper(name)
}

func texts(words []word) []string {
	values := make([]string, len(words))
	for i, w := range words {
		values[i] = w.text
	}
	return values
}

func (p process) read(name string) (string, bool) {
	if p.image.Read == nil {
		return "", false
	}
	return p.image.Read(name)
}

// become says what SIGTERM does to the process that this one becomes, or starts and stands for.
func (p process) become(argv []word, up parent) Verdict {
	return process{p.image, argv, up, p.depth + 1}.verdict()
}

// launched follows a launcher to what it runs.
func (p process) launched(name string) Verdict {
	l := launchers[name]
	at := 1
	up := l.up
	for ; at < len(p.argv); at++ {
		arg := p.argv[at].text
		if arg == "--" {
			at++
			break
		}
		if name == "env" && strings.Contains(arg, "=") {
			continue
		}
		if len(arg) < 2 || arg[0] != '-' {
			break
		}
		option := strings.TrimLeft(arg, "-")
		switch {
		case name == "env" && (strings.HasPrefix(option, "S") || strings.HasPrefix(option, "split-string")):
			return Verdict{} // it splits a line as no shell does
		case l.isOther(arg):
			up = single + group - l.up
		}
		if slices.Contains(l.valued, option) || !strings.HasPrefix(arg, "--") && slices.Contains(l.valued, option[len(option)-1:]) {
			at++
		}
	}
	at += l.operands
	if at >= len(p.argv) {
		return Verdict{}
	}
	v := p.become(p.argv[at:], max(up, p.up))
	if up != none && v.Outcome.Lost() && v.Init == "" {
		v.Init = name
	}
	return v
}

// isOther reports whether the option, alone or among others of one letter, changes who hears SIGTERM.
func (l launcher) isOther(option string) bool {
	return slices.ContainsFunc(strings.Fields(l.other), func(other string) bool {
		return option == "--"+other || len(other) == 1 && option[1] != '-' && strings.Contains(option, other)
	})
}

// interpreter returns the command line that the first line of a script sets in front of it. Without one, as in a
// program that is no script, it is empty.
func interpreter(source string) []word {
	line, _, _ := strings.Cut(source, "\n")
	line, ok := strings.CutPrefix(line, "#!")
	if !ok {
		return nil
	}
	name, arg, _ := strings.Cut(strings.TrimSpace(line), " ")
	words := []word{{name, true, -1}}
	arg = strings.TrimSpace(arg)
	if split, ok := strings.CutPrefix(arg, "-S"); ok && path.Base(name) == "env" {
		for field := range strings.FieldsSeq(split) {
			words = append(words, word{field, true, -1})
		}
		return words
	}
	if arg != "" {
		words = append(words, word{arg, true, -1})
	}
	return words
}

// shell says what SIGTERM does to a shell.
func (p process) shell(inv invocation) Verdict {
	switch {
	case inv.prompt:
		return Verdict{Outcome: Harmless, Shell: inv.family}
	case !p.argv[inv.source].known:
		return Verdict{}
	}
	given := p.argv[inv.source]
	w := &walk{process: p, inv: inv, source: given.text, params: p.argv[inv.source+1:]}
	if inv.script {
		source, ok := p.read(given.text)
		if !ok {
			return Verdict{}
		}
		if namesTask(path.Base(given.text)) {
			return Verdict{Outcome: Harmless, App: given.text}
		}
		w.source = source
	} else if len(w.params) > 0 {
		w.params = w.params[1:] // the first is $0
	}
	v := w.judge()
	switch {
	case v.isPlaced() && v.Outcome != Unclear:
	case inv.script:
		v.Script = given.text
	default:
		v.Arg = given.at
	}
	return v
}

// isPlaced reports whether the verdict says in which argument or script the command stands that decides.
func (v *Verdict) isPlaced() bool { return v.Script != "" || v.Arg >= 0 }

// wrapper says what becomes of SIGTERM in a program that starts another one and does not pass the signal on, or of any
// other program.
func (p process) wrapper(name string) Verdict {
	words := texts(p.argv)
	v := Verdict{Outcome: Replaced, App: strings.Join(words[:min(2, len(words))], " "), Arg: p.argv[0].at, Wrapper: true}
	switch {
	case isIdle(words):
		return Verdict{Outcome: Harmless, App: words[0]}
	case name == "go" && len(words) > 1 && words[1] == "run":
		v.Outcome = p.endsFirst()
		return v
	case name == "flock" || name == "xargs":
		if v.App, v.Outcome = name, Ignored; p.up != none {
			v.Outcome = p.endsFirst()
		}
		return v
	case name == "npm" || name == "yarn":
		if v.Outcome = p.packageScript(name, words[1:]); v.Outcome.Lost() {
			return v
		}
	}
	return Verdict{Outcome: Replaced, App: words[0]}
}

// endsFirst says what becomes of a program whose parent dies of SIGTERM and passes nothing on. Measured with tini and
// dumb-init: the program hears it from an init that tells all, and is killed with the parent all the same.
func (p process) endsFirst() Outcome {
	if p.up == group {
		return Cut
	}
	return Killed
}

// packageScript says what becomes of SIGTERM when npm or yarn 1 runs a script of package.json. Both give the script to
// sh -c and pass SIGTERM on to that shell alone; yarn, unlike npm, does not wait for what it started.
func (p process) packageScript(tool string, args []string) Outcome {
	args = slices.DeleteFunc(slices.Clone(args), func(arg string) bool { return strings.HasPrefix(arg, "-") })
	if len(args) > 1 && (args[0] == "run" || args[0] == "run-script") {
		args = args[1:]
	} else if len(args) == 0 || args[0] != "start" && tool == "npm" {
		return Unclear
	}
	text, _ := p.read("package.json")
	var manifest struct{ Scripts map[string]string }
	if json.Unmarshal([]byte(text), &manifest) != nil {
		return Unclear
	}
	script, ok := manifest.Scripts[args[0]]
	if !ok {
		return Unclear
	}
	v := p.become([]word{{"sh", true, -1}, {"-c", true, -1}, {script, true, -1}}, max(single, p.up))
	_, isBerry := p.read(".yarnrc.yml")
	switch {
	case v.Outcome == Harmless || tool == "yarn" && isBerry:
		return Unclear
	case tool == "yarn" && v.Outcome == Replaced:
		return Cut
	}
	return v.Outcome
}
