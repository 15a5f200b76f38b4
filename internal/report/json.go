package report

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/timeline"
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
	return writeJSON(w, struct {
		Version  int                 `json:"version"`
		Findings []gracelint.Finding `json:"findings"`
		Notices  []gracelint.Notice  `json:"notices"`
	}{1, list(r.Findings), list(r.Notices)})
}

// A service is a timeline as it is printed.
type service struct {
	Program   string   `json:"program"` // its import path
	Image     string   `json:"image"`   // of the manifest
	Built     string   `json:"built"`   // path:line of the Dockerfile; empty for ko
	Pod       string   `json:"pod"`     // kind and name of the object that holds it
	Container string   `json:"container"`
	At        string   `json:"at"`       // path:line of the container
	Services  []string `json:"services"` // the names of the Services that send it requests
	timeline.Stop
}

// TimelineJSON prints the programs, and the timelines of those that are joined with an image and a container, as one
// object on one line: {"version":1,"programs":[…],"services":[…],"apart":[…],"notices":[…]}, with the fields of
// [lifecycle.Program], [timeline.Stop] and [timeline.Apart], under the same promise as [JSON].
func TimelineJSON(w io.Writer, r *Report) error {
	r = r.inOrder()
	for i := range r.Programs {
		p := &r.Programs[i]
		p.Servers, p.Loopback, p.Catches, p.Waits, p.Steps = list(p.Servers), list(p.Loopback), list(p.Catches), list(p.Waits), list(p.Steps)
		for j := range p.Servers {
			p.Servers[j].Routes = list(p.Servers[j].Routes)
			p.Servers[j].Stops = list(p.Servers[j].Stops)
		}
		for j := range p.Catches {
			p.Catches[j].Signals = list(p.Catches[j].Signals)
		}
	}
	services := []service{}
	for i := range r.Services {
		s := &r.Services[i]
		printed := service{
			Program: s.Program.Path, Image: s.Container.Image.Value, Built: s.Image.At(),
			Pod: s.Pod.String(), Container: s.Container.Name, At: s.At(), Services: []string{}, Stop: s.Stop(),
		}
		for _, route := range s.Routes {
			printed.Services = append(printed.Services, route.Service.Name)
		}
		services = append(services, printed)
	}
	return writeJSON(w, struct {
		Version  int                 `json:"version"`
		Programs []lifecycle.Program `json:"programs"`
		Services []service           `json:"services"`
		Apart    []timeline.Apart    `json:"apart"`
		Notices  []gracelint.Notice  `json:"notices"`
	}{1, list(r.Programs), services, list(r.Apart), list(r.Notices)})
}

// writeJSON writes a value on one line, with nothing in it that a terminal or a CI server would obey.
func writeJSON(w io.Writer, value any) error {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil {
		return err
	}
	_, err := io.WriteString(w, gracelint.VisibleJSON(strings.TrimSuffix(b.String(), "\n"))+"\n")
	return err
}

// list returns a copy that is not nil.
func list[T any](elements []T) []T {
	return append([]T{}, elements...)
}
