// Package testdata holds the fixtures of every test, and lends the examples among them to the help screens and the
// documentation.
package testdata

import (
	"embed"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

//go:embed src/*/*/bad src/*/*/good
var examples embed.FS

//go:embed proofs/measured.tsv
var measured string

// wants matches what is in a fixture for its test alone.
var wants = regexp.MustCompile(`(?m)^[ \t]*(#|//) (want|strict:) .*\n|[ \t]*(#|//) (want|strict:) .*$`)

// Example returns the file that shows a rule, given by its ID, at work ("bad"), or what to write instead ("good"). Where
// it takes several files, those after the first have their names above them.
func Example(id, kind string) (string, error) {
	dir := path.Join("src", id, kind)
	entries, err := fs.ReadDir(examples, dir)
	if err != nil {
		return "", err
	}
	var example strings.Builder
	for i, entry := range entries {
		if path.Ext(entry.Name()) == ".golden" {
			continue
		}
		content, err := examples.ReadFile(path.Join(dir, entry.Name()))
		if err != nil {
			return "", err
		}
		if i > 0 {
			example.WriteString("\n# " + entry.Name() + "\n")
		}
		example.WriteString(strings.TrimSpace(wants.ReplaceAllString(string(content), "")) + "\n")
	}
	return example.String(), nil
}

// Measured returns what became of the two examples of a rule, given by its ID, when they were run (see package proofs):
// what was done to both, and how each took it. It returns nothing for a rule whose examples are not programs.
func Measured(id string) (did, bad, good string) {
	for line := range strings.Lines(measured) {
		if rule, seen, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); rule == id {
			did, seen, _ = strings.Cut(seen, "\t")
			bad, good, _ = strings.Cut(seen, "\t")
		}
	}
	return did, bad, good
}
