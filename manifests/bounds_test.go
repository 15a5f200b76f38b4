package manifests

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/cost"
)

const podHead = "apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {a: b}}\nspec:\n  containers:\n"

// numbered returns the text so many times, with its number for {n}.
func numbered(n int, text string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(text, "{n}", fmt.Sprint(i)))
	}
	return b.String()
}

// hostile makes files of n parts that a reader could be kept busy with.
var hostile = map[string]func(n int) string{
	"JSON in one line": func(n int) string {
		return `{"apiVersion":"v1","kind":"List","items":[` + strings.TrimSuffix(numbered(n, `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p{n}"},"spec":{"terminationGracePeriodSeconds":0,"containers":[{"name":"a","image":"debian","command":["sh","-c","app | cat"],"lifecycle":{"preStop":{"exec":{"command":["sleep 10"]}}}}]}},`), ",") + "]}"
	},
	"YAML in one line": func(n int) string {
		return "{apiVersion: v1, kind: List, items: [" + numbered(n, "{apiVersion: v1, kind: Pod, metadata: {name: p{n}}, spec: {lifecycle: {preStop: {}}, terminationGracePeriodSeconds: '0', containers: [{name: a, image: debian, command: [sh, -c, 'app | cat'], preStop: {}}]}},") + "]}"
	},
	"strays": func(n int) string {
		return podHead + numbered(n, "  - name: a{n}\n    terminationGracePeriodSeconds: 1\n    preStop: {}\n    lifecycle: {}\n")
	},
	"a long name": func(n int) string {
		return "apiVersion: v1\nkind: Pod\nmetadata: {name: " + strings.Repeat("x", 100*n) + "}\nspec:\n  containers:\n" + numbered(n, "  - {name: a, lifecycle: {preStop: {tcpSocket: {port: 80}}}}\n")
	},
	"documents with their sources": func(n int) string {
		return numbered(n, "---\n# Source: a/{n}.yaml\n"+podHead+"  - {name: a, image: b, lifecycle: {preStop: {tcpSocket: {port: 80}}}}\n")
	},
	"ignore comments": func(n int) string {
		return podHead + numbered(n, "  # gracelint:ignore manifests/tcpsocket-hook {n}\n  - {name: a, lifecycle: {preStop: {tcpSocket: {port: 80}}}}\n")
	},
	"Services and pods": func(n int) string {
		return numbered(n/2, "---\napiVersion: v1\nkind: Service\nmetadata: {name: s{n}}\nspec: {selector: {a: b}}\n") +
			numbered(n/2, "---\napiVersion: v1\nkind: Pod\nmetadata: {name: p{n}, labels: {a: b}}\nspec: {containers: [{name: a, image: b}]}\n")
	},
	"scripts that are long to follow": func(n int) string {
		return podHead + numbered(n/20, "  - name: a{n}\n    image: debian\n    command: [bash, -c, 'a() { b \"$@\" \"$@\"; b \"$@\" x; }; b() { a \"$@\" y; a \"$@\" \"$@\"; }; a {n}']\n")
	},
	"a command that nests": func(n int) string {
		return podHead + "  - {name: a, image: debian, command: [sh, -c, '" + strings.Repeat("{ ", 100*n) + "']}\n"
	},
	"a hook that nests": func(n int) string {
		return podHead + "  - {name: a, image: debian, lifecycle: {preStop: {exec: {command: [sh, -c, '" + strings.Repeat("(", 100*n) + "']}}}}\n"
	},
	"a long line of a script": func(n int) string {
		return podHead + "  - name: a\n    image: debian\n    command:\n    - sh\n    - -c\n    - |\n" + numbered(n, "      if $X; then app; fi\n")
	},
	"calls of kubectl":       func(n int) string { return numbered(n, "kubectl delete pod --now=x --force\n") },
	"calls of kubectl in CI": func(n int) string { return "run: |\n" + numbered(n, "  kubectl delete pod --now=x --forse\n") },
	"nesting beside a kubectl delete": func(n int) string {
		return "run: kubectl delete x\nscript: '" + strings.Repeat("kubectl $(", 100*n) + "'\n"
	},
	"flow":     func(n int) string { return podHead + "  - {name: a}\nx: [" + strings.Repeat("[],", 20*n) + "]\n" },
	"keys":     func(n int) string { return podHead + "  - {name: a}\nx:\n" + numbered(n, "  {n}: a\n  {n}: a\n") },
	"comments": func(n int) string { return podHead + "  - name: a\n" + numbered(n, "  # {n}\n\n") + "    image: b\n" },
	"quotes":   func(n int) string { return podHead + "  - {name: \"" + strings.Repeat("\\\"'", 20*n) + "\"}\n" },
	"marks":    func(n int) string { return podHead + "  - {name: " + strings.Repeat("&a !b ", n) + "}\n" },
	"braces":   func(n int) string { return podHead + strings.Repeat("x: {{\n", 10*n) },
}

func TestHostileManifestsAreDoneWithInTime(t *testing.T) {
	for name, attack := range hostile {
		t.Run(name, func(t *testing.T) {
			src := []byte(attack(10_000))
			cost.Limit(t, 10*time.Second, 2_500, func() {
				for _, script := range []string{"x.yaml", "x.sh", "Makefile"} {
					if script, _ := ParseScript(script, src); script != nil {
						CheckScript(script)
					}
				}
				if file, _ := Parse("x.yaml", src); file != nil {
					Join([]*File{file})
					Check(file)
				}
			})
		})
	}
}

func TestWhatIsBeyondABoundIsSaid(t *testing.T) {
	for _, test := range []struct {
		name, src string
		line      int
		want      string
	}{
		{"x.yaml", hostile["a command that nests"](1_000), 6, "nest more than"},
		{"x.yaml", hostile["a hook that nests"](1_000), 6, "nest more than"},
		{"x.yaml", hostile["scripts that are long to follow"](10_000), 0, "too many"},
		{"x.yaml", podHead + "  - {name: a}\n#" + strings.Repeat("x", gracelint.MaxDocument), 1, "more than 8 MB"},
		{"x.sh", "kubectl delete x\n" + strings.Repeat("(", 100_000), 1, "nest more than"},
		{"x.yml", "a: b\nrun: kubectl delete " + strings.Repeat("$(", 100_000), 2, "nest more than"},
		{"x.yml", "run: kubectl delete\n#" + strings.Repeat("x", gracelint.MaxDocument), 1, "more than 8 MB"},
		{"x.yaml", podHead + "  - {name: a}\nx: {{\n", 7, "cannot be parsed"},
		{"x.yaml", podHead + "  - {name: a}\nx: {{}}\n", 7, "a mapping is the key of another"},
		{"x.yaml", podHead + "  - {name: a}\nx: {{a: b}: c}\n", 7, "a mapping is the key of another"},
		{"x.yaml", podHead + "  - {name: a}\n  x\n- {{ }}\n", 0, "cannot be parsed"},
	} {
		_, notices := ParseScript(test.name, []byte(test.src))
		if test.name == "x.yaml" {
			var file *File
			if file, notices = Parse(test.name, []byte(test.src)); file != nil {
				Check(file)
				notices = append(notices, file.LeftOut()...)
			}
		}
		if len(notices) != 1 || notices[0].Kind != gracelint.Failed || notices[0].Path != test.name || test.line > 0 && notices[0].Line != test.line || !strings.Contains(notices[0].Message, test.want) {
			t.Errorf("%.150q: %+v, want %q at line %d", test.src, notices, test.want, test.line)
		}
	}
}

// Only \n ends a line for git and for editors, whatever it does for YAML 1.1.
func TestWhatElseEndsALineForYAMLCountsNoLine(t *testing.T) {
	for _, end := range []string{"\u0085", "\u2028", "\u2029", "\r"} {
		src := "# a" + end + "# b\napiVersion: v1\nkind: Pod\nmetadata: {name: \"a" + end + " b\"}\nspec:\n  containers:\n  # gracelint:ignore manifests/tcpsocket-hook it is so\n  - {name: a, lifecycle: {preStop: {tcpSocket: {port: 80}}}}\n  - {name: b, lifecycle: {preStop: {tcpSocket: {port: 80}}}}\n"
		file, notices := Parse("x.yaml", []byte(src))
		if file == nil {
			t.Fatalf("%q: %v", end, notices)
		}
		found := Check(file)
		if len(found) != 2 || found[0].Line != 8 || found[0].Ignored == nil || found[1].Line != 9 || found[1].Column != 37 || found[1].Ignored != nil {
			t.Errorf("%q: %+v", end, found)
		}
	}
}

func TestSecondsOfAnySizeAreRead(t *testing.T) {
	for _, hook := range []string{"exec: {command: [sleep, inf]}", "exec: {command: [sleep, INFINITY]}", "exec: {command: [sh, -c, 'sleep infinity']}", "exec: {command: [sleep, '99999999999999999999']}", "sleep: {seconds: 9007199254740993}"} {
		file, _ := Parse("x.yaml", []byte("apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - {name: a, image: b, lifecycle: {preStop: {"+hook+"}}}\n"))
		if found := Check(file); len(found) != 1 || found[0].Rule != prestopExceedsGrace.ID {
			t.Errorf("%s: %+v", hook, found)
		}
	}
}
