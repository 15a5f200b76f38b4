package timeline

import (
	"cmp"
	"fmt"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/shell"
)

// A Bound says how well a time is known.
type Bound string

const (
	Exact   Bound = "exact"
	AtLeast Bound = "at-least" // it is that or later
	AtMost  Bound = "at-most"  // it is that or sooner
	Unknown Bound = "unknown"
)

// A Moment is a time in seconds after the deletion of the pod.
type Moment struct {
	Seconds float64 `json:"seconds"`
	Bound   Bound   `json:"bound"`
}

// after returns the moment a time later, of which the bound is known.
func (m Moment) after(seconds float64, bound Bound) Moment {
	m.Seconds += seconds
	switch {
	case m.Bound == Exact:
		m.Bound = bound
	case bound != Exact && bound != m.Bound:
		m.Bound = Unknown
	}
	return m
}

// A Bar is what one party does, from one moment to another.
type Bar struct {
	Kind string `json:"kind"` // deletion, endpoints, hook, signal, pid1, program, delay, stop, wait, cleanup, sidecar or kill
	What string `json:"what"`
	At   string `json:"at"` // path:line of what says so; empty: Kubernetes does it in any case
	From Moment `json:"from"`
	To   Moment `json:"to"`   // From, for what takes no time
	Open bool   `json:"open"` // how long it lasts is not known: To is the earliest end
}

// Verdict is how a stop ends.
type Verdict string

const (
	InTime  Verdict = "in-time" // all that the program stops has a time limit, and that is over before SIGKILL: a tie is not
	Late    Verdict = "late"    // the program allows itself more time than there is before SIGKILL
	Cut     Verdict = "cut"     // the program ends at the signal, or a server is never stopped: open requests are cut
	Killed  Verdict = "killed"  // the signal has no effect, SIGKILL ends the program with its work undone
	Unclear Verdict = "unknown" // it depends on what is not known
)

// A Stop is what happens to a service's container after its pod is deleted, after the kubelet of Kubernetes 1.37.
type Stop struct {
	Grace   Moment  `json:"grace"` // terminationGracePeriodSeconds, 1 at least, as the kubelet takes it
	Signal  string  `json:"signal"`
	Bars    []Bar   `json:"bars"` // by From
	End     Moment  `json:"end"`  // when the program ends, should SIGKILL not come first
	Kill    Moment  `json:"kill"` // when SIGKILL comes
	Verdict Verdict `json:"verdict"`
}

// minimumGrace is what the kubelet leaves a container after its hook, however long that took
// (minimumGracePeriodInSeconds in pkg/kubelet/kuberuntime).
const minimumGrace = 2

// stopping computes a stop.
type stopping struct {
	*Service
	Stop
}

// Stop returns what happens when the pod is deleted. Lengths that are not known are bounds.
func (s *Service) Stop() Stop {
	t := &stopping{Service: s}
	t.deletion()
	t.endpoints()
	signal := t.hook()
	t.Kill = signal.after(max(minimumGrace, t.Grace.Seconds-math.Floor(signal.Seconds)), t.Grace.Bound)
	t.signal(signal)
	if t.pid1(signal) {
		t.program(signal)
	}
	t.sidecars()
	t.bar("kill", "SIGKILL, if it still runs", "", t.Kill, t.Kill)
	slices.SortStableFunc(t.Bars, func(a, b Bar) int { return cmp.Compare(a.From.Seconds, b.From.Seconds) })
	return t.Stop
}

func (t *stopping) bar(kind, what, at string, from, to Moment) {
	t.Bars = append(t.Bars, Bar{Kind: kind, What: what, At: at, From: from, To: to})
}

// open adds a bar of which it is not known how long it lasts.
func (t *stopping) open(kind, what, at string, from Moment) {
	t.Bars = append(t.Bars, Bar{kind, what, at, from, from.after(0, AtLeast), true})
}

func (t *stopping) deletion() {
	grace, known := t.Pod.GraceSeconds()
	t.Grace = Moment{float64(grace), Exact}
	if !known {
		t.Grace = Moment{30, Unknown}
	}
	where, line := "grace period", t.Container.Line
	if t.Pod.Grace != nil {
		line = t.Pod.Grace.Line
	} else {
		where = "default grace period"
	}
	what := fmt.Sprintf("the pod is deleted: %s %s", where, inSeconds(t.Grace.Seconds))
	if !known {
		what = "the pod is deleted: the grace period is not known"
	}
	t.bar("deletion", what, at(t.Manifest.Path, line), Moment{0, Exact}, Moment{0, Exact})
	t.Grace.Seconds = max(1, t.Grace.Seconds) // the pod worker's own minimum
}

func (t *stopping) endpoints() {
	for _, route := range t.Routes {
		what := fmt.Sprintf("Service %s: endpoints are withdrawn, new connections come until then", route.Service.Name)
		if at := route.Service.PublishUnready; at != nil && !route.Service.Headless {
			what = fmt.Sprintf("Service %s goes on sending connections", route.Service.Name)
		}
		t.open("endpoints", what, at(route.File.Path, route.Service.Line), Moment{0, Exact})
	}
}

// hook returns when the preStop hook is over.
func (t *stopping) hook() Moment {
	start := Moment{0, Exact}
	hook := t.Container.PreStop
	if hook == nil {
		return start
	}
	length := t.hookDuration()
	what, end := "preStop hook", Moment{length.Total, Exact}
	switch fails := t.hookFails(); {
	case length.Total >= t.Grace.Seconds:
		what, end = "preStop hook: all of the grace period", Moment{t.Grace.Seconds, t.Grace.Bound}
	case fails != "":
		what = "preStop hook: fails at once, " + fails
	case length.Exact:
		what += ": " + inSeconds(length.Total)
	case length.Total > 0:
		what, end.Bound = "preStop hook: at least "+inSeconds(length.Total), AtLeast
	default:
		what, end.Bound = "preStop hook: its length is not known", AtLeast
	}
	t.Bars = append(t.Bars, Bar{"hook", what, at(t.Manifest.Path, length.Line), start, end, end.Bound == AtLeast})
	return end
}

// signal finds out which signal the container gets.
func (t *stopping) signal(from Moment) {
	t.Signal = "SIGTERM"
	where := ""
	if stage := t.Image.Stage; stage != nil && stage.StopSignal != nil {
		t.Signal = signalName(stage.StopSignal.Name)
		where = at(t.Image.File.Path, stage.StopSignal.Line)
	}
	what := t.Signal
	if pods := t.Container.StopSignal; pods.Value != "" {
		if pods.Value != t.Signal { // the gate is off by default, and the API server then drops the field
			what = fmt.Sprintf("%s, or %s where the gate ContainerStopSignals is off", pods.Value, t.Signal)
		}
		t.Signal = pods.Value
		where = at(t.Manifest.Path, pods.Line)
	}
	t.bar("signal", what, where, from, from)
}

// signalName returns the name of a signal as STOPSIGNAL has it: SIGINT, INT, int or 2.
func signalName(name string) string {
	if number, err := strconv.Atoi(name); err == nil {
		return lifecycle.Signum(number).String()
	}
	return "SIG" + strings.TrimPrefix(strings.ToUpper(name), "SIG")
}

// pid1 reports whether the signal reaches the program.
func (t *stopping) pid1(from Moment) bool {
	if t.Signal == "SIGKILL" || t.Signal == "SIGSTOP" {
		t.Verdict, t.End = Killed, from
		t.bar("program", "nothing can catch "+t.Signal, t.Image.At(), from, from)
		return false
	}
	stage := t.Image.Stage
	if stage == nil || !stage.PID1.Outcome.Lost() || commandOf(t.Container, stage) != nil {
		return true
	}
	v := stage.PID1
	name := cmp.Or(string(v.Shell), path.Base(v.App))
	switch {
	case !v.Certain || v.Branch || t.Pod.OneTree || t.Signal != "SIGTERM" || t.Container.HookTellsApp():
		t.Verdict, t.End = Unclear, Moment{from.Seconds, AtLeast}
		t.open("pid1", fmt.Sprintf("it is not known whether PID 1 passes %s on to %s", t.Signal, v.App), t.Image.At(), from)
	case v.Outcome == shell.Ignored:
		t.Verdict, t.End = Killed, t.Kill
		t.bar("pid1", fmt.Sprintf("PID 1 (%s) ignores it, %s never hears of it", name, v.App), t.Image.At(), from, t.Kill)
	default:
		t.Verdict, t.End = Cut, from
		t.bar("pid1", fmt.Sprintf("PID 1 (%s) ends, and %s is killed with it", name, v.App), t.Image.At(), from, from)
	}
	return false
}

// program says what the program does with the signal.
func (t *stopping) program(from Moment) {
	p := t.Program
	term := p.Term
	if t.Signal != "SIGTERM" {
		term = termFor(p, t.Signal)
	}
	catches := t.catches()
	switch term {
	case lifecycle.TermHeard:
		t.stops(from)
	case lifecycle.TermIgnored, lifecycle.TermLost:
		t.Verdict, t.End = Killed, t.Kill
		t.bar("program", "the program does nothing", catches, from, t.Kill)
	case lifecycle.TermQuits:
		t.Verdict, t.End = Cut, from
		t.bar("program", "the program ends at once, open requests are cut", catches, from, from)
	default:
		t.Verdict, t.End = Cut, from
		t.bar("program", "the program does not catch it and ends at once, open requests are cut", catches, from, from)
	}
}

// termFor says what the program does with a signal other than SIGTERM.
func termFor(p *lifecycle.Program, signal string) lifecycle.Term {
	hears := func(c lifecycle.Catch) bool {
		return c.All || c.Unknown || slices.ContainsFunc(c.Signals, func(s lifecycle.Signum) bool { return s.String() == signal })
	}
	switch {
	case p.Unseen || slices.ContainsFunc(p.Catches, hears):
		return lifecycle.TermHeard
	case endsAtOnce(signal):
		return lifecycle.TermUnheard
	}
	return lifecycle.TermIgnored
}

// catches returns where the program registers for signals, or else where it starts its first server.
func (t *stopping) catches() string {
	if len(t.Program.Catches) > 0 {
		return t.Program.Catches[0].At.String()
	}
	return t.Program.Servers[0].At.String()
}

// sidecars says when the pod's native sidecars are stopped: in turn, the last first, once the other containers have
// ended. Their hooks do not wait.
func (t *stopping) sidecars() {
	from := t.End
	if len(t.Pod.Containers) > 1 {
		from = Moment{from.Seconds, AtLeast}
	}
	if from.Seconds > t.Kill.Seconds {
		from = Moment{t.Kill.Seconds, AtMost}
	}
	for i := range slices.Backward(t.Pod.InitContainers) {
		c := &t.Pod.InitContainers[i]
		if !c.Sidecar {
			continue
		}
		if c.PreStop != nil {
			length := c.PreStop.Duration()
			end := Moment{min(length.Total, t.Grace.Seconds), Exact}
			if !length.Exact {
				end.Bound = AtLeast
			}
			what := fmt.Sprintf("preStop hook of sidecar %s, at once", c.Name)
			t.Bars = append(t.Bars, Bar{"sidecar", what, at(t.Manifest.Path, c.PreStop.Line), Moment{0, Exact}, end, !length.Exact})
		}
		t.open("sidecar", fmt.Sprintf("sidecar %s gets its stop signal, the others having ended", c.Name), at(t.Manifest.Path, c.Line), from)
		from.Bound = AtLeast
	}
}

// inSeconds prints seconds as people write them.
func inSeconds(seconds float64) string {
	return strconv.FormatFloat(seconds, 'f', -1, 64) + " s"
}
