package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/timeline"
)

// Text prints the report for people: each finding with the source line that it is about, then what was not checked,
// then the counts. read returns a file's content by the path in a finding; a file that it cannot read, such as one
// that has gone since, is shown without its line. color adds the escape sequences of a terminal.
//
// A terminal obeys control characters, so those in file names, sources and messages are printed as Go escapes them.
func Text(w io.Writer, r *Report, read func(path string) ([]byte, error), color bool) error {
	r = r.inOrder()
	t := text{Writer: bufio.NewWriter(w), color: color}
	sources := sourceReader(read)
	for i := range r.Findings {
		t.finding(&r.Findings[i], sources)
	}
	t.notices(r.Notices)
	t.line("%s", t.paint(bold, summary(r)))
	return t.Flush()
}

// TimelineText draws the timelines for people, in lines of at most so many columns, and prints what was not checked.
func TimelineText(w io.Writer, r *Report, width int, glyphs timeline.Glyphs) error {
	r = r.inOrder()
	t := text{Writer: bufio.NewWriter(w)}
	var drawn strings.Builder
	if err := timeline.Text(&drawn, r.Services, r.Apart, width, glyphs); err != nil {
		return err
	}
	if err := writeVisible(t, drawn.String()); err != nil {
		return err
	}
	t.notices(r.Notices)
	return t.Flush()
}

// Notices prints what was not checked, for people.
func Notices(w io.Writer, r *Report) error {
	t := text{Writer: bufio.NewWriter(w)}
	t.notices(r.inOrder().Notices)
	return t.Flush()
}

// text prints line by line. The writer keeps the first error for Flush.
type text struct {
	*bufio.Writer
	color bool
}

func (t *text) finding(f *gracelint.Finding, sources func(path string) *source) {
	style := boldYellow
	if f.Severity == gracelint.Error {
		style = boldRed
	}
	t.line("%s %s %s", t.paint(bold, place(f.Path, f.Line, f.Column)+":"), t.paint(style, string(f.Severity)+":"), gracelint.Visible(f.Text()))
	if source := sources(f.Path); source != nil && f.Line >= 1 && f.Line <= source.lines.Len() {
		t.frame(f, source, style)
	}
	for _, related := range f.Related {
		t.line("  %s: %s", place(related.Path, related.Line, related.Column), gracelint.Visible(related.Message))
	}
	if len(f.Also) > 0 {
		t.line("  also: %s", strings.Join(f.Also, ", "))
	}
	t.line("")
}

// frame prints the source line with the finding's place underlined.
func (t *text) frame(f *gracelint.Finding, source *source, style string) {
	shown, indent, width := source.excerpt(f.Line, f.Column-1, endOfMark(f))
	number := strconv.Itoa(f.Line)
	margin := strings.Repeat(" ", len(number))
	underline := "^" + strings.Repeat("~", width-1)
	t.line("%s", t.paint(blue, margin+" |"))
	t.line("%s %s", t.paint(blue, number+" |"), gracelint.Visible(shown))
	t.line("%s %s%s", t.paint(blue, margin+" |"), strings.Repeat(" ", indent), t.paint(style, underline))
}

// notices prints those that failed and those about the whole run in a line each, and files skipped in one line for all.
func (t *text) notices(notices []gracelint.Notice) {
	skipped, first := 0, gracelint.Notice{}
	for _, n := range notices {
		if n.Kind == gracelint.Failed {
			t.line("%s%s: %s", t.paint(bold, about(n)), t.paint(boldYellow, "not checked"), gracelint.Visible(n.Message))
			continue
		}
		if n.Path == "" {
			t.line("skipped by design: %s", gracelint.Visible(n.Message))
			continue
		}
		if skipped++; skipped == 1 {
			first = n
		}
	}
	switch {
	case skipped == 1:
		t.line("skipped by design: %s%s", about(first), gracelint.Visible(first.Message))
	case skipped > 1:
		t.line("%d skipped by design, such as %s%s (--format json lists all)", skipped, about(first), gracelint.Visible(first.Message))
	}
}

// about returns the place that stands before the notice's message.
func about(n gracelint.Notice) string {
	switch {
	case n.Path == "":
		return ""
	case n.Line == 0:
		return gracelint.Visible(n.Path) + ": "
	}
	return fmt.Sprintf("%s:%d: ", gracelint.Visible(n.Path), n.Line)
}

func place(path string, line, column int) string {
	return fmt.Sprintf("%s:%d:%d", gracelint.Visible(path), line, column)
}

// summary says in a line what came of the run, and when that is nothing, what was checked: people want to see that
// something was.
func summary(r *Report) string {
	failed, errors, paths := 0, 0, map[string]bool{}
	for _, n := range r.Notices {
		if n.Kind == gracelint.Failed {
			failed++
		}
	}
	for _, f := range r.Findings {
		paths[f.Path] = true
		if f.Severity == gracelint.Error {
			errors++
		}
	}
	c := r.Checked
	checked := enumerate(count{c.GoPackages, "Go package"}, count{c.Dockerfiles, "Dockerfile"}, count{c.Manifests, "manifest"}, count{c.Scripts, "script"})
	var said []string
	switch {
	case len(r.Findings) > 0:
		found := enumerate(count{errors, "error"}, count{len(r.Findings) - errors, "warning"})
		said = append(said, found+" in "+enumerate(count{len(paths), "file"}))
	case checked != "":
		said = append(said, "no findings: checked "+checked)
	case failed == 0:
		said = append(said, "nothing to check: no Go packages, Dockerfiles or Kubernetes manifests found")
	}
	if failed > 0 {
		said = append(said, fmt.Sprintf("%d not checked", failed))
	}
	return strings.Join(said, "; ")
}

// A count is how many there are of a thing, whose plural ends in s.
type count struct {
	n     int
	thing string
}

// enumerate lists what there is any of.
func enumerate(counts ...count) string {
	var parts []string
	for _, c := range counts {
		switch {
		case c.n == 1:
			parts = append(parts, "1 "+c.thing)
		case c.n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", c.n, c.thing))
		}
	}
	return strings.Join(parts, ", ")
}

func (t *text) line(format string, args ...any) {
	fmt.Fprintf(t, format+"\n", args...)
}

// The parameters of the terminal's sequence "select graphic rendition".
const (
	bold       = "1"
	boldRed    = "1;31"
	boldYellow = "1;33"
	blue       = "34"
)

func (t *text) paint(style, s string) string {
	if !t.color || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}
