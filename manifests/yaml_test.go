package manifests

import (
	"reflect"
	"testing"

	"github.com/gracelint/gracelint"
	yamltree "go.yaml.in/yaml/v3"
	"sigs.k8s.io/yaml"
)

// asRead returns the value as the rules read it: strings, numbers that are whole, booleans, null.
func asRead(v view) any {
	switch {
	case v.isMapping():
		fields := map[string]any{}
		for name, field := range v.fields() {
			fields[name.node.Value] = asRead(field)
		}
		return fields
	case v.isSequence():
		items := []any{}
		for _, item := range v.items() {
			items = append(items, asRead(item))
		}
		return items
	case !v.isSet():
		return nil
	case v.isBool():
		return v.isTrue()
	}
	if n := v.number(); n.Valid {
		return float64(n.Value)
	}
	return v.string()
}

func TestValuesAreThoseThatKubectlReads(t *testing.T) {
	tests := map[string]string{
		"strings":        `[a, "1", 'true', "\u00e9", 1:30, 2026-11-25, "", ~a, =, 1.2.3, 0x, "~"]`,
		"numbers":        `[1, -1, 010, 0x10, 0b11, 0o17, 6e1, 60., 1_000, +5, 9007199254740991]`,
		"booleans":       `[true, True, TRUE, yes, Yes, on, On, y, Y, false, no, NO, off, n, N]`,
		"quoted":         `["yes", 'on', "n", !!str yes]`,
		"null":           `[null, ~, Null, NULL, ]`,
		"tags":           `[!!str 1, !!int "1", !own x]`,
		"blocks":         "\n- |\n  a\n  b\n- >-\n  a\n  b\n- |+\n  a\n\n",
		"anchors":        "\na: &a {x: 1, ok: yes}\nb: *a\nc: {<<: *a, x: 2}\nd: {<<: [*a, {z: 3}]}\n",
		"merge order":    "\na: &a {x: 1}\nb: {x: 2, <<: *a}\n",
		"later key wins": "\na: &a {x: 1, ok: 1}\nb: &b {x: 2}\nc: {<<: [*b, *a]}\n",
	}
	for name, src := range tests {
		t.Run(name, func(t *testing.T) {
			src := "v: " + src
			var root yamltree.Node
			if err := yamltree.Unmarshal([]byte(src), &root); err != nil {
				t.Fatal(err)
			}
			if _, refused := expand(&root); refused != nil {
				t.Fatal(refused)
			}
			d := &document{parser: &parser{file: &File{}, src: []byte(src), lines: gracelint.NewLines([]byte(src))}}
			d.findBreaks([]byte(src))
			var want any
			if err := yaml.Unmarshal([]byte(src), &want); err != nil {
				t.Fatal(err)
			}
			if got := asRead(view{d, root.Content[0]}); !reflect.DeepEqual(got, want) {
				t.Errorf("got  %#v\nwant %#v", got, want)
			}
		})
	}
}
