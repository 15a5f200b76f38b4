package manifests

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gracelint/gracelint"
	yamltree "go.yaml.in/yaml/v3"
)

// An expansion is what [expand] met on its way.
type expansion struct {
	action     *yamltree.Node   // a template's action, read by YAML as a mapping in a mapping
	shared     bool             // an alias: one place stands for several values
	duplicates []*yamltree.Node // keys that their mapping had before

	anchors map[*yamltree.Node]extent
	aliased int
	keys    map[string]bool // of the mapping at hand
}

// An extent is the size of a subtree, aliases followed.
type extent struct {
	nodes, depth int
	open         bool // still being measured: an alias to it would never end
}

// A refusal says why a tree is not read, and on which line of the document.
type refusal struct {
	line   int
	reason string
}

// expand replaces each alias by what it stands for and each merge key by the fields that it brings, in place. The
// nodes are then shared, and keep the position of the anchor.
func expand(root *yamltree.Node) (*expansion, *refusal) {
	e := &expansion{anchors: map[*yamltree.Node]extent{}, keys: map[string]bool{}}
	_, refused := e.expand(root)
	return e, refused
}

func (e *expansion) expand(n *yamltree.Node) (extent, *refusal) {
	if n.Anchor != "" {
		e.anchors[n] = extent{open: true}
	}
	sum := extent{nodes: 1}
	for i, child := range n.Content {
		within, refused := e.child(n, i, child)
		if refused != nil {
			return extent{}, refused
		}
		sum.nodes += within.nodes
		sum.depth = max(sum.depth, within.depth+1)
	}
	if sum.depth > gracelint.MaxDepth {
		return extent{}, &refusal{n.Line, fmt.Sprintf("this manifest is nested more than %d deep", gracelint.MaxDepth)}
	}
	if n.Kind == yamltree.MappingNode {
		e.mapping(n)
	}
	if n.Anchor != "" {
		e.anchors[n] = sum
	}
	return sum, nil
}

func (e *expansion) child(n *yamltree.Node, i int, child *yamltree.Node) (extent, *refusal) {
	if child.Kind != yamltree.AliasNode {
		return e.expand(child)
	}
	n.Content[i], e.shared = child.Alias, true
	within := e.anchors[child.Alias]
	if within.open {
		return extent{}, &refusal{child.Line, fmt.Sprintf("the anchor %s contains itself", child.Value)}
	}
	if e.aliased += within.nodes; e.aliased > gracelint.MaxAliased {
		return extent{}, &refusal{child.Line, fmt.Sprintf("the aliases of this manifest stand for more than %d nodes", gracelint.MaxAliased)}
	}
	return within, nil
}

// mapping looks at the keys of a mapping, and puts in place of its merge keys what they bring.
func (e *expansion) mapping(n *yamltree.Node) {
	clear(e.keys)
	merges := false
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch key := n.Content[i]; {
		case key.Kind == yamltree.MappingNode && n.Style&yamltree.FlowStyle != 0:
			e.action = key
		case key.Kind != yamltree.ScalarNode:
		case key.Tag == "!!merge":
			merges = true
		case e.keys[key.Value]:
			e.duplicates = append(e.duplicates, key)
		default:
			e.keys[key.Value] = true
		}
	}
	if merges {
		m := merger{places: map[string]int{}}
		m.add(n)
		n.Content = m.fields
	}
}

// A merger puts fields together as kubectl does: in the order in which they are written, so that a merge key replaces
// the fields above it.
type merger struct {
	fields []*yamltree.Node
	places map[string]int // of the keys, in fields
}

func (m *merger) add(n *yamltree.Node) {
	if n.Kind == yamltree.SequenceNode { // of mappings, the first of which counts most
		for _, item := range slices.Backward(n.Content) {
			m.add(item)
		}
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Tag == "!!merge" {
			m.add(value)
			continue
		}
		at, known := m.places[key.Value]
		if !known {
			at = len(m.fields)
			m.places[key.Value] = at
			m.fields = append(m.fields, nil, nil)
		}
		m.fields[at], m.fields[at+1] = key, value
	}
}

// A view is one value of a document together with its place. The zero view is absent.
type view struct {
	doc  *document
	node *yamltree.Node
}

// get returns a field of a mapping.
func (v view) get(key string) view {
	_, value := v.entry(key)
	return value
}

// entry returns a field of a mapping, key and value.
func (v view) entry(key string) (name, value view) {
	if !v.isMapping() {
		return view{}, view{}
	}
	for i := len(v.node.Content) - 2; i >= 0; i -= 2 {
		if v.node.Content[i].Value == key {
			return view{v.doc, v.node.Content[i]}, view{v.doc, v.node.Content[i+1]}
		}
	}
	return view{}, view{}
}

// fields goes through a mapping, keys and values.
func (v view) fields() iter.Seq2[view, view] {
	return func(yield func(name, value view) bool) {
		for i := 0; v.isMapping() && i+1 < len(v.node.Content); i += 2 {
			if !yield(view{v.doc, v.node.Content[i]}, view{v.doc, v.node.Content[i+1]}) {
				return
			}
		}
	}
}

// items returns the values of a sequence.
func (v view) items() []view {
	if !v.isSequence() {
		return nil
	}
	items := make([]view, len(v.node.Content))
	for i, node := range v.node.Content {
		items[i] = view{v.doc, node}
	}
	return items
}

func (v view) isSequence() bool {
	return v.node != nil && v.node.Kind == yamltree.SequenceNode
}

func (v view) isMapping() bool {
	return v.node != nil && v.node.Kind == yamltree.MappingNode
}

// isSet reports whether there is a value, and not null.
func (v view) isSet() bool {
	return v.node != nil && v.node.Tag != "!!null"
}

// isPlain reports whether the value is a scalar without quotes.
func (v view) isPlain() bool {
	return v.node != nil && v.node.Kind == yamltree.ScalarNode && v.node.Style == 0
}

// string returns a string's value, and nothing for any other value.
func (v view) string() string {
	switch {
	case v.node == nil || v.node.Kind != yamltree.ScalarNode || v.isBool():
		return ""
	case v.doc.json && v.node.Tag == "!!str": // as written: the tree knows not all of JSON's escapes
		var s string
		at := v.position()
		if json.Unmarshal(v.doc.src[at.Start:max(at.Start, at.End)], &s) == nil {
			return s
		}
	}
	switch v.node.Tag {
	case "!!int", "!!float", "!!null":
		return ""
	}
	return v.node.Value
}

// isBool reports whether kubectl, which reads YAML 1.1, takes the value for a boolean.
func (v view) isBool() bool {
	return v.node.Tag == "!!bool" || v.isPlain() && booleans[v.node.Value] != 0
}

// booleans are what YAML 1.1 adds to true and false: 1 stands for true.
var booleans = map[string]int{
	"y": 1, "Y": 1, "yes": 1, "Yes": 1, "YES": 1, "on": 1, "On": 1, "ON": 1,
	"n": -1, "N": -1, "no": -1, "No": -1, "NO": -1, "off": -1, "Off": -1, "OFF": -1,
}

// isTrue reports whether the value is the boolean true.
func (v view) isTrue() bool {
	return v.node != nil && v.isBool() && (booleans[v.node.Value] == 1 || strings.EqualFold(v.node.Value, "true"))
}

func (v view) text() Text {
	if v.node == nil {
		return Text{}
	}
	t := Text{Position: v.position(), Value: v.string()}
	t.lines = v.lines(t)
	return t
}

// lines returns where each line of a scalar begins in the file, if they are written there as they are.
func (v view) lines(t Text) []int {
	switch {
	case v.node.Kind != yamltree.ScalarNode || v.doc.shared:
		return nil
	case v.node.Style&yamltree.LiteralStyle != 0:
		return v.blockLines(t)
	case t.End == 0:
		return nil
	}
	start := t.Start
	if v.node.Style&(yamltree.DoubleQuotedStyle|yamltree.SingleQuotedStyle) != 0 {
		start++
	}
	if !bytes.HasPrefix(v.doc.src[start:], []byte(t.Value)) {
		return nil
	}
	return []int{start}
}

// blockLines returns where each line of a literal block begins, behind its indentation.
func (v view) blockLines(t Text) []int {
	var starts []int
	indent := -1
	for line := range strings.Lines(t.Value) {
		number := t.Line + 1 + len(starts)
		if number > v.doc.lines.Len() {
			return nil
		}
		start := v.doc.lines.Start(number)
		written := v.doc.src[start:]
		if indent < 0 {
			indent = len(written) - len(bytes.TrimLeft(written, " "))
		}
		line = strings.TrimSuffix(line, "\n")
		if line != "" {
			start += indent
			if start > len(v.doc.src) || !bytes.HasPrefix(v.doc.src[start:], []byte(line)) {
				return nil
			}
		}
		starts = append(starts, start)
	}
	return starts
}

// texts returns the strings of a sequence, and nil for any other value.
func (v view) texts() []Text {
	var texts []Text
	for _, item := range v.items() {
		texts = append(texts, item.text())
	}
	return texts
}

// number returns nil when the value is absent or null.
func (v view) number() *Number {
	if !v.isSet() {
		return nil
	}
	n := &Number{Position: v.position(), Written: v.string()}
	var f float64
	switch {
	case v.node.Tag == "!!int" && v.node.Decode(&n.Value) == nil:
		n.Valid = true
	case v.node.Tag == "!!float" && v.node.Decode(&f) == nil:
		n.Value, n.Valid = int64(f), f == math.Trunc(f) && math.Abs(f) < 1<<53
	}
	return n
}

// position returns where the value stands in the file.
func (v view) position() Position {
	d := v.doc
	start := d.lines.After(d.lineStart(v.node.Line), v.node.Column-1)
	line, _ := d.lines.Place(start)
	start += propertiesLength(d.src[start:d.lines.End(line)])
	p := Position{Start: start}
	p.Line, p.Column = d.lines.Place(start)
	if length := v.length(d.src[start:d.lines.End(p.Line)]); length > 0 {
		p.EndColumn = p.Column + utf8.RuneCount(d.src[start:start+length])
		p.End = p.Start + length
	}
	return p
}

// properties are the anchor and the tag in front of a value; the tree's position is theirs.
var properties = regexp.MustCompile(`^([&!]\S*\s+)+`)

func propertiesLength(line []byte) int {
	if len(line) == 0 || line[0] != '&' && line[0] != '!' {
		return 0
	}
	return len(properties.Find(line))
}

// length returns how many bytes of the line a scalar takes, and nothing when it does not end there.
func (v view) length(line []byte) int {
	switch {
	case v.node.Kind != yamltree.ScalarNode:
		return 0
	case v.node.Style&(yamltree.DoubleQuotedStyle|yamltree.SingleQuotedStyle) != 0:
		return quotedLength(line)
	case bytes.HasPrefix(line, []byte(v.node.Value)):
		return len(v.node.Value)
	}
	return 0
}

// quotedLength returns the length of the quoted scalar with which a line begins, and nothing when it does not end there.
func quotedLength(line []byte) int {
	if len(line) == 0 || line[0] != '"' && line[0] != '\'' {
		return 0
	}
	quote := line[0]
	for i := 1; i < len(line); i++ {
		switch {
		case quote == '"' && line[i] == '\\', quote == '\'' && bytes.HasPrefix(line[i:], []byte("''")):
			i++
		case line[i] == quote:
			return i + 1
		}
	}
	return 0
}
