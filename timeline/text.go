package timeline

import (
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf8"
)

// Glyphs are what a drawing is made of, one column each.
type Glyphs struct {
	Bar   string // that long
	Limit string // that long at most
	Open  string // for how long is not known
	Point string // a moment
	Kill  string // SIGKILL
}

// Unicode and ASCII are the glyphs for terminals that show UTF-8, and for all others.
var (
	Unicode = Glyphs{"█", "▒", "░", "▏", "╳"}
	ASCII   = Glyphs{"#", "=", ".", "|", "X"}
)

// Text draws what happens when the services are stopped, and lists what stays apart. No line is longer than width
// columns, of which there are at least 40.
func Text(w io.Writer, services []Service, apart []Apart, width int, glyphs Glyphs) error {
	width = max(width, 40)
	d := drawing{width: width, graph: min(width/3, 48), glyphs: glyphs}
	for i := range services {
		d.service(&services[i])
	}
	if len(services) > 0 {
		d.wrap(fmt.Sprintf("%s that long, %s at most, %s for how long is not known, %s SIGKILL", glyphs.Bar, glyphs.Limit, glyphs.Open, glyphs.Kill), "", "")
		d.line("")
	}
	if len(apart) > 0 {
		d.line("Not joined:")
	}
	for _, a := range apart {
		d.wrap(fmt.Sprintf("%s (%s): %s", a.What, a.At, a.Missing), "  ", "    ")
	}
	if len(services) == 0 && len(apart) == 0 {
		d.line("nothing to draw: no programs that start servers, and no pods found")
	}
	_, err := io.WriteString(w, d.String())
	return err
}

type drawing struct {
	strings.Builder
	width, graph int // columns
	glyphs       Glyphs
	end          float64 // seconds that the graph spans
}

func (d *drawing) line(text string) { d.WriteString(strings.TrimRight(text, " ") + "\n") }

func (d *drawing) service(s *Service) {
	stop := s.Stop()
	title := fmt.Sprintf("%s: %s", s.Pod, s.Program.Path)
	if s.Image.File != nil {
		title += fmt.Sprintf(", built by %s", s.Image.File.Path)
	}
	d.wrap(fmt.Sprintf("%s, in container %s (%s)", title, s.Container.Name, s.At()), "", "  ")
	d.end = stop.Kill.Seconds
	for _, bar := range stop.Bars {
		d.end = max(d.end, bar.To.Seconds)
	}
	for _, bar := range stop.Bars {
		text := fmt.Sprintf("%s %s", bar.From.String(), bar.What)
		if bar.At != "" {
			text += " (" + bar.At + ")"
		}
		d.wrap(text, d.row(&bar)+"  ", strings.Repeat(" ", d.graph+2))
	}
	d.wrap(stop.sentence(), strings.Repeat(" ", d.graph+2), strings.Repeat(" ", d.graph+2))
	d.line("")
}

// row draws a bar.
func (d *drawing) row(bar *Bar) string {
	column := func(m Moment) int { return int(math.Round(m.Seconds / d.end * float64(d.graph-1))) }
	from, to := column(bar.From), column(bar.To)
	cells := strings.Repeat(" ", from)
	switch {
	case bar.Kind == "kill":
		cells += d.glyphs.Kill
	case bar.Open:
		cells += strings.Repeat(d.glyphs.Bar, to-from) + strings.Repeat(d.glyphs.Open, d.graph-to)
	case from == to:
		cells += d.glyphs.Point
	case bar.To.Bound == Exact:
		cells += strings.Repeat(d.glyphs.Bar, to-from)
	default:
		cells += strings.Repeat(d.glyphs.Limit, to-from)
	}
	return cells + strings.Repeat(" ", d.graph-utf8.RuneCountInString(cells))
}

// wrap prints a text in lines that fit; the first begins with first, the others with rest. A word that is longer than a
// line is broken.
func (d *drawing) wrap(text, first, rest string) {
	line, empty := first, true
	for _, word := range strings.Fields(text) {
		if !empty && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > d.width {
			d.line(line)
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		for room := d.width - utf8.RuneCountInString(line); utf8.RuneCountInString(word) > room; room = d.width - utf8.RuneCountInString(line) {
			runes := []rune(word)
			d.line(line + string(runes[:room]))
			line, word = rest, string(runes[room:])
		}
		line, empty = line+word, false
	}
	d.line(line)
}

// String prints the moment as far as it is known.
func (m Moment) String() string {
	sign := map[Bound]string{AtLeast: ">=", AtMost: "<=", Unknown: "~"}[m.Bound]
	return sign + inSeconds(m.Seconds)
}

// sentence says how the stop ends.
func (s *Stop) sentence() string {
	switch s.Verdict {
	case InTime:
		return "All is stopped before SIGKILL."
	case Late:
		return "SIGKILL comes before the program has given up waiting: what is open then is cut."
	case Cut:
		return "Open requests are cut."
	case Killed:
		return "The signal has no effect: the program is killed with its work undone."
	}
	return "Whether all is stopped before SIGKILL is not known."
}
