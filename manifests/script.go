package manifests

import (
	"bytes"
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
	yamltree "go.yaml.in/yaml/v3"
	"mvdan.cc/sh/v3/syntax"
)

// A Script is a file of commands: a shell script, a Makefile, or what runs in CI.
type Script struct {
	Path    string             `json:"path"`
	Deletes []Delete           `json:"deletes"` // in the file's order
	Ignores []gracelint.Ignore `json:"ignores"`
}

// A Delete is one call of kubectl delete.
type Delete struct {
	Flags []Flag `json:"flags"` // long ones, of which the name is plain to see
}

// A Flag is one argument such as --grace-period=60.
type Flag struct {
	Position        // of its name, dashes included
	Name     string `json:"name"`  // without dashes
	Value    string `json:"value"` // after =, as it is written
}

// ParseScript reads the commands in src: of a shell script, of a Makefile's recipes, or of the steps in YAML that
// GitHub Actions (run) and GitLab CI (script, before_script, after_script) have a shell run. It returns nil when none
// of them is kubectl delete. What no shell can read is left out: the shell that runs it says so. The notices name what
// is beyond a bound.
func ParseScript(name string, src []byte) (*Script, []gracelint.Notice) {
	if !bytes.Contains(src, []byte("kubectl")) || !bytes.Contains(src, []byte("delete")) {
		return nil, nil
	}
	s := &scriptParser{src: src, lines: gracelint.NewLines(src), script: &Script{Path: name}}
	switch {
	case filepath.Ext(name) == ".yaml" || filepath.Ext(name) == ".yml":
		s.steps()
	case filepath.Ext(name) == ".mk" || strings.EqualFold(filepath.Base(name), "Makefile") || filepath.Base(name) == "GNUmakefile":
		s.recipes()
	default:
		s.source(string(src), func(offset int) (int, bool) { return offset, true })
	}
	if s.script.Deletes == nil {
		return nil, s.notices
	}
	s.script.Ignores = ignores(name, src)
	return s.script, s.notices
}

type scriptParser struct {
	script  *Script
	src     []byte
	lines   *gracelint.Lines
	notices []gracelint.Notice
}

// leaveOut says, once a file, that the commands at the offset are not checked.
func (s *scriptParser) leaveOut(offset int, reason string) {
	if s.notices == nil {
		s.notices = []gracelint.Notice{{Kind: gracelint.Failed, Path: s.script.Path, Line: s.lines.Line(offset), Message: "the calls of kubectl here are not checked: " + reason}}
	}
}

// steps goes through the commands in YAML.
func (s *scriptParser) steps() {
	if len(s.src) > gracelint.MaxDocument {
		s.leaveOut(0, fmt.Sprintf("the file has more than %d MB", gracelint.MaxDocument>>20))
		return
	}
	var root yamltree.Node
	if yamltree.Unmarshal(s.src, &root) != nil || root.Kind != yamltree.DocumentNode {
		return
	}
	d := &document{parser: &parser{file: &File{}, src: s.src, lines: s.lines}}
	d.findBreaks(s.src)
	s.step(view{d, root.Content[0]})
}

func (s *scriptParser) step(v view) {
	for _, item := range v.items() {
		s.step(item)
	}
	for name, value := range v.fields() {
		switch name.node.Value {
		case "run", "script", "before_script", "after_script":
			for _, command := range append(value.items(), value) {
				text := command.text()
				s.source(text.Value, text.offset)
			}
		default:
			s.step(value)
		}
	}
}

// recipes goes through the commands of a Makefile, each a line with its continuations.
func (s *scriptParser) recipes() {
	start := -1
	end := 0
	for line := range bytes.Lines(s.src) {
		if start < 0 && line[0] == '\t' {
			start = end
		}
		end += len(line)
		if start >= 0 && !bytes.HasSuffix(bytes.TrimRight(line, "\r\n"), []byte(`\`)) {
			from := start + len(s.src[start:end]) - len(bytes.TrimLeft(s.src[start:end], "\t @-+"))
			// $$ is make's way to write $.
			s.source(strings.ReplaceAll(string(s.src[from:end]), "$$", "$_"), func(offset int) (int, bool) { return from + offset, true })
			start = -1
		}
	}
}

// expression is what GitHub Actions puts something in place of before a shell sees it.
var expression = regexp.MustCompile(`\$\{\{.*?\}\}`)

// source adds the calls in a shell's source; at returns where in the file a byte of it stands.
func (s *scriptParser) source(source string, at func(offset int) (int, bool)) {
	if !strings.Contains(source, "kubectl") {
		return
	}
	source = expression.ReplaceAllStringFunc(source, func(text string) string { return strings.Repeat("x", len(text)) })
	file, err := shell.Parse(source, syntax.LangBash)
	if err != nil {
		if offset, ok := at(0); shell.IsBeyond(err) && ok {
			s.leaveOut(offset, err.Error())
		} else if shell.IsBeyond(err) {
			s.leaveOut(0, err.Error())
		}
		return
	}
	for node := range syntax.Preorder(file) {
		call, ok := node.(*syntax.CallExpr)
		if !ok {
			continue
		}
		words := literals(call.Args)
		kubectl := slices.IndexFunc(words, func(word string) bool { return path.Base(word) == "kubectl" })
		if kubectl < 0 || kubectl > 0 && prints[words[0]] || !isDelete(words[kubectl+1:]) {
			continue
		}
		var found Delete
		seen := false // delete; before it, -- ends the flags of a wrapper such as minikube
		for _, word := range call.Args[kubectl+1:] {
			seen = seen || word.Lit() == "delete"
			if seen && word.Lit() == "--" {
				break
			}
			if flag, ok := s.flag(word, at); ok {
				found.Flags = append(found.Flags, flag)
			}
		}
		s.script.Deletes = append(s.script.Deletes, found)
	}
}

// prints are commands that only say what follows.
var prints = map[string]bool{"echo": true, "printf": true}

// isDelete reports whether delete is the subcommand: only flags and their values may stand before it.
func isDelete(words []string) bool {
	for i, word := range words {
		switch {
		case word == "delete":
			return true
		case !strings.HasPrefix(word, "-") && (i == 0 || !strings.HasPrefix(words[i-1], "-")):
			return false
		}
	}
	return false
}

// flag returns the long flag that a word is, unless an expansion makes its name.
func (s *scriptParser) flag(word *syntax.Word, at func(offset int) (int, bool)) (Flag, bool) {
	first, ok := word.Parts[0].(*syntax.Lit)
	if !ok || !strings.HasPrefix(first.Value, "--") || len(first.Value) == len("--") {
		return Flag{}, false
	}
	name, value, hasValue := strings.Cut(first.Value, "=")
	start, ok := at(int(first.Pos().Offset()))
	if !ok || !hasValue && len(word.Parts) > 1 || !bytes.HasPrefix(s.src[start:], []byte(name)) {
		return Flag{}, false
	}
	p := Position{Start: start, End: start + len(name)}
	p.Line, p.Column = s.lines.Place(start)
	p.EndColumn = p.Column + utf8.RuneCountInString(name)
	return Flag{p, name[len("--"):], value}, true
}
