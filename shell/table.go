package shell

import "strings"

// A construct is the part of a command's syntax that decides whether a shell can replace itself by the command.
type construct int

const (
	plain       construct = iota // the whole source is one command of bare words
	last                         // a command at the end, however written
	script                       // … of a script file
	newline                      // the source ends in a newline, as YAML's | writes it
	blankLine                    // … in several
	blankAfter                   // the source ends in a space or a comment
	redirected                   // the command has a redirection
	heredoc                      // … a here-document
	viaCommand                   // the builtin command in front
	compound                     // inside { }, if or case
	compoundOut                  // inside a compound command that has a redirection
	subshell                     // inside ( )
	forLoop                      // inside for
	loop                         // inside while or until, or tested by it
	function                     // inside a function of the source
	evaluated                    // by eval
	timed                        // by time
	negated                      // after !
	followed                     // something comes after it
	piped                        // in a pipeline
	pipedLast                    // … at its end
	pipedExec                    // … and exec puts it in the place of the shell, or of a child
	afterJob                     // after a command in the background, on the same line
	waited                       // in the background, while the shell waits
	trapped                      // a trap for another signal is set
	trappedExit                  // a trap for EXIT is set
	trappedTerm                  // a trap for TERM is set
)

// columns are the shells of the table.
var columns = [...]Family{Dash, UpstreamDash, Bash, BusyBox, OldBusyBox, Mksh, Ksh, Zsh, Yash}

// table says what SIGTERM does to PID 1 when the shell of a column got the example by -c (a script: in a file):
// E the command has replaced the shell, I the shell ignores SIGTERM, K the shell ends and the command is killed,
// ? not measured, or it depends.
//
// Each cell was measured on Debian 12 with the shell as PID 1 of a PID namespace and SIGTERM sent from outside it:
// dash 0.5.12-2 (Debian 11, 13 and sid alike), dash 0.5.8 to 0.5.11 built from source, bash 5.1 to 5.3, busybox
// 1.28 to 1.38, busybox 1.27.2, mksh 59c, ksh93u+m 1.0.4, zsh 5.9, yash 2.52. A test measures again what Debian has of them.
// Debian's dash replaces itself nowhere: Debian switched off (patch 0004) what upstream dash does since 0.5.7.
var table = [...]struct{ cells, example string }{
	// One letter a column: Dash, UpstreamDash, Bash, BusyBox, OldBusyBox, Mksh, Ksh, Zsh, Yash.
	plain:       {"I E E E I E E E E", "app arg"},
	last:        {"I E E E I I E E E", "app $X; VAR=1 app; a && app; a || app"},
	script:      {"I I I I ? I E I E", "#!/bin/sh, app"},
	newline:     {"I I E I I I E E I", "app\n"},
	blankLine:   {"I ? I I I I E E I", "app\n\n"},
	blankAfter:  {"I ? E E I E E E I", "app "},
	redirected:  {"I E I E I I E E I", "app >log 2>&1"},
	heredoc:     {"I I I I I I E E I", "app <<EOF"},
	viaCommand:  {"I E E E ? E E E I", "command app"},
	compound:    {"I E I E I I E E E", "{ app; }"},
	compoundOut: {"I ? I I I I I E I", "{ app; } >log"},
	subshell:    {"I E I E I I E E E", "(app)"},
	forLoop:     {"I I I I I I I E E", "for i in 1; do app; done"},
	loop:        {"I I I I I I I I I", "while true; do app; done"},
	function:    {"I I I I I I I I E", "f() { app; }; f"},
	evaluated:   {"I I I I I I I I I", "eval app"},
	timed:       {"I I I I I I I I I", "time app"},
	negated:     {"I I I I I I I I I", "! app"},
	followed:    {"I I I I I I I I I", "app || true"},
	piped:       {"I I I I I I I I I", "app | cat"},
	pipedLast:   {"I ? I I I I I I E", "a | app"},
	pipedExec:   {"I ? I I I I E E E", "a | exec app"},
	afterJob:    {"I ? I E I I E E E", "a & app"},
	waited:      {"I I I I I K I I I", "app & wait"},
	trapped:     {"I ? I I I I I I I", "trap : INT; app"},
	trappedExit: {"I I K I I I K I I", "trap : EXIT; app"},
	trappedTerm: {"I I I I I I I I I", "trap : TERM; app"}, // runs when app has ended
}

// forks are the constructs whose command runs in a process of its own even when it is an exec.
var forks = map[construct]bool{piped: true, pipedExec: true, waited: true}

// mendable are the constructs in which `exec` before the command lets every shell replace itself and changes nothing
// else.
var mendable = map[construct]bool{
	plain: true, last: true, script: true, newline: true, blankLine: true, blankAfter: true, redirected: true, heredoc: true, compound: true,
	compoundOut: true,
}

// measured says what becomes of a command that stands in all the constructs at once: one that keeps the shell is
// enough to keep it.
func measured(family Family, constructs []construct) Outcome {
	outcome := Replaced
	for _, c := range constructs {
		switch cell(family, c) {
		case 'K':
			return Killed
		case 'I':
			outcome = Ignored
		case '?':
			if outcome == Replaced {
				outcome = Unclear
			}
		}
	}
	return outcome
}

func cell(family Family, c construct) byte {
	for i, column := range columns {
		if column == family {
			return strings.ReplaceAll(table[c].cells, " ", "")[i]
		}
	}
	return '?'
}
