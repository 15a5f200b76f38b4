package govet

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/internal/discover"
)

// A decoder reads what `go vet -json` prints in driver mode: objects {package: {analyzer: [diagnostic]}}, in which
// each diagnostic's message is a [lifecycle.Message].
type decoder struct {
	*run
	seen  map[string]bool     // what has been decoded already: a test variant repeats its package
	found map[string]int      // the findings of the result, by what they say
	lines map[string][]string // of the files with findings, to turn bytes into code points
}

func (d *decoder) decode(r io.Reader) error {
	for decoder := json.NewDecoder(r); ; {
		var tree map[string]map[string]json.RawMessage
		if err := decoder.Decode(&tree); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		for id, analyzers := range tree {
			path, _, _ := strings.Cut(id, " ")   // "p [p.test]" is p with its tests
			if dir := d.asked(path); dir != "" { // others are there because they are cached with what depends on them
				if err := d.unit(path, dir, analyzers); err != nil {
					return err
				}
			}
		}
	}
}

// unit decodes what the analyzers say of the package in dir.
func (d *decoder) unit(importPath, dir string, analyzers map[string]json.RawMessage) error {
	for analyzer, output := range analyzers {
		var failure struct{ Error string }
		if json.Unmarshal(output, &failure) == nil {
			d.result.Notices = append(d.result.Notices, gracelint.Notice{Kind: gracelint.Failed, Path: dir,
				Message: fmt.Sprintf("package %s: %s failed: %s", importPath, analyzer, failure.Error)})
			continue
		}
		var diagnostics []struct{ Message string }
		if err := json.Unmarshal(output, &diagnostics); err != nil {
			return err
		}
		for _, diagnostic := range diagnostics {
			var m lifecycle.Message
			if err := json.Unmarshal([]byte(diagnostic.Message), &m); err != nil {
				return fmt.Errorf("%s: %w", diagnostic.Message, err)
			}
			d.message(m, dir)
		}
	}
	return nil
}

func (d *decoder) message(m lifecycle.Message, dir string) {
	here := func(path string) string { return inPackage(dir, path) }
	switch {
	case m.Checked != "":
		d.checked[dir] = true
	case m.Crash != "":
		if d.first("crash", dir+"\x00"+m.Crash, 0, 0) {
			d.notice(gracelint.Failed, dir, 0, "%s", m.Crash)
		}
	case m.Program != nil:
		if d.first("program", m.Program.Path, 0, 0) {
			d.result.Programs = append(d.result.Programs, *m.Program)
		}
	case m.Ignore != nil:
		ig := m.Ignore
		ig.Path = here(ig.Path)
		if d.module.Wants(ig.Path) && d.first("ignore", ig.Path, ig.Line, ig.Column) {
			ig.Column = d.codePoints(ig.Path, ig.Line, ig.Column)
			d.result.Ignores = append(d.result.Ignores, *ig)
		}
	case m.Finding != nil:
		f := m.Finding
		f.Rename(here)
		confine(f, dir)
		if m.Elsewhere != nil {
			switch there := d.asked(m.Elsewhere.Package); {
			case there == "":
			case m.There:
				d.move(f, m.Elsewhere, filepath.Join(there, m.Elsewhere.File))
			default:
				f.Related = append(f.Related, gracelint.Related{Path: filepath.Join(there, m.Elsewhere.File), Line: m.Elsewhere.Line, Column: 1, Message: "it is here"})
			}
		}
		if d.module.Wants(f.Path) {
			d.add(f)
		}
	}
}

// move makes a finding, which an analyzer can put into its own package only, stand where it is mended: once, however many
// programs come by.
func (d *decoder) move(f *gracelint.Finding, place *lifecycle.Place, path string) {
	f.Related = append(f.Related, gracelint.Related{Path: f.Path, Line: f.Line, Column: f.Column, Message: "the program comes to it from here"})
	f.Message = strings.Replace(f.Message, " in "+place.String(), "", 1)
	f.Path, f.Line, f.EndLine = path, place.Line, place.Line
	code := strings.TrimRight(d.line(path, place.Line), " \t\r")
	f.EndColumn = len(code) + 1
	f.Column = f.EndColumn - len(strings.TrimLeft(code, " \t"))
}

// add adds the finding, or puts it in the place of the same one of another program: one that is not strict, and of two such
// the one whose program comes first, so that the order of what go vet prints does not matter. Those that different comments
// silence stay apart, since each comment is of use.
func (d *decoder) add(f *gracelint.Finding) {
	d.convert(f)
	key := strings.Join([]string{f.Rule, f.Path, strconv.Itoa(f.Line), strconv.Itoa(f.Column), f.Message}, "\x00")
	if f.Ignored != nil {
		key += fmt.Sprintf("\x00%s:%d", f.Ignored.Path, f.Ignored.Line)
	}
	if i, known := d.found[key]; !known {
		d.found[key] = len(d.result.Findings)
		d.result.Findings = append(d.result.Findings, *f)
	} else if old := &d.result.Findings[i]; rank(f) < rank(old) {
		*old = *f
	}
}

// rank orders findings of one fault.
func rank(f *gracelint.Finding) string {
	rank := fmt.Sprint(f.Strict) // false comes first
	for _, r := range f.Related {
		rank += fmt.Sprintf(" %s %8d", r.Path, r.Line)
	}
	return rank
}

// inPackage returns where a file of the package in dir lies: with -trimpath the go command's cache serves what was found
// in another checkout of the same code.
func inPackage(dir, path string) string {
	name := filepath.Join(dir, filepath.Base(path))
	if _, err := os.Lstat(name); err != nil {
		return path // of another package, as an ignore comment there
	}
	return name
}

// confine has a finding speak of the package in dir where it names a file that the package does not have, as //line
// comments may in one that uses cgo: it must neither be lost nor have that file read.
func confine(f *gracelint.Finding, dir string) {
	if filepath.Dir(f.Path) != dir {
		f.Path, f.Line, f.Column, f.EndLine, f.EndColumn = dir, 0, 0, 0, 0
	}
	for i := range f.Related {
		if related := &f.Related[i]; filepath.Dir(related.Path) != dir {
			related.Path, related.Line, related.Column = dir, 0, 0
		}
	}
}

func (d *decoder) first(kind, path string, line, column int) bool {
	key := strings.Join([]string{kind, path, strconv.Itoa(line), strconv.Itoa(column)}, "\x00")
	first := !d.seen[key]
	d.seen[key] = true
	return first
}

// convert turns the finding's columns from bytes into code points.
func (d *decoder) convert(f *gracelint.Finding) {
	f.Column = d.codePoints(f.Path, f.Line, f.Column)
	f.EndColumn = d.codePoints(f.Path, f.EndLine, f.EndColumn)
	for i := range f.Related {
		related := &f.Related[i]
		related.Column = d.codePoints(related.Path, related.Line, related.Column)
	}
}

func (d *decoder) codePoints(path string, line, column int) int {
	text := d.line(path, line)
	if column < 1 || column > len(text)+1 {
		return column
	}
	return utf8.RuneCountInString(text[:column-1]) + 1
}

// line returns a line of a file. It is empty when there is no such line.
func (d *decoder) line(path string, line int) string {
	lines, ok := d.lines[path]
	if !ok {
		content, _ := discover.ReadFile(path) // has gone since: bytes are near enough
		lines = strings.Split(string(content), "\n")
		d.lines[path] = lines
	}
	if line < 1 || line > len(lines) {
		return ""
	}
	return lines[line-1]
}
