package manifests

import (
	"bytes"
	"fmt"
	"iter"
	"math"
	"regexp"
	"unicode/utf8"

	yamltree "go.yaml.in/yaml/v3"
)

// Bounds of one document. Aliases make a few lines stand for billions of nodes.
const (
	maxAliased = 100_000 // nodes that aliases stand for
	maxDepth   = 1_000
)

// An expansion is what [expand] met on its way.
type expansion struct {
	action     *yamltree.Node   // a template's action, read by YAML as a mapping in a mapping
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
	if sum.depth > maxDepth {
		return extent{}, &refusal{n.Line, fmt.Sprintf("this manifest is nested more than %d deep", maxDepth)}
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
	n.Content[i] = child.Alias
	within := e.anchors[child.Alias]
	if within.open {
		return extent{}, &refusal{child.Line, fmt.Sprintf("the anchor %s contains itself", child.Value)}
	}
	if e.aliased += within.nodes; e.aliased > maxAliased {
		return extent{}, &refusal{child.Line, fmt.Sprintf("the aliases of this manifest stand for more than %d nodes", maxAliased)}
	}
	return within, nil
}

// mapping looks at the keys of a mapping, and puts in place of its merge keys what they bring. The mapping's own fields
// come last, as the last field of a name is the one that counts.
func (e *expansion) mapping(n *yamltree.Node) {
	clear(e.keys)
	var own, merged []*yamltree.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case key.Kind == yamltree.MappingNode && n.Style&yamltree.FlowStyle != 0:
			e.action = key
		case key.Kind != yamltree.ScalarNode:
		case key.Tag == "!!merge":
			if merged == nil {
				own = append(own, n.Content[:i]...)
			}
			merged = append(merged, value)
			continue
		case e.keys[key.Value]:
			e.duplicates = append(e.duplicates, key)
		default:
			e.keys[key.Value] = true
		}
		if merged != nil {
			own = append(own, key, value)
		}
	}
	if merged == nil {
		return
	}
	n.Content = append(e.brought(merged), own...)
}

// brought returns the fields that merge keys add to those that are there.
func (e *expansion) brought(merged []*yamltree.Node) []*yamltree.Node {
	var fields []*yamltree.Node
	for _, n := range merged {
		switch n.Kind {
		case yamltree.SequenceNode:
			fields = append(fields, e.brought(n.Content)...)
		case yamltree.MappingNode:
			for i := 0; i+1 < len(n.Content); i += 2 {
				if key := n.Content[i]; !e.keys[key.Value] {
					e.keys[key.Value] = true
					fields = append(fields, key, n.Content[i+1])
				}
			}
		}
	}
	return fields
}

// A view is one value of a document, as kubectl reads it, together with its place in the tree. The zero view is
// absent.
type view struct {
	doc   *document
	node  *yamltree.Node
	value any
}

// get returns a field of a mapping.
func (v view) get(key string) view {
	if v.node == nil || v.node.Kind != yamltree.MappingNode {
		return view{}
	}
	for i := len(v.node.Content) - 2; i >= 0; i -= 2 {
		if v.node.Content[i].Value == key {
			return v.field(i)
		}
	}
	return view{}
}

// fields goes through a mapping.
func (v view) fields() iter.Seq2[string, view] {
	return func(yield func(string, view) bool) {
		for i := 0; i+1 < len(v.node.Content); i += 2 {
			if !yield(v.node.Content[i].Value, v.field(i)) {
				return
			}
		}
	}
}

// field returns the value of the key at index i.
func (v view) field(i int) view {
	values, _ := v.value.(map[string]any)
	return view{v.doc, v.node.Content[i+1], values[v.node.Content[i].Value]}
}

// items returns the values of a sequence.
func (v view) items() []view {
	if !v.isSequence() {
		return nil
	}
	values, _ := v.value.([]any)
	items := make([]view, min(len(values), len(v.node.Content)))
	for i := range items {
		items[i] = view{v.doc, v.node.Content[i], values[i]}
	}
	return items
}

func (v view) isSequence() bool {
	return v.node != nil && v.node.Kind == yamltree.SequenceNode
}

// string returns a string's value, and nothing for any other value.
func (v view) string() string {
	s, _ := v.value.(string)
	return s
}

func (v view) text() Text {
	if v.node == nil {
		return Text{}
	}
	return Text{Position: v.position(), Value: v.string()}
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
	if v.value == nil {
		return nil
	}
	f, ok := v.value.(float64)
	return &Number{Position: v.position(), Value: int64(f), Valid: ok && f == math.Trunc(f) && math.Abs(f) < 1<<53}
}

// position returns where the value stands in the file.
func (v view) position() Position {
	number := min(v.doc.linesBefore+v.node.Line, len(v.doc.lines))
	start := v.doc.lines[number-1]
	line, _, _ := bytes.Cut(v.doc.src[start:], []byte("\n"))
	if bare, ok := bytes.CutPrefix(line, byteOrderMark); ok {
		start, line = start+len(byteOrderMark), bare
	}
	at := 0
	for range v.node.Column - 1 {
		_, size := utf8.DecodeRune(line[at:])
		at += size
	}
	at += len(properties.Find(line[at:]))
	p := Position{Line: number, Column: 1 + utf8.RuneCount(line[:at]), Start: start + at}
	if length := v.length(line[at:]); length > 0 {
		p.EndColumn = p.Column + utf8.RuneCount(line[at:at+length])
		p.End = p.Start + length
	}
	return p
}

// properties are the anchor and the tag in front of a value; the tree's position is theirs.
var properties = regexp.MustCompile(`^([&!]\S*\s+)+`)

// quoted is a quoted scalar on one line.
var quoted = regexp.MustCompile(`^("([^"\\]|\\.)*"|'([^']|'')*')`)

// length returns how many bytes of the line a scalar takes, and nothing when it does not end there.
func (v view) length(line []byte) int {
	switch {
	case v.node.Kind != yamltree.ScalarNode:
		return 0
	case v.node.Style&(yamltree.DoubleQuotedStyle|yamltree.SingleQuotedStyle) != 0:
		return len(quoted.Find(line))
	case bytes.HasPrefix(line, []byte(v.node.Value)):
		return len(v.node.Value)
	}
	return 0
}
