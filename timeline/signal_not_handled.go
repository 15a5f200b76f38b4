package timeline

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
)

var signalNotHandled = &gracelint.Rule{
	ID:       "timeline/signal-not-handled",
	Summary:  "the container is stopped by a signal that the program does not catch, while it handles SIGTERM",
	Why:      "STOPSIGNAL in the Dockerfile, or stopSignal of the container where the gate ContainerStopSignals is on, takes the place of SIGTERM. The Go runtime ends a program at once on SIGHUP, SIGINT and the signals that dump its stack, SIGQUIT among them, and does nothing on the others, so that SIGKILL ends it when the grace period is over (os/signal): either way the handler never runs.",
	Advice:   "Take STOPSIGNAL or stopSignal out, or register that signal beside SIGTERM.",
	Severity: gracelint.Error,
}

// checkSignalNotHandled leaves SIGTERM to package signalnotify: here the program is known to handle that.
func checkSignalNotHandled(s *Service) (gracelint.Finding, bool) {
	if !s.Program.Drains() || s.Program.Unseen {
		return gracelint.Finding{}, false
	}
	image, pod := "SIGTERM", s.Container.StopSignal.Value
	if stage := s.Image.Stage; stage != nil && stage.StopSignal != nil {
		image = signalName(stage.StopSignal.Name)
	}
	const gate = "the gate ContainerStopSignals is "
	handler := inCode(s.Program.Catches[0].At, "the program catches "+signals(s.Program))
	register := fmt.Sprintf("register it in %s", s.Program.Catches[0].At)
	switch misses, podMisses := s.misses(image), s.misses(pod); {
	case misses:
		at := s.Image.Stage.StopSignal.Place
		found := gracelint.Finding{
			Rule: signalNotHandled.ID, Severity: signalNotHandled.Severity, Path: s.Image.File.Path, Line: at.Line, Column: at.Column,
			Message: s.stoppedBy(image), Advice: "take STOPSIGNAL out, so that it gets SIGTERM, or " + register,
			Related: append(handler, s.startedHere()),
		}
		if pod != "" && !podMisses {
			found.Message, found.Severity = "where "+gate+"off, as it is by default, "+found.Message, gracelint.Warning
		}
		return found, true
	case podMisses:
		found := s.inManifest(signalNotHandled, s.Container.StopSignal.Position,
			"where "+gate+"on, "+s.stoppedBy(pod), fmt.Sprintf("take stopSignal out, so that it gets %s, or %s", image, register))
		found.Severity, found.Related = gracelint.Warning, handler
		return found, true
	}
	return gracelint.Finding{}, false
}

// stoppedBy says what a signal does that the program does not catch.
func (s *Service) stoppedBy(signal string) string {
	then := "Go's runtime ends it at once, and open requests are cut"
	if !endsAtOnce(signal) {
		stop := s.Stop()
		then = fmt.Sprintf("it does nothing until SIGKILL comes, %s after the deletion", stop.Kill)
	}
	return fmt.Sprintf("%s of %s is stopped by %s, and the program catches %s only: %s", s.Container.Name, s.Pod, signal, signals(s.Program), then)
}

// misses reports whether the program is certain not to catch a signal that it could catch.
func (s *Service) misses(signal string) bool {
	var known lifecycle.Signum
	err := known.UnmarshalText([]byte(signal))
	return err == nil && strings.HasPrefix(signal, "SIG") && known > 0 && signal != "SIGKILL" && signal != "SIGSTOP" && termFor(s.Program, signal) != lifecycle.TermHeard
}

// signals lists those that the program catches.
func signals(p *lifecycle.Program) string {
	var names []string
	for _, c := range p.Catches {
		for _, signal := range c.Signals {
			if !slices.Contains(names, signal.String()) {
				names = append(names, signal.String())
			}
		}
	}
	return strings.Join(names, ", ")
}

// endsAtOnce reports whether Go's runtime ends a program on a signal that it does not catch: SIGHUP, SIGINT and SIGTERM
// quietly, the others with a dump of its stack (os/signal of Go 1.26).
func endsAtOnce(signal string) bool {
	return slices.Contains(strings.Fields("SIGHUP SIGINT SIGTERM SIGQUIT SIGILL SIGTRAP SIGABRT SIGSTKFLT SIGSYS SIGBUS SIGFPE SIGSEGV"), signal)
}
