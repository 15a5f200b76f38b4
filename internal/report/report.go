// Package report prints what was found, for people and for programs. It stands at the end of the way: package lint
// hands it a Report, and it alone knows an output format.
package report

import (
	"cmp"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/timeline"
)

// A Report is what one run has to say.
type Report struct {
	Findings []gracelint.Finding
	Notices  []gracelint.Notice
	Checked  Checked

	// Of a timeline:
	Programs []lifecycle.Program
	Services []timeline.Service
	Apart    []timeline.Apart
}

// Checked counts what was checked.
type Checked struct {
	GoPackages, Dockerfiles, Manifests, Scripts int
}

// IsEmpty reports whether there is nothing to say but why.
func (r *Report) IsEmpty() bool {
	return len(r.Findings) == 0 && len(r.Notices) <= 1 && r.Checked == Checked{}
}

// Sort puts findings and notices into the order in which they are printed: by path, line, column, rule and message,
// so that the same input gives the same bytes.
func (r *Report) Sort() {
	slices.SortStableFunc(r.Findings, func(a, b gracelint.Finding) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	slices.SortStableFunc(r.Notices, func(a, b gracelint.Notice) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Message, b.Message))
	})
	slices.SortStableFunc(r.Programs, func(a, b lifecycle.Program) int { return cmp.Compare(a.Path, b.Path) })
}

// inOrder returns a sorted copy.
func (r *Report) inOrder() *Report {
	c := *r
	c.Findings, c.Notices, c.Programs = slices.Clone(r.Findings), slices.Clone(r.Notices), slices.Clone(r.Programs)
	c.Sort()
	return &c
}
