package shell

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/cost"
	"mvdan.cc/sh/v3/syntax"
)

// branches returns a script that starts so many others.
func branches(n int, command string) string {
	var b strings.Builder
	b.WriteString("#!/bin/bash\ncase $X in\n")
	for i := range n {
		b.WriteString(strings.ReplaceAll("N) "+command+";;\n", "N", strconv.Itoa(i)))
	}
	return b.String() + "esac\n"
}

// hostile are command lines that the walk could be kept busy with, and the scripts that they start.
var hostile = map[string]struct {
	argv  []string
	files map[string]string
}{
	"a script that becomes itself on many branches": {
		[]string{"/e.sh"}, map[string]string{"/e.sh": branches(300, "exec /e.sh N")},
	},
	"… with more arguments each time": {
		[]string{"/e.sh", "a"}, map[string]string{"/e.sh": branches(300, `exec /e.sh N "$@"`)},
	},
	"… with twice as many arguments each time": {
		[]string{"/e.sh", "a"}, map[string]string{"/e.sh": branches(300, `exec /e.sh "$@" N "$@"`)},
	},
	"scripts that become each other": {
		[]string{"/a.sh", "a"}, map[string]string{
			"/a.sh": branches(20, `exec /b.sh N "$@"`), "/b.sh": branches(20, `exec tini -- /c.sh N "$@"`), "/c.sh": branches(20, `exec env X=1 /a.sh N "$@"`),
		},
	},
	"a package whose script starts itself": {
		[]string{"npm", "start"}, map[string]string{
			"package.json": `{"scripts": {"start": "` + strings.ReplaceAll(branches(300, "exec npm start N")[len("#!/bin/bash\n"):], "\n", " ") + `"}}`,
		},
	},
	"a script that sources and starts a large one": {
		[]string{"/e.sh"}, map[string]string{"/e.sh": branches(300, "exec /big.sh N"), "/big.sh": "#!/bin/bash\n" + strings.Repeat("true;", 200_000) + "\nexec app\n"},
	},
	"functions that call each other": {
		[]string{"bash", "-c", `a() { b "$@" "$@"; b "$@" "$@"; }; b() { a "$@" x "$@"; a "$@" "$@"; }; a 1 2`}, nil,
	},
	"a large function that is called often": {
		[]string{"bash", "-c", "f() {\n" + strings.Repeat("true;", 100_000) + "\n}\n" + strings.Repeat("f;", 20_000)}, nil,
	},
	"a long chain of conditions": {
		[]string{"bash", "-c", strings.Repeat("[ a = a ] && ", 40_000) + "app"}, nil,
	},
	"a chain of conditions that is short enough": {
		[]string{"bash", "-c", strings.Repeat("[ a = a ] && ", gracelint.MaxShellDepth/3) + "app"}, nil,
	},
	"conditions on the arguments": {
		[]string{"bash", "-c", strings.Repeat(`[ "$1$1$1$1" = "$2" ] && `, 200) + "exec app", "sh", strings.Repeat("x", 1_000), "y"}, nil,
	},
	"a word that makes much of its arguments": {
		[]string{"bash", "-c", `[ "` + strings.Repeat("$1", 300_000) + `" = x ] && exec app`, "sh", strings.Repeat("x", 60_000)}, nil,
	},
	"a replacement in a replacement": {
		[]string{"bash", "-c", `[ "${1//?/${1//?/${1//?/$1}}}" = x ] && exec app`, "sh", strings.Repeat("x", 3_000)}, nil,
	},
	"replacements": {
		[]string{"bash", "-c", strings.Repeat(`[ "${1//?/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx}" = x ] && `, 300) + `exec app`, "sh", strings.Repeat("x", 3_000)}, nil,
	},
	"many patterns": {
		[]string{"bash", "-c", "case $1 in " + strings.Repeat("*a*b?c[de]f*) true;; ", 40_000) + "esac; app", "sh", "abc"}, nil,
	},
	"many branches without an end": {
		[]string{"bash", "-c", strings.Repeat("if $X; then app; fi; ", 40_000)}, nil,
	},
}

func TestHostileScriptsAreDoneWithInTime(t *testing.T) {
	for name, attack := range hostile {
		t.Run(name, func(t *testing.T) {
			image := Image{Sh: Bash, Work: &Work{}, Read: func(name string) (string, bool) { text, ok := attack.files[name]; return text, ok }}
			cost.Limit(t, 5*time.Second, 1_200, func() { image.Decide(attack.argv) })
		})
	}
}

// nested is what makes a parser of shells call itself, however it is written.
var nested = map[string]string{
	"substitutions": "$(", "subshells": "(", "blocks": "{ ", "quoted substitutions": `"$(`, "processes": "<(",
	"conditions": "if ", "loops": "while ", "else": "if a; then b; else ", "cases": "case a in a) ", "functions": "f() ", "parameters": "${a:-", "negations": "! ",
	"arithmetic": "$((", "arithmetic brackets": "((1+(", "signs": "$((-", "tests": "[[ ( ", "not": "[[ ! ", "and": "[[ a && ", "chain": "a && ", "pipe": "a | ", "time": "time ",
	"coprocesses": "coproc ", "for": "for a in b; do ", "select": "select a in b; do ", "here-documents": "$(cat <<E\n", "globs": "@(a|", "backquotes": "`a \\`", "sums": "$((1+", "ternary": "$((1?", "arrays": "a=($(",
	"else if": "if a; then b; elif ", "assignment": "$((a=", "index": "a[", "closed in quotes": `(")" `, "after a comment": "( #)\n",
}

func TestNestingDoesNotExhaustTheStack(t *testing.T) {
	for name, opener := range nested {
		t.Run(name, func(t *testing.T) {
			for _, variant := range []syntax.LangVariant{syntax.LangBash, syntax.LangPOSIX, syntax.LangMirBSDKorn, syntax.LangZsh} {
				source := strings.Repeat(opener, gracelint.MaxShell/len(opener))
				cost.Limit(t, 5*time.Second, 1_000, func() {
					if file, err := Parse(source, variant); err == nil {
						syntax.Walk(file, func(syntax.Node) bool { return true })
					}
				})
			}
		})
	}
}

func TestASourceBeyondABoundIsToldFromAMistake(t *testing.T) {
	for source, beyond := range map[string]bool{
		strings.Repeat("(", 10_000):                              true,
		strings.Repeat("x", gracelint.MaxShell+1):                true,
		strings.Repeat("a && ", gracelint.MaxShellDepth+1) + "b": true,
		strings.Repeat("(", 50) + "a" + strings.Repeat(")", 50):  false,
		strings.Repeat("a && ", 100) + "b":                       false,
		"if":                                                     false,
		strings.Repeat("echo \"$(date): $((1 + 2))\"\n", 20_000): false,
	} {
		if _, err := Parse(source, syntax.LangBash); IsBeyond(err) != beyond {
			t.Errorf("%.20q…, %d bytes: %v", source, len(source), err)
		}
	}
}

func TestWorkSaysWhatWasLeftOut(t *testing.T) {
	for source, want := range map[string]error{
		"app":                     nil,
		strings.Repeat("(", 5000): tooDeep,
		strings.Repeat("x", gracelint.MaxShell+1): tooLarge,
		branches(300, `exec /e.sh N "$@"`):        tooMuch,
	} {
		work := &Work{}
		Image{Sh: Dash, Work: work, Read: func(string) (string, bool) { return source, true }}.Decide([]string{"sh", "-c", source})
		if work.Beyond != want {
			t.Errorf("%.30q…: %v, want %v", source, work.Beyond, want)
		}
	}
}
