package timeline

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/manifests"
)

var overBudget = &gracelint.Rule{
	ID:       "timeline/over-budget",
	Summary:  "the preStop hook, the sleep in the code and the time limit of a graceful stop exceed the grace period",
	Why:      "The grace period begins with the deletion of the pod and includes the preStop hook; what is left of it is for the program. A graceful stop that allows open requests more time than that gives up too late: SIGKILL comes first, cuts them, and no deferred call runs (pkg/kubelet/kuberuntime of Kubernetes 1.37: the grace period is shortened by the seconds that the hook took, and the container is stopped with the rest, 2 s at least).",
	Advice:   "Raise terminationGracePeriodSeconds to the sum and a few seconds more, or lower the limit of the stop.",
	Severity: gracelint.Error,
}

// checkOverBudget counts what is certain: the limits of the stops and the sleeps that come one after the other.
func checkOverBudget(s *Service) (gracelint.Finding, bool) {
	stop := s.Stop()
	if stop.Verdict != Late || s.Patched || s.maySetTimes() {
		return gracelint.Finding{}, false
	}
	var hook manifests.Duration
	if s.Container.PreStop != nil {
		if hook = s.hookDuration(); hook.Tells || s.Container.PreStop.HTTPGet != nil || hook.Total >= stop.Grace.Seconds {
			return gracelint.Finding{}, false // the program may end before the signal, or manifests/prestop-exceeds-grace speaks
		}
	}
	var steps []string
	var related []gracelint.Related
	needs := 0.0
	step := func(seconds float64, what, path string, line, column int) {
		needs += seconds
		steps = append(steps, what)
		related = append(related, gracelint.Related{Path: path, Line: line, Column: column, Message: what})
	}
	if hook.Total > 0 {
		step(hook.Total, "the preStop hook takes "+inSeconds(hook.Total), s.Manifest.Path, hook.Line, hook.Column)
	}
	for _, i := range s.longest() {
		done := s.Program.Steps[i]
		what := fmt.Sprintf("%s may take %s", done.Method, inSeconds(float64(done.Limit)))
		if done.Kind == lifecycle.Sleeps {
			what = "the program sleeps " + inSeconds(float64(done.Limit))
		}
		step(float64(done.Limit), what, done.At.Path, done.At.Line, 1)
	}
	if needs <= stop.Kill.Seconds || slices.ContainsFunc(related, func(r gracelint.Related) bool { return r.Path == "" }) {
		return gracelint.Finding{}, false
	}
	where, period := s.Container.Position, "the default grace period of "+inSeconds(stop.Grace.Seconds)
	if s.Pod.Grace != nil {
		where, period = s.Pod.Grace.Position, "the grace period of "+inSeconds(stop.Grace.Seconds)
	}
	finding := s.inManifest(overBudget, where,
		fmt.Sprintf("%s of %s takes up to %s to stop, %s more than there is in %s: %s; SIGKILL cuts what is open then, and no deferred call runs",
			s.Container.Name, s.Pod, inSeconds(needs), inSeconds(needs-stop.Kill.Seconds), period, strings.Join(steps, ", ")),
		fmt.Sprintf("raise terminationGracePeriodSeconds above %s, or lower the limit of the stop", inSeconds(needs)))
	finding.Related = related
	return finding, true
}

// longest returns the steps that take longest together: those of a stop, and what the program does first.
func (s *Service) longest() []int {
	var longest span
	for i, span := range s.times() {
		if s.Program.Steps[i].Kind == lifecycle.Stops && span.allowed > longest.allowed {
			longest = span
		}
	}
	return longest.chain
}

// timeLike matches an argument that may set a time limit, whose default is then not what counts.
var timeLike = regexp.MustCompile(`(?i)\d(ms|s|m|h)\b|timeout|deadline|limit|grace|drain|shutdown|delay|wait|stop|\$`)

// maySetTimes reports whether an argument of the program may change the times that its code tells.
func (s *Service) maySetTimes() bool {
	var args []string
	for _, text := range slices.Concat(s.Container.Command, s.Container.Args) {
		args = append(args, text.Value)
	}
	if s.Image.Stage != nil {
		for _, cmd := range []*dockerfile.Command{s.Image.Stage.Entrypoint, s.Image.Stage.Cmd} {
			if cmd != nil {
				for _, word := range cmd.Words {
					args = append(args, word.Text)
				}
			}
		}
	}
	return slices.ContainsFunc(args, timeLike.MatchString)
}
