package dockerfile

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/cost"
)

// lines returns n lines, in which {n} is the line's number and {p} the one before.
func lines(n int, line string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.NewReplacer("{n}", fmt.Sprint(i), "{p}", fmt.Sprint(i-1)).Replace(line) + "\n")
	}
	return b.String()
}

// hostile are Dockerfiles that a reader could be kept busy with, or made to take all memory.
var hostile = map[string]string{
	"arguments that double":           "ARG A-1=xxxxxxxxxxxxxxxx\n" + strings.ReplaceAll(lines(60, "ARG A{n}=$A{p}$A{p}"), "$A-1", "xxxx") + "FROM debian:$A59\nCMD app\n",
	"variables that double":           "FROM debian\nENV A0=xxxxxxxxxxxxxxxx\n" + strings.TrimPrefix(lines(60, "ENV A{n}=$A{p}$A{p}"), "ENV A0=$A-1$A-1\n") + "CMD app\nWORKDIR $A59/$A59\nEXPOSE $A59\n",
	"a variable that is used often":   "FROM debian\nENV A=" + strings.Repeat("x", 60_000) + "\n" + lines(50_000, "ENV B{n}=$A") + "CMD app\n",
	"… in one instruction":            "FROM debian\nENV A=" + strings.Repeat("x", 60_000) + "\nENV B=" + strings.Repeat("$A", 30_000) + "\nCMD app\n",
	"… in what is copied":             "FROM debian\nENV A=" + strings.Repeat("x", 60_000) + "\n" + lines(200, "COPY "+strings.Repeat("$A ", 1_000)+"/") + "CMD [\"/app\"]\n",
	"… in what is built":              "FROM golang\nENV A=" + strings.Repeat("x", 60_000) + "\n" + lines(10, "RUN go build "+strings.Repeat("$A ", 5_000)) + "CMD [\"/app\"]\n",
	"many variables":                  "FROM debian\n" + lines(30_000, "ENV A{n}={n}") + lines(30_000, "ARG A{n}={n}") + "CMD app $A1\n",
	"many stages":                     "FROM debian AS s0\n" + strings.TrimPrefix(lines(20_000, "FROM s{p} AS s{n}\nENV A{n}={n}"), "FROM s-1 AS s0\n") + "CMD app\n",
	"stages with a variable each":     "FROM debian AS s-1\n" + lines(gracelint.MaxStages-2, "FROM s{p} AS s{n}\nENV A{n}={n}") + lines(80_000, "ENV B=$C$D") + "CMD app\n",
	"stages with one base":            "FROM debian AS s\n" + lines(20_000, "ENV A{n}={n}\nCOPY {n} /{n}") + lines(gracelint.MaxStages-2, "FROM s AS s{n}\nCOPY x /y\nENV B=$A1") + "CMD [\"/app\"]\n",
	"stages that copy twice":          "FROM debian AS s-1\nCOPY x /\n" + lines(200, "FROM debian AS s{n}\nCOPY --from=s{p} / /\nCOPY --from=s{p} / /") + "ENTRYPOINT [\"/app\"]\n",
	"… from places of other names":    "FROM debian AS s-1\nCOPY x /\n" + lines(200, "FROM debian AS s{n}\nCOPY --from=s{p} /a /\nCOPY --from=s{p} /b /") + "ENTRYPOINT [\"/app\"]\n",
	"… by number":                     "FROM debian AS s-1\nCOPY x /\n" + lines(200, "FROM debian AS s{n}\nCOPY --from={n} / /\nCOPY --from={n} /a /\nCOPY --from=s{p} /b /") + "ENTRYPOINT [\"app\"]\n",
	"programs that are copied twice":  "FROM golang AS s-1\nRUN go build -o /x/app .\n" + lines(200, "FROM debian AS s{n}\nCOPY --from=s{p} /a /\nCOPY --from=s{p} /b /") + "ENTRYPOINT [\"/app\"]\n",
	"a long PATH":                     "FROM debian\nENV PATH=" + strings.Repeat("/a:", 20_000) + "\n" + lines(30_000, "COPY {n} /{n}") + "CMD [\"app.sh\"]\n",
	"many RUNs that write":            "FROM debian\nENV PATH=" + strings.Repeat("/a:", 2_000) + "\n" + lines(20_000, "RUN echo app.sh {n}") + "CMD [\"app.sh\"]\n",
	"many builds":                     "FROM golang\n" + lines(15_000, "RUN go build -o /app ./{n}\nCOPY {n} {n}") + "CMD [\"/app\"]\n",
	"a RUN that nests":                "FROM golang\nRUN go build " + strings.Repeat("$(", 400_000) + "\nCMD app\n",
	"a command that nests":            "FROM debian\nCMD " + strings.Repeat("$(", 30_000) + "\n",
	"many ignore comments":            "FROM debian\n" + lines(20_000, "# gracelint:ignore dockerfile/shell-pid1 {n}") + "CMD app\n",
	"a long word with variables":      "FROM debian\nENV A=1\nCMD [\"app\", \"" + strings.Repeat("'$A", 15_000) + "\"]\n",
	"a long command of continuations": "FROM debian\nCMD app \\\n" + lines(60_000, " a \\\n# {n}") + " b\n",
	"here-documents":                  "FROM debian\n" + lines(20_000, "COPY <<E /{n}\nE") + "CMD [\"/app\"]\n",
	"a long path":                     "FROM debian\nCOPY " + strings.Repeat("a/", 30_000) + " /\nCMD [\"/" + strings.Repeat("a/", 30_000) + "x.sh\"]\n",
}

func TestHostileDockerfilesAreDoneWithInTime(t *testing.T) {
	files := fstest.MapFS{"x": {Data: []byte("#!/bin/sh\napp\n")}, "a/b/c/d/Dockerfile": {}}
	build := Build{Files: files, Name: func(name string) string { return name }, File: "a/b/c/d/Dockerfile"}
	for i := range gracelint.MaxStages {
		build.Targets = append(build.Targets, fmt.Sprintf("s%d", i))
	}
	for name, src := range hostile {
		t.Run(name, func(t *testing.T) {
			cost.Limit(t, 8*time.Second, 1_200, func() {
				if file, _ := Parse("Dockerfile", []byte(src), build); file != nil {
					Check(file)
				}
			})
		})
	}
}

func TestTheBuildContextIsFoundInTime(t *testing.T) {
	deep := strings.Repeat("a/", 150)
	build := Build{Files: fstest.MapFS{deep + "Dockerfile": {}}, Name: func(name string) string { return name }, File: deep + "Dockerfile"}
	cost.Limit(t, 5*time.Second, 500, func() {
		Parse("Dockerfile", []byte("FROM debian\n"+lines(20_000, "COPY b{n}/c/d /")+"CMD [\"/x.sh\"]\n"), build)
	})
}

func TestWhatIsBeyondABoundIsSaid(t *testing.T) {
	files := fstest.MapFS{
		"e.sh": {Data: []byte("#!/bin/bash\ncase $X in\n" + lines(300, `{n}) exec /e.sh {n} "$@";;`) + "esac\n")},
		"l.sh": {Data: []byte("#!/bin/sh\napp\n" + strings.Repeat("#", gracelint.MaxShell))},
		"d.sh": {Data: []byte("#!/bin/sh\n" + strings.Repeat("(", 10_000))},
		"bin":  {Data: []byte("\x7fELF" + strings.Repeat("\x01", gracelint.MaxShell))},
	}
	build := Build{Files: files, Name: func(name string) string { return name }, File: "Dockerfile"}
	for _, test := range []struct {
		src  string
		line int
		want string
	}{
		{"FROM debian\nCOPY e.sh /\nCMD [\"/e.sh\"]\n", 3, "too many"},
		{"FROM debian\nCOPY l.sh /\nCMD [\"/l.sh\"]\n", 3, "script l.sh has more than 1024 KB"},
		{"FROM debian\nCOPY d.sh /\nCMD [\"/d.sh\"]\n", 3, "nest more than"},
		{"FROM debian\nCOPY bin /\nCMD [\"/bin\"]\n", 0, ""},
		{"FROM golang\nRUN go build " + strings.Repeat("$(", 10_000) + "\nCMD app\n", 2, "nest more than"},
		{hostile["… from places of other names"], 603, "too much to be looked through"},
		{hostile["many stages"], 601, "more than 300 stages"},
		{"FROM debian\n#" + strings.Repeat("x", gracelint.MaxDockerfile), 0, "more than 1024 KB"},
	} {
		_, notices := Parse("Dockerfile", []byte(test.src), build)
		switch {
		case test.want == "" && notices == nil:
		case len(notices) != 1 || notices[0].Kind != gracelint.Failed || notices[0].Path != "Dockerfile" || notices[0].Line != test.line || !strings.Contains(notices[0].Message, test.want):
			t.Errorf("%.60q: %+v, want %q at line %d", test.src, notices, test.want, test.line)
		}
	}
}

func TestAValueBeyondTheBoundIsUnknown(t *testing.T) {
	file, notices := Parse("Dockerfile", []byte("ARG A="+strings.Repeat("x", 60_000)+"\nARG B=$A$A\nFROM debian:$B\n"+
		"ENV L="+strings.Repeat("x", 60_000)+"\nENV C=$L$L D=1\nENV E=$C$D\nWORKDIR /$D$E\nCMD [\"app\"]\n"), Build{})
	if len(notices) > 0 {
		t.Fatal(notices)
	}
	stage := file.final()
	if got, want := stage.Image, "debian:${B}"; got != want {
		t.Errorf("image %q, want %q", got, want)
	}
	if got, want := stage.WorkDir, "/1${C}1"; got != want {
		t.Errorf("folder %.50q, want %q", got, want)
	}
}
