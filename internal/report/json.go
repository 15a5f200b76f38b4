package report

import (
	"encoding/json"
	"io"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
)

// JSON prints the report as one object on one line: {"version":1,"findings":[…],"notices":[…]}, with the fields of
// [gracelint.Finding] and [gracelint.Notice]. A list without elements is [], never null. The version changes when a
// field changes its meaning or goes; new fields leave it as it is.
func JSON(w io.Writer, r *Report) error {
	r = r.inOrder()
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Ignored = nil
		f.Also, f.Related, f.Fixes = list(f.Also), list(f.Related), list(f.Fixes)
		for j, fix := range f.Fixes {
			f.Fixes[j].Edits = list(fix.Edits)
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(struct {
		Version  int                 `json:"version"`
		Findings []gracelint.Finding `json:"findings"`
		Notices  []gracelint.Notice  `json:"notices"`
	}{1, list(r.Findings), list(r.Notices)})
}

// TimelineJSON prints the programs as one object on one line: {"version":1,"programs":[…],"notices":[…]}, with the
// fields of [lifecycle.Program], under the same promise as [JSON].
func TimelineJSON(w io.Writer, r *Report) error {
	r = r.inOrder()
	for i := range r.Programs {
		p := &r.Programs[i]
		p.Servers, p.Catches, p.Waits = list(p.Servers), list(p.Catches), list(p.Waits)
		for j := range p.Servers {
			p.Servers[j].Stops = list(p.Servers[j].Stops)
		}
		for j := range p.Catches {
			p.Catches[j].Signals = list(p.Catches[j].Signals)
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(struct {
		Version  int                 `json:"version"`
		Programs []lifecycle.Program `json:"programs"`
		Notices  []gracelint.Notice  `json:"notices"`
	}{1, list(r.Programs), list(r.Notices)})
}

// list returns a copy that is not nil.
func list[T any](elements []T) []T {
	return append([]T{}, elements...)
}
