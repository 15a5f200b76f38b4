package manifests

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gracelint/gracelint"
	yamltree "go.yaml.in/yaml/v3"
)

var (
	// apiVersionLine and kindLine tell a manifest that cannot be parsed from any other file.
	apiVersionLine = regexp.MustCompile(`(?m)^(apiVersion|\s*\{?\s*"apiVersion")\s*:`)
	kindLine       = regexp.MustCompile(`(?m)(^kind|"kind")\s*:`)

	// templateAction is an action, or a @NAME@ or {name} to be replaced, where YAML has a key or a value. Only a template
	// has one; {name} is YAML as well, so it tells only of what is none.
	templateAction = regexp.MustCompile(`(?m)^\s*(?:- +)*(?:[\w./-]+: +)?(\{[{%]|@\w+@|%%\w+%%|\{[\w.\[\]-]+\})`)

	// jsonEscape is what JSON knows and YAML does not: an escaped slash, half of a character beyond 16 bits. The
	// escaped backslash is there to be passed over.
	jsonEscape = regexp.MustCompile(`\\(\\|/|u[dD][89a-fA-F][[:xdigit:]]{2})`)

	yamlLine = regexp.MustCompile(`^line (\d+): `)

	byteOrderMark = []byte("\uFEFF")
)

// Parse reads the manifests in src, YAML or JSON. The file is nil when nothing in src is a manifest. The notices name
// each document that is one and cannot be checked, and why; the other documents are read all the same.
func Parse(path string, src []byte) (*File, []gracelint.Notice) {
	if bytes.IndexByte(src, 0) >= 0 {
		return nil, unreadable(path, src)
	}
	if !mayBeManifest(src) {
		return nil, nil
	}
	p := &parser{file: &File{Path: path, size: len(src)}, src: src, lines: gracelint.NewLines(src)}
	p.documents()
	if !p.found {
		return nil, p.notices
	}
	p.file.Ignores = ignores(path, src)
	return p.file, p.notices
}

// mayBeManifest is cheap: most files leave here.
func mayBeManifest(text []byte) bool {
	return bytes.Contains(text, []byte("apiVersion")) && bytes.Contains(text, []byte("kind"))
}

// isPlainlyManifest is asked of text that cannot be parsed.
func isPlainlyManifest(text []byte) bool {
	return apiVersionLine.Match(text) && kindLine.Match(text)
}

// unreadable speaks of a manifest in UTF-16, as PowerShell writes it, and is silent on other binary content.
func unreadable(path string, src []byte) []gracelint.Notice {
	text := bytes.ReplaceAll(src, []byte{0}, nil)
	text = bytes.TrimLeft(text, "\xff\xfe")
	if !isPlainlyManifest(text) {
		return nil
	}
	return []gracelint.Notice{{
		Kind: gracelint.Failed, Path: path,
		Message: "this manifest is not UTF-8 text (it holds zero bytes): save it as UTF-8",
	}}
}

type parser struct {
	file    *File
	src     []byte
	lines   *gracelint.Lines // of src
	found   bool             // a manifest
	skipped bool             // a template was noticed
	notices []gracelint.Notice
}

// documents splits the source at its document markers, so that a broken document does not hide the others. A marker
// at the start of a line is one wherever it stands, in a block scalar too.
func (p *parser) documents() {
	start := 0
	for number := 1; number <= p.lines.Len(); number++ {
		offset := p.lines.Start(number)
		line := bytes.TrimPrefix(p.src[offset:], byteOrderMark)
		if rest, ok := bytes.CutPrefix(line, []byte("---")); ok && (len(rest) == 0 || bytes.IndexByte([]byte(" \t\r\n"), rest[0]) >= 0) {
			p.document(start, offset)
			start = offset
			p.source(number, rest)
		}
	}
	p.document(start, len(p.src))
}

// source notes the template from which helm rendered the document that begins with a marker on the line, after which
// rest stands.
func (p *parser) source(line int, rest []byte) {
	_, rest, _ = bytes.Cut(rest, []byte("\n"))
	comment, _, _ := bytes.Cut(rest, []byte("\n"))
	template, ok := bytes.CutPrefix(comment, []byte("# Source: "))
	if ok || len(p.file.Sources) > 0 {
		p.file.Sources = append(p.file.Sources, Source{line, string(bytes.TrimSpace(template))})
	}
}

// document reads the document that is the bytes [start, end).
func (p *parser) document(start, end int) {
	text := p.src[start:end]
	if !mayBeManifest(text) {
		return
	}
	if !mayMatter(text) {
		p.found = p.found || isPlainlyManifest(text)
		return
	}
	d := &document{parser: p, start: start}
	if len(text) > gracelint.MaxDocument {
		d.notice(gracelint.Failed, d.start, "this manifest has more than %d MB, as none has that a cluster stores: split it", gracelint.MaxDocument>>20)
		return
	}
	bare := withoutMarks(text)
	d.json = isJSON(bare)
	tree := bare
	if d.json {
		tree = asYAML(bare)
	}
	var root yamltree.Node
	if err := yamltree.Unmarshal(tree, &root); err != nil {
		if isPlainlyManifest(bare) {
			d.broken(text, err)
		}
		return
	}
	if root.Kind != yamltree.DocumentNode {
		return
	}
	top := view{d, root.Content[0]}
	if top.get("apiVersion").node == nil || top.get("kind").node == nil {
		return
	}
	d.findBreaks(text)
	expanded, refused := expand(&root)
	switch {
	case refused != nil:
		d.notice(gracelint.Failed, d.lineStart(refused.line), "%s: simplify it", refused.reason)
		return
	case expanded.action != nil:
		// The mapping that is a key begins with the second brace.
		if at := (view{d, expanded.action}).position().Start; at > start && isAction(p.src[at-1:end]) {
			d.template(at)
		} else {
			d.notice(gracelint.Failed, at, "a mapping is the key of another here, which the API server does not take")
		}
		return
	}
	p.found = true
	o, ok := objectOf(top)
	if !ok {
		return
	}
	d.shared = expanded.shared
	pods, services := len(p.file.Pods), len(p.file.Services)
	d.collect(top, o)
	if pods < len(p.file.Pods) || services < len(p.file.Services) {
		for _, key := range expanded.duplicates {
			d.notice(gracelint.Failed, d.lineStart(key.Line), "%s stands here for the second time in one mapping, and only the last one counts; delete one", gracelint.Cut(key.Value))
		}
		p.file.Substituted = p.file.Substituted || bytes.IndexByte(text, '$') >= 0 && isSubstituted(top)
	}
}

// mayMatter reports whether a document may hold what the rules look at. Most leave here, before anything is parsed.
func mayMatter(text []byte) bool {
	kind := topLevel(text, "kind")
	switch {
	case strings.HasSuffix(kind, "WebhookConfiguration") || kind == "Service" || isWorkload(Object{APIVersion: topLevel(text, "apiVersion"), Kind: kind}):
		return true
	case passedOver[kind]:
		return false
	case containsAny(text, "containers", "terminationGracePeriodSeconds"):
		return !(Object{APIVersion: topLevel(text, "apiVersion"), Kind: kind}).isPolicy()
	case kind == "List":
		return containsAny(text, "Service", "WebhookConfiguration")
	case kind == "" && bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")):
		return isPlainlyManifest(text)
	}
	return containsAny(text, "{{", "{%") && findAction(text) >= 0
}

// findAction returns where the first action of a template begins; -1: there is none.
func findAction(text []byte) int {
	for start := 0; ; {
		match := templateAction.FindSubmatchIndex(text[start:])
		if match == nil {
			return -1
		}
		if at := start + match[2]; isAction(text[at:]) {
			return at
		}
		start += match[3]
	}
}

// isAction reports whether a text begins with what is put in place of by a template's maker. Braces that nothing closes,
// or with nothing in them, are no template's.
func isAction(text []byte) bool {
	open := text[:min(2, len(text))]
	if string(open) != "{{" && string(open) != "{%" {
		return len(text) > 0 && (text[0] == '@' || text[0] == '%' || text[0] == '{' && (len(text) < 2 || text[1] != '{'))
	}
	closing := "}}"
	if text[1] == '%' {
		closing = "%}"
	}
	inside, _, closed := bytes.Cut(text[2:min(len(text), maxAction)], []byte(closing))
	return closed && len(bytes.Trim(inside, " \t\r\n-")) > 0
}

// maxAction is longer than the actions of templates are, in bytes.
const maxAction = 2_000

// passedOver are kinds that hold text of any sort, and much of it.
var passedOver = map[string]bool{"ConfigMap": true, "Secret": true, "CustomResourceDefinition": true}

func containsAny(text []byte, words ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return bytes.Contains(text, []byte(word)) })
}

// topLevel returns the value of a key at the start of a line, as far as it is one word.
func topLevel(text []byte, key string) string {
	for rest := text; ; {
		at := bytes.Index(rest, []byte(key+":"))
		if at < 0 {
			return ""
		}
		value := rest[at+len(key)+1:]
		if start := len(text) - len(rest) + at; start == 0 || text[start-1] == '\n' {
			value, _, _ = bytes.Cut(value, []byte("\n"))
			if words := bytes.Fields(value); len(words) > 0 {
				return string(bytes.Trim(words[0], `"'`))
			}
			return ""
		}
		rest = value
	}
}

// withoutMarks takes out the byte order marks that stay behind when files are joined.
func withoutMarks(text []byte) []byte {
	text = bytes.TrimPrefix(text, byteOrderMark)
	return bytes.ReplaceAll(text, append([]byte("\n"), byteOrderMark...), []byte("\n"))
}

func isJSON(text []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) && json.Valid(text)
}

// asYAML replaces the escapes that YAML does not know by as many other bytes: the tree gives places only.
func asYAML(text []byte) []byte {
	return jsonEscape.ReplaceAllFunc(text, func(escape []byte) []byte {
		if escape[1] == '\\' {
			return escape
		}
		return bytes.Repeat([]byte("/"), len(escape))
	})
}

type document struct {
	*parser
	start  int   // its first byte in the file
	breaks []int // where each line begins, as YAML counts lines
	json   bool
	shared bool // aliases: what stands in one place may count in several
}

// lineBreak is what ends a line for YAML 1.1 as the tree's parser reads it; for everybody else only \n does.
var lineBreak = regexp.MustCompile("\r\n|\r|\n|\u0085|\u2028|\u2029")

// findBreaks notes where the lines begin that the tree's nodes count.
func (d *document) findBreaks(text []byte) {
	d.breaks = []int{d.start}
	for _, at := range lineBreak.FindAllIndex(text, -1) {
		d.breaks = append(d.breaks, d.start+at[1])
	}
}

// lineStart returns where a line begins that the tree counts from 1.
func (d *document) lineStart(line int) int {
	at := d.breaks[min(max(line, 1), len(d.breaks))-1]
	if bytes.HasPrefix(d.src[at:], byteOrderMark) {
		at += len(byteOrderMark)
	}
	return at
}

// notice speaks of the place at the offset.
func (d *document) notice(kind gracelint.NoticeKind, offset int, format string, args ...any) {
	line := d.lines.Line(offset)
	if offset == len(d.src) && line > 1 && d.lines.Start(line) == offset {
		line-- // the text ends on the line above
	}
	d.notices = append(d.notices, gracelint.Notice{Kind: kind, Path: d.file.Path, Line: line, Message: fmt.Sprintf(format, args...)})
}

// broken says why a document cannot be read.
func (d *document) broken(text []byte, err error) {
	if at := findAction(text); at >= 0 {
		d.template(d.start + at)
		return
	}
	reason := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 0
	if match := yamlLine.FindStringSubmatch(reason); match != nil {
		line, _ = strconv.Atoi(match[1])
		reason = reason[len(match[0]):]
	}
	d.findBreaks(text)
	d.notice(gracelint.Failed, d.lineStart(line), "this manifest cannot be parsed (%s)", gracelint.Cut(reason))
}

// template says, once a file, that templates are left out.
func (d *document) template(offset int) {
	if !d.skipped {
		d.skipped = true
		d.notice(gracelint.Skipped, offset, "this manifest is a template, and templates are skipped; render the chart and check the result")
	}
}

// ignores returns the ignore comments of the file.
func ignores(path string, src []byte) []gracelint.Ignore {
	var found []gracelint.Ignore
	if !bytes.Contains(src, []byte("gracelint:ignore")) {
		return nil
	}
	for i, line := range strings.Split(string(bytes.TrimPrefix(src, byteOrderMark)), "\n") {
		before, _, ok := strings.Cut(line, "gracelint:ignore")
		at := strings.LastIndexByte(before, '#')
		if !ok || at < 0 || at > 0 && line[at-1] != ' ' && line[at-1] != '\t' {
			continue
		}
		if ignore, ok := gracelint.ParseIgnore(strings.TrimSuffix(line[at:], "\r")); ok {
			ignore.Path, ignore.Line, ignore.Column = path, i+1, 1+utf8.RuneCountInString(line[:at])
			ignore.Own = strings.TrimSpace(line[:at]) == ""
			found = append(found, ignore)
		}
	}
	return found
}
