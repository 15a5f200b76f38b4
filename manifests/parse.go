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
	templateAction = regexp.MustCompile(`(?m)^\s*(- +)*([\w./-]+: +)?(\{[{%]|@\w+@|%%\w+%%|\{[\w.\[\]-]+\})`)

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
	p := &parser{file: &File{Path: path}, src: src}
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
	lines   []int // the offset of each line in src
	found   bool  // a manifest
	skipped bool  // a template was noticed
	notices []gracelint.Notice
}

// documents splits the source at its document markers, so that a broken document does not hide the others. A marker
// at the start of a line is one wherever it stands, in a block scalar too.
func (p *parser) documents() {
	first, start := 0, 0
	for offset := 0; offset < len(p.src); {
		line := bytes.TrimPrefix(p.src[offset:], byteOrderMark)
		if rest, ok := bytes.CutPrefix(line, []byte("---")); ok && (len(rest) == 0 || bytes.IndexByte([]byte(" \t\r\n"), rest[0]) >= 0) {
			p.document(p.src[start:offset], first)
			first, start = len(p.lines), offset
			p.source(rest)
		}
		p.lines = append(p.lines, offset)
		if end := bytes.IndexByte(p.src[offset:], '\n'); end >= 0 {
			offset += end + 1
		} else {
			offset = len(p.src)
		}
	}
	p.document(p.src[start:], first)
}

// source notes the template from which helm rendered the document that begins with a marker, after which rest stands.
func (p *parser) source(rest []byte) {
	_, rest, _ = bytes.Cut(rest, []byte("\n"))
	comment, _, _ := bytes.Cut(rest, []byte("\n"))
	template, ok := bytes.CutPrefix(comment, []byte("# Source: "))
	if ok || len(p.file.Sources) > 0 {
		p.file.Sources = append(p.file.Sources, Source{len(p.lines) + 1, string(bytes.TrimSpace(template))})
	}
}

// document reads one document, which begins after the given number of lines.
func (p *parser) document(text []byte, linesBefore int) {
	if !mayBeManifest(text) {
		return
	}
	if !mayMatter(text) {
		p.found = p.found || isPlainlyManifest(text)
		return
	}
	text = withoutMarks(text)
	d := &document{parser: p, linesBefore: linesBefore, json: isJSON(text)}
	tree := text
	if d.json {
		tree = asYAML(text)
	}
	var root yamltree.Node
	if err := yamltree.Unmarshal(tree, &root); err != nil {
		if isPlainlyManifest(text) {
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
	expanded, refused := expand(&root)
	switch {
	case refused != nil:
		d.notice(gracelint.Failed, refused.line, "%s: simplify it", refused.reason)
		return
	case expanded.action != nil:
		d.template(expanded.action.Line)
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
			d.notice(gracelint.Failed, key.Line, "%s stands here for the second time in one mapping, and only the last one counts; delete one", key.Value)
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
	return containsAny(text, "{{", "{%") && templateAction.Match(text)
}

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

// findLines notes where each line begins.
func (p *parser) findLines() {
	offset := 0
	for line := range bytes.Lines(p.src) {
		p.lines = append(p.lines, offset)
		offset += len(line)
	}
}

type document struct {
	*parser
	linesBefore int
	json        bool
	shared      bool // aliases: what stands in one place may count in several
}

func (d *document) notice(kind gracelint.NoticeKind, line int, format string, args ...any) {
	d.notices = append(d.notices, gracelint.Notice{
		Kind: kind, Path: d.file.Path, Line: min(d.linesBefore+max(line, 1), len(d.lines)), Message: fmt.Sprintf(format, args...),
	})
}

// broken says why a document cannot be read.
func (d *document) broken(text []byte, err error) {
	if at := templateAction.FindIndex(text); at != nil {
		d.template(1 + bytes.Count(text[:at[1]], []byte("\n")))
		return
	}
	reason := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 0
	if match := yamlLine.FindStringSubmatch(reason); match != nil {
		line, _ = strconv.Atoi(match[1])
		reason = reason[len(match[0]):]
	}
	d.notice(gracelint.Failed, line, "this manifest cannot be parsed (%s)", reason)
}

// template says, once a file, that templates are left out.
func (d *document) template(line int) {
	if !d.skipped {
		d.skipped = true
		d.notice(gracelint.Skipped, line, "this manifest is a template, and templates are skipped; render the chart and check the result")
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
