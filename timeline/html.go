package timeline

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/manifests"
)

//go:embed page.html
var pageHTML string

// HTML writes a page that draws what happens when the services are stopped, with the findings of the run under the
// services that they concern, and what stays apart. It needs nothing but itself: no network, no script. link returns the
// reference to a file from the page, for its path in a finding; empty when there is no such file.
func HTML(w io.Writer, services []Service, apart []Apart, findings []gracelint.Finding, notices []gracelint.Notice, link func(path string) string) error {
	p := page{Legend: legend, Notices: notices, link: link}
	concerning := make([]bool, len(findings))
	for i := range services {
		s := &services[i]
		var its []gracelint.Finding
		for j := range findings {
			if s.concerns(&findings[j]) {
				its = append(its, findings[j])
				concerning[j] = true
			}
		}
		p.Services = append(p.Services, p.drawn(s, fmt.Sprintf("s%d", i+1), its))
	}
	for i, f := range findings {
		if !concerning[i] {
			p.Others = append(p.Others, p.listed(f))
		}
	}
	for _, a := range apart {
		p.Apart = append(p.Apart, apartAt{a, p.place(a.At)})
	}
	p.Findings = len(findings)
	// Parsed here, and not when the program starts: every unit of go vet is a start.
	return template.Must(template.New("page").Parse(pageHTML)).Execute(w, p)
}

// page is what the template prints.
type page struct {
	Services []drawnService
	Legend   []drawnBar
	Findings int
	Others   []listedFinding // of no service
	Apart    []apartAt
	Notices  []gracelint.Notice

	link func(path string) string
}

// A place is a path:line, and the reference to the file; empty when there is none.
type place struct{ Text, Href string }

type apartAt struct {
	Apart
	Place place
}

type drawnService struct {
	*Service
	ID            string
	Stop          Stop
	Title         string // of the verdict
	Sentence      string
	Place, Built  place
	RoutedThrough []place
	Scale         scale
	Bars          []drawnBar
	Findings      []listedFinding
}

// A scale is what a track shows beside its bar. Positions are percentages of the track.
type scale struct {
	Ticks []tick
	Kill  float64
	Exact bool // whether it is known when SIGKILL comes
	Grace float64
	end   float64 // seconds
}

type tick struct {
	X    float64
	Text string
}

type drawnBar struct {
	Bar
	ID       string
	When     string
	Name     string // for those who do not see it
	Place    place
	X, W     float64 // W: as far as it is known to last, when Shape is at-least
	Shape    string  // moment, exact, at-most, at-least, unknown, grace or kill
	Loose    bool    // when it begins is not exact
	Scale    *scale  // nil in the legend
	Findings []reference
}

// A reference leads to another part of the page.
type reference struct{ ID, Text string }

type listedFinding struct {
	gracelint.Finding
	ID      string // empty outside of services
	Place   place
	Related []relatedAt // in place of the finding's own
	Bars    []reference
}

type relatedAt struct {
	Place   place
	Message string
}

// legend shows the shapes.
var legend = []drawnBar{
	{Shape: "exact", X: 5, W: 90, Bar: Bar{What: "lasts that long"}},
	{Shape: "at-most", X: 5, W: 90, Bar: Bar{What: "lasts that long at most"}},
	{Shape: "at-least", X: 5, W: 35, Bar: Bar{What: "lasts that long at least"}},
	{Shape: "unknown", X: 5, W: 90, Bar: Bar{What: "about then"}},
	{Shape: "exact", X: 25, W: 70, Loose: true, Bar: Bar{What: "its beginning is not exact"}},
	{Shape: "moment", X: 50, Bar: Bar{What: "takes no time"}},
	{Shape: "grace", X: 10, W: 80, Bar: Bar{What: "grace period", Kind: "deletion"}},
	{Shape: "kill", X: 50, Scale: &scale{Kill: 50, Exact: true}, Bar: Bar{What: "SIGKILL, and after it", Kind: "kill"}},
}

func (p *page) drawn(s *Service, id string, findings []gracelint.Finding) drawnService {
	stop := s.Stop()
	d := drawnService{
		Service: s, ID: id, Stop: stop, Title: titles[stop.Verdict], Sentence: stop.sentence(),
		Place: p.place(s.At()), Built: p.place(s.Image.At()), Scale: scaleOf(&stop),
	}
	for _, route := range s.Routes {
		where := p.place(at(route.File.Path, route.Service.Line))
		d.RoutedThrough = append(d.RoutedThrough, place{route.Service.Name, where.Href})
	}
	for i, bar := range stop.Bars {
		d.Bars = append(d.Bars, d.bar(bar, fmt.Sprintf("%s-b%d", id, i+1), p.place(bar.At)))
	}
	for i, f := range findings {
		listed := p.listed(f)
		listed.ID = fmt.Sprintf("%s-f%d", id, i+1)
		for j := range d.Bars {
			if bar := &d.Bars[j]; s.speaksOf(&f, bar.Bar) {
				listed.Bars = append(listed.Bars, reference{bar.ID, bar.What})
				bar.Findings = append(bar.Findings, reference{listed.ID, f.Rule})
			}
		}
		d.Findings = append(d.Findings, listed)
	}
	return d
}

// titles are the verdicts in a word or two.
var titles = map[Verdict]string{InTime: "in time", Late: "too late", Cut: "cut off", Killed: "killed", Unclear: "not known"}

// scaleOf returns a scale that shows all of the stop, with a round number of seconds between ticks.
func scaleOf(stop *Stop) scale {
	s := scale{end: stop.Kill.Seconds, Exact: stop.Kill.Bound == Exact}
	for _, bar := range stop.Bars {
		s.end = max(s.end, bar.To.Seconds)
		if bar.Open {
			s.end = max(s.end, 1.1*bar.To.Seconds) // room to show that it goes on
		}
	}
	s.Kill, s.Grace = s.at(stop.Kill.Seconds), s.at(stop.Grace.Seconds)
	step := 2 * math.Pow(10, math.Floor(math.Log10(s.end)))
	for _, finer := range []float64{2, 2, 2.5} { // 2, 1, 0.5, 0.2: six ticks fit on a telephone
		if s.end/step < 2.4 {
			step /= finer
		}
	}
	for seconds := 0.0; seconds <= s.end; seconds += step {
		s.Ticks = append(s.Ticks, tick{s.at(seconds), inSeconds(seconds)})
	}
	return s
}

// at returns where a second is, in percent.
func (s scale) at(seconds float64) float64 { return round(seconds / s.end * 100) }

// After returns how wide the time after SIGKILL is.
func (s scale) After() float64 { return round(100 - s.Kill) }

// End returns where the bar ends, as far as it is known.
func (b drawnBar) End() float64 { return round(b.X + b.W) }

func round(percent float64) float64 { return math.Round(percent*100) / 100 }

func (d *drawnService) bar(bar Bar, id string, where place) drawnBar {
	from, to := d.Scale.at(bar.From.Seconds), d.Scale.at(bar.To.Seconds)
	b := drawnBar{Bar: bar, ID: id, Place: where, X: from, W: round(to - from), Loose: bar.From.Bound != Exact, Scale: &d.Scale}
	begin, end := bar.From.words(), bar.To.words()
	switch {
	case bar.Kind == "kill":
		b.Shape, b.When = "kill", begin
	case bar.Kind == "deletion":
		b.Shape, b.When, b.W = "grace", begin, d.Scale.Grace
	case bar.Open && from == to:
		b.Shape, b.When = "at-least", "from "+begin
	case from == to:
		b.Shape, b.When = "moment", begin
	case bar.Open:
		b.Shape, b.When = "at-least", begin+" to "+end
	default:
		b.Shape, b.When = string(bar.To.Bound), begin+" to "+end
	}
	b.Name = fmt.Sprintf("%s; SIGKILL at %s", b.When, d.Stop.Kill.words())
	if bar.Kind == "kill" {
		b.Name = "SIGKILL at " + b.When
	}
	return b
}

// words prints the moment for people.
func (m Moment) words() string {
	switch m.Bound {
	case AtLeast:
		return inSeconds(m.Seconds) + " or later"
	case AtMost:
		return inSeconds(m.Seconds) + " at most"
	case Unknown:
		return "about " + inSeconds(m.Seconds)
	}
	return inSeconds(m.Seconds)
}

func (p *page) listed(f gracelint.Finding) listedFinding {
	listed := listedFinding{Finding: f, Place: p.place(at(f.Path, f.Line))}
	for _, r := range f.Related {
		listed.Related = append(listed.Related, relatedAt{p.place(at(r.Path, r.Line)), r.Message})
	}
	return listed
}

// place returns where a path:line, or a path, leads to. Viewers of sources know a line by the fragment L and its number.
func (p *page) place(at string) place {
	if at == "" {
		return place{}
	}
	file, fragment := at, ""
	if i := strings.LastIndexByte(at, ':'); i > 0 {
		if _, err := strconv.Atoi(at[i+1:]); err == nil {
			file, fragment = at[:i], "#L"+at[i+1:]
		}
	}
	if href := p.link(file); href != "" {
		return place{at, href + fragment}
	}
	return place{Text: at}
}

// concerns reports whether the finding, or what it relates to, stands in what the service is made of.
func (s *Service) concerns(f *gracelint.Finding) bool {
	return s.contains(f.Path, f.Line) ||
		slices.ContainsFunc(f.Related, func(r gracelint.Related) bool { return s.contains(r.Path, r.Line) })
}

// contains reports whether a line belongs to the object of the pod or one that routes to it, the Dockerfile, its script,
// or a package in which the program starts, stops, catches or waits for something.
func (s *Service) contains(file string, line int) bool {
	if file == s.Manifest.Path && sameObject(s.Manifest, line, s.Container.Line) {
		return true
	}
	for _, route := range s.Routes {
		if file == route.File.Path && sameObject(route.File, line, route.Service.Line) {
			return true
		}
	}
	if s.Image.File != nil && (file == s.Image.File.Path || file == s.Image.Stage.Script()) {
		return true
	}
	if path.Ext(file) != ".go" {
		return false
	}
	here := path.Dir(file) == s.Program.Dir
	s.Program.Places(func(p *lifecycle.Place) { here = here || p.Path != "" && path.Dir(file) == path.Dir(p.Path) })
	return here
}

// sameObject reports whether two lines of the file belong to one object.
func sameObject(file *manifests.File, a, b int) bool {
	begins := func(line int) int {
		i, found := slices.BinarySearch(file.Objects, line)
		if !found {
			i--
		}
		return i
	}
	return begins(a) == begins(b)
}

// speaksOf reports whether the finding, or what it relates to, is about what the bar shows.
func (s *Service) speaksOf(f *gracelint.Finding, bar Bar) bool {
	about := func(file string, line int) bool { return at(file, line) == bar.At || s.spans(bar.Kind, file, line) }
	return about(f.Path, f.Line) || slices.ContainsFunc(f.Related, func(r gracelint.Related) bool { return about(r.Path, r.Line) })
}

// spans reports whether a line belongs to what bars of the kind show, where that is more than a line: the commands of the
// image and the script that decide what PID 1 does, and the preStop hook.
func (s *Service) spans(kind, file string, line int) bool {
	switch hook := s.Container.PreStop; {
	case kind == "pid1" && s.Image.File != nil && file == s.Image.File.Path:
		for _, cmd := range []*dockerfile.Command{s.Image.Stage.Entrypoint, s.Image.Stage.Cmd} {
			if cmd != nil && cmd.Line <= line && line <= cmd.EndLine {
				return true
			}
		}
	case kind == "pid1" && s.Image.File != nil:
		return file == s.Image.Stage.Script()
	case kind == "hook" && hook != nil && file == s.Manifest.Path:
		last := hook.Line
		for _, text := range hook.Exec {
			last = max(last, text.Line)
		}
		for _, target := range []*manifests.Target{hook.HTTPGet, hook.TCPSocket} {
			if target != nil && target.Port != nil {
				last = max(last, target.Line, target.Port.Line)
			}
		}
		return hook.Line <= line && line <= last
	}
	return false
}
