package report

import (
	"bytes"
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/cost"
)

// sources are the files that the findings of the tests are about.
var sources = map[string]string{
	"cmd/main.go": "package main\n\nfunc main() {\n\tsrv.ListenAndServe()\n}\n",
	"Dockerfile":  "FROM alpine\r\nCMD app $X\r\n",
}

func read(path string) ([]byte, error) {
	if source, ok := sources[path]; ok {
		return []byte(source), nil
	}
	return nil, fs.ErrNotExist
}

// example is a report out of order.
func example() *Report {
	return &Report{
		Findings: []gracelint.Finding{
			{
				Rule: "serverclose/missing-shutdown", Severity: gracelint.Error, Fault: "main",
				Path: "cmd/main.go", Line: 4, Column: 2, EndLine: 4, EndColumn: 22,
				Message: "srv is never shut down; open requests are cut at SIGTERM", Advice: "call srv.Shutdown",
				Also:    []string{"signalnotify/missing-handler"},
				Related: []gracelint.Related{{Path: "srv/srv.go", Line: 7, Column: 1, Message: "srv is made here"}},
				Fixes: []gracelint.Fix{{
					Message: "call srv.Shutdown", Safe: true,
					Edits: []gracelint.Edit{{Path: "cmd/main.go", Start: 30, End: 30, New: "<-ctx.Done()"}},
				}, {Message: "call srv.Close"}},
				Ignored: &gracelint.Ignore{Line: 1},
			},
			{
				Rule: "dockerfile/unexpanded-variable", Severity: gracelint.Warning,
				Path: "Dockerfile", Line: 2, Column: 9, EndLine: 2, EndColumn: 11,
				Message: "nothing expands $X & co", Advice: "write its value",
			},
		},
		Notices: []gracelint.Notice{
			{Kind: gracelint.Skipped, Path: "chart/b.yaml", Line: 3, Message: "a Helm template"},
			{Kind: gracelint.Failed, Path: "pod.yaml", Line: 9, Message: "no YAML: did not find expected key"},
			{Kind: gracelint.Skipped, Path: "chart/a.yaml", Message: "a Helm template"},
			{Kind: gracelint.Failed, Message: "there is no go command, so Go code cannot be read"},
			{Kind: gracelint.Failed, Path: "a/Dockerfile", Message: "permission denied"},
		},
		Checked: Checked{GoPackages: 12, Dockerfiles: 1, Manifests: 5},
	}
}

const exampleText = `Dockerfile:2:9: warning: nothing expands $X & co; write its value (dockerfile/unexpanded-variable)
  |
2 | CMD app $X
  |         ^~

cmd/main.go:4:2: error: srv is never shut down; open requests are cut at SIGTERM; call srv.Shutdown (serverclose/missing-shutdown)
  |
4 |     srv.ListenAndServe()
  |     ^~~~~~~~~~~~~~~~~~~~
  srv/srv.go:7:1: srv is made here
  also: signalnotify/missing-handler

not checked: there is no go command, so Go code cannot be read
a/Dockerfile: not checked: permission denied
pod.yaml:9: not checked: no YAML: did not find expected key
2 skipped by design, such as chart/a.yaml: a Helm template (--format json lists all)
1 error, 1 warning in 2 files; 3 not checked
`

func TestText(t *testing.T) {
	if got := textOf(t, example(), false); got != exampleText {
		t.Errorf("got:\n%s\nwant:\n%s", got, exampleText)
	}
}

func TestTextInColor(t *testing.T) {
	got := textOf(t, example(), true)
	if plain := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(got, ""); plain != exampleText {
		t.Errorf("without its colors:\n%s\nwant:\n%s", plain, exampleText)
	}
	for _, want := range []string{
		"\x1b[1mDockerfile:2:9:\x1b[0m \x1b[1;33mwarning:\x1b[0m nothing expands",
		"\x1b[34m2 |\x1b[0m CMD app $X\n\x1b[34m  |\x1b[0m         \x1b[1;33m^~\x1b[0m\n",
		"\x1b[1mcmd/main.go:4:2:\x1b[0m \x1b[1;31merror:\x1b[0m srv is",
		"\n\x1b[1;33mnot checked\x1b[0m: there is no go command",
		"\n\x1b[1m1 error, 1 warning in 2 files; 3 not checked\x1b[0m\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%q", want, got)
		}
	}
}

func TestLastLine(t *testing.T) {
	finding := func(path string, severity gracelint.Severity) gracelint.Finding {
		return gracelint.Finding{Path: path, Severity: severity}
	}
	failed := gracelint.Notice{Kind: gracelint.Failed, Path: "pod.yaml"}
	skipped := gracelint.Notice{Kind: gracelint.Skipped, Path: "chart.yaml", Message: "a Helm template"}
	tests := []struct {
		name   string
		report Report
		want   string
	}{
		{"nothing there", Report{}, "nothing to check: no Go packages, Dockerfiles or Kubernetes manifests found"},
		{"nothing found", Report{Checked: Checked{12, 2, 5, 0}}, "no findings: checked 12 Go packages, 2 Dockerfiles, 5 manifests"},
		{"one of a kind", Report{Checked: Checked{GoPackages: 1, Manifests: 1}}, "no findings: checked 1 Go package, 1 manifest"},
		{"nothing found in what could be read", Report{Notices: []gracelint.Notice{failed}, Checked: Checked{Dockerfiles: 1}}, "no findings: checked 1 Dockerfile; 1 not checked"},
		{"nothing could be read", Report{Notices: []gracelint.Notice{failed, failed}}, "2 not checked"},
		{"what is skipped counts for nothing", Report{Notices: []gracelint.Notice{skipped}, Checked: Checked{Dockerfiles: 1}}, "no findings: checked 1 Dockerfile"},
		{"findings in one file", Report{Findings: []gracelint.Finding{finding("a", gracelint.Error), finding("a", gracelint.Error)}}, "2 errors in 1 file"},
		{"warnings in two files", Report{Findings: []gracelint.Finding{finding("a", gracelint.Warning), finding("b", gracelint.Warning)}}, "2 warnings in 2 files"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			lines := strings.Split(textOf(t, &test.report, false), "\n")
			if got := lines[len(lines)-2]; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestOneSkippedFileIsNamed(t *testing.T) {
	r := &Report{Notices: []gracelint.Notice{{Kind: gracelint.Skipped, Path: "chart.yaml", Line: 2, Message: "a Helm template"}}}
	if got, want := textOf(t, r, false), "skipped by design: chart.yaml:2: a Helm template\n"; !strings.HasPrefix(got, want) {
		t.Errorf("got %q, want %q first", got, want)
	}
}

func TestFrame(t *testing.T) {
	long := strings.Repeat("0123456789", 30)
	tests := []struct {
		name    string
		source  string
		finding gracelint.Finding // its place
		want    string            // the two last lines of the frame
	}{
		{"a place without an end", "CMD app", at(5, 0, 0), "1 | CMD app\n  |     ^"},
		{"a place of one column", "CMD app", at(5, 1, 6), "1 | CMD app\n  |     ^"},
		{"an end before the start", "CMD app", at(5, 1, 2), "1 | CMD app\n  |     ^"},
		{"an end in a later line", "CMD app \\\r\n  --flag\n", at(5, 2, 3), "1 | CMD app \\\n  |     ^~~~~"},
		{"a column beyond the line's end", "CMD", at(9, 1, 12), "1 | CMD\n  |    ^"},
		{"an end beyond the line's end", "CMD app", at(5, 1, 99), "1 | CMD app\n  |     ^~~"},
		{"no column", "CMD app", at(0, 0, 0), "1 | CMD app\n  | ^"},
		{"an empty line", "", at(1, 1, 1), "1 | \n  | ^"},
		{"tabs before and inside", "\tgo\tf()", at(5, 1, 8), "1 |     go    f()\n  |           ^~~"},
		{"a tab marked", "a\tb", at(2, 1, 3), "1 | a    b\n  |  ^~~~"},
		{"wide characters before the place", "名前: app", at(5, 1, 8), "1 | 名前: app\n  |       ^~~"},
		{"wide characters marked", "a 服务 😀", at(3, 1, 7), "1 | a 服务 😀\n  |   ^~~~~~~"},
		{"characters drawn over others", "e\u0301: app", at(5, 1, 8), "1 | e\u0301: app\n  |    ^~~"},
		{"control characters", "\x1b[31mred\x00", at(6, 1, 9), "1 | \\x1b[31mred\\x00\n  |         ^~~"},
		{"bytes that are no UTF-8", "\xff\x9b: app", at(5, 1, 8), "1 | \ufffd\ufffd: app\n  |     ^~~"},
		{"characters that turn the text around", "a\u202eb", at(3, 1, 4), "1 | a\\u202eb\n  |        ^"},
		{"the start of a long line", long, at(4, 1, 7), "1 | " + long[:100] + "…\n  |    ^~~"},
		{"the middle of a long line", long, at(151, 1, 154), "1 | …" + long[117:217] + "…\n  | " + strings.Repeat(" ", 34) + "^~~"},
		{"the end of a long line", long, at(300, 1, 301), "1 | …" + long[266:] + "\n  | " + strings.Repeat(" ", 34) + "^"},
		{"all of a long line", long, at(1, 1, 301), "1 | " + long[:100] + "…\n  | ^" + strings.Repeat("~", 99)},
		{"beyond a long line", long, at(999, 0, 0), "1 | …" + long[267:] + "\n  | " + strings.Repeat(" ", 34) + "^"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var b bytes.Buffer
			r := &Report{Findings: []gracelint.Finding{test.finding}}
			if err := Text(&b, r, func(string) ([]byte, error) { return []byte(test.source), nil }, false); err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(b.String(), "\n")
			if got := strings.Join(lines[2:4], "\n"); got != test.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, test.want)
			}
		})
	}
}

// at is a finding in the first line.
func at(column, endLine, endColumn int) gracelint.Finding {
	return gracelint.Finding{Path: "a", Line: 1, Column: column, EndLine: endLine, EndColumn: endColumn}
}

func TestGutterFitsTheLineNumber(t *testing.T) {
	source := strings.Repeat("\n", 99) + "CMD app\n"
	var b bytes.Buffer
	r := &Report{Findings: []gracelint.Finding{{Path: "a", Line: 100, Column: 5}}}
	if err := Text(&b, r, func(string) ([]byte, error) { return []byte(source), nil }, false); err != nil {
		t.Fatal(err)
	}
	if want := "    |\n100 | CMD app\n    |     ^\n"; !strings.Contains(b.String(), want) {
		t.Errorf("no %q in:\n%s", want, b.String())
	}
}

func TestWithoutItsLineAFindingHasNoFrame(t *testing.T) {
	for name, f := range map[string]gracelint.Finding{
		"a file that has gone":          {Path: "gone.go", Line: 4, Column: 2},
		"a line that has gone":          {Path: "cmd/main.go", Line: 40, Column: 2},
		"a finding about a whole file":  {Path: "cmd/main.go"},
		"a finding that names no place": {},
	} {
		t.Run(name, func(t *testing.T) {
			if got := textOf(t, &Report{Findings: []gracelint.Finding{f}}, false); strings.Contains(got, "|") {
				t.Errorf("there is a frame:\n%s", got)
			}
		})
	}
}

func TestEscapeSequencesOfWhatIsCheckedDoNotReachTheTerminal(t *testing.T) {
	const evil = "\x1b]0;owned\x07\u009b31m\n\x9b"
	r := &Report{
		Findings: []gracelint.Finding{{
			Rule: "a/b", Path: evil, Line: 1, Column: 1, Message: evil, Advice: evil,
			Related: []gracelint.Related{{Path: evil, Message: evil}},
		}},
		Notices: []gracelint.Notice{
			{Kind: gracelint.Failed, Path: evil, Line: 1, Message: evil},
			{Kind: gracelint.Skipped, Path: evil, Message: evil},
		},
	}
	var b bytes.Buffer
	if err := Text(&b, r, func(string) ([]byte, error) { return []byte(evil), nil }, false); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(b.String(), "\x1b\x07\u009b") || bytes.IndexByte(b.Bytes(), 0x9b) >= 0 {
		t.Errorf("control characters in %q", b.String())
	}
	if got := strings.Count(b.String(), "\n"); got != 9 {
		t.Errorf("%d lines, want 9:\n%s", got, b.String())
	}
}

func TestJSON(t *testing.T) {
	const want = `{"version":1,"findings":[` +
		`{"rule":"dockerfile/unexpanded-variable","severity":"warning","strict":false,"path":"Dockerfile","line":2,"column":9,"endLine":2,"endColumn":11,` +
		`"message":"nothing expands $X & co","advice":"write its value","fault":"","also":[],"related":[],"fixes":[]},` +
		`{"rule":"serverclose/missing-shutdown","severity":"error","strict":false,"path":"cmd/main.go","line":4,"column":2,"endLine":4,"endColumn":22,` +
		`"message":"srv is never shut down; open requests are cut at SIGTERM","advice":"call srv.Shutdown","fault":"main","also":["signalnotify/missing-handler"],` +
		`"related":[{"path":"srv/srv.go","line":7,"column":1,"message":"srv is made here"}],` +
		`"fixes":[{"message":"call srv.Shutdown","safe":true,"edits":[{"path":"cmd/main.go","start":30,"end":30,"new":"<-ctx.Done()"}]},` +
		`{"message":"call srv.Close","safe":false,"edits":[]}]}],` +
		`"notices":[` +
		`{"kind":"failed","path":"","line":0,"message":"there is no go command, so Go code cannot be read"},` +
		`{"kind":"failed","path":"a/Dockerfile","line":0,"message":"permission denied"},` +
		`{"kind":"skipped","path":"chart/a.yaml","line":0,"message":"a Helm template"},` +
		`{"kind":"skipped","path":"chart/b.yaml","line":3,"message":"a Helm template"},` +
		`{"kind":"failed","path":"pod.yaml","line":9,"message":"no YAML: did not find expected key"}]}` + "\n"
	if got := jsonOf(t, example()); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestEmptyJSON(t *testing.T) {
	if got, want := jsonOf(t, &Report{}), `{"version":1,"findings":[],"notices":[]}`+"\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestOrderOfTheInputDoesNotShow(t *testing.T) {
	r := &Report{Findings: []gracelint.Finding{
		{Path: "a", Line: 1, Column: 1, Rule: "a", Message: "a"},
		{Path: "a", Line: 1, Column: 1, Rule: "a", Message: "b"},
		{Path: "a", Line: 1, Column: 1, Rule: "b"},
		{Path: "a", Line: 1, Column: 2, Rule: "a"},
		{Path: "a", Line: 2, Column: 1, Rule: "a"},
		{Path: "a", Line: 10, Column: 1, Rule: "a"},
		{Path: "b", Line: 1, Column: 1, Rule: "a"},
	}, Notices: []gracelint.Notice{
		{Path: "a", Line: 1, Kind: gracelint.Failed, Message: "a"},
		{Path: "a", Line: 1, Kind: gracelint.Failed, Message: "b"},
		{Path: "a", Line: 1, Kind: gracelint.Skipped, Message: "a"},
		{Path: "a", Line: 2},
		{Path: "b", Line: 1},
	}}
	text, json := textOf(t, r, false), jsonOf(t, r)
	first := r.Findings[0].Message
	slices.Reverse(r.Findings)
	slices.Reverse(r.Notices)
	if textOf(t, r, false) != text || jsonOf(t, r) != json {
		t.Error("findings in another order are printed in another order")
	}
	if r.Findings[len(r.Findings)-1].Message != first {
		t.Error("printing has changed the report")
	}
	r.Sort()
	if r.Findings[0].Message != first || r.Findings[6].Path != "b" || r.Notices[4].Path != "b" {
		t.Errorf("Sort gives %+v", r)
	}
}

func TestPrintingLeavesTheReportAsItIs(t *testing.T) {
	r := example()
	jsonOf(t, r)
	if f := r.Findings[0]; f.Ignored == nil || f.Fixes[1].Edits != nil {
		t.Errorf("changed: %+v", f)
	}
}

func TestAWriteErrorIsReturned(t *testing.T) {
	if err := Text(brokenPipe{}, example(), read, false); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Text returns %v", err)
	}
	if err := JSON(brokenPipe{}, example()); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("JSON returns %v", err)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, fs.ErrClosed }

func textOf(t *testing.T, r *Report, color bool) string {
	t.Helper()
	var b bytes.Buffer
	if err := Text(&b, r, read, color); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func jsonOf(t *testing.T, r *Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := JSON(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestALongLineIsShownInAScreensWidthAndInTime(t *testing.T) {
	const findings = 3_000
	for name, source := range map[string]string{
		"letters": strings.Repeat("x", 1<<20), "wide": strings.Repeat("日", 1<<18), "marks": "a" + strings.Repeat("\u0301", 1<<18), "escapes": strings.Repeat("\x01", 1<<18),
	} {
		r := &Report{}
		for i := range findings {
			column := 1 + i*80
			r.Findings = append(r.Findings, gracelint.Finding{Path: "a.json", Line: 1, Column: column, EndLine: 1, EndColumn: column + 1<<20, Message: "m", Advice: "a"})
		}
		var b bytes.Buffer
		cost.Limit(t, 10*time.Second, 800, func() {
			if err := Text(&b, r, func(string) ([]byte, error) { return []byte(source), nil }, false); err != nil {
				t.Error(err)
			}
		})
		if longest := slices.MaxFunc(strings.Split(b.String(), "\n"), func(a, b string) int { return len(a) - len(b) }); len(longest) > 2_000 {
			t.Errorf("%s: a line of %d bytes", name, len(longest))
		}
	}
}
