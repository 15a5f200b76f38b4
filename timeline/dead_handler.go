package timeline

import (
	"fmt"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/shell"
)

var deadHandler = &gracelint.Rule{
	ID:       "timeline/dead-handler",
	Summary:  "the program stops its servers gracefully on SIGTERM, and PID 1 of its image never tells it",
	Why:      "Kubernetes sends the stop signal to PID 1 of the container alone. A shell that stays PID 1, or stands behind an init, keeps it to itself or dies of it (measured as PID 1 of a PID namespace for each shell and construct): the handler in the code, with all that it drains, never runs, although a test of the program alone shows that it works.",
	Advice:   "Let the program be PID 1: the exec form of ENTRYPOINT, or `exec` before the last command of the shell.",
	Severity: gracelint.Error,
}

// checkDeadHandler says of the fault that package dockerfile has found what it costs.
func checkDeadHandler(s *Service) (gracelint.Finding, bool) {
	stage := s.Image.Stage
	if stage == nil || commandOf(s.Container, stage) != nil || !s.Program.Drains() || s.Container.HookTellsApp() {
		return gracelint.Finding{}, false
	}
	pid1 := stage.PID1
	found, ok := dockerfile.CheckPID1(s.Image.File, stage)
	if !ok || !pid1.Certain || pid1.Branch || pid1.Outcome != shell.Ignored && pid1.Outcome != shell.Killed || s.Pod.OneTree {
		return gracelint.Finding{}, false
	}
	handler := s.Program.Catches[0].At
	when := "at once"
	if stop := s.Stop(); pid1.Outcome == shell.Ignored {
		when = fmt.Sprintf("by SIGKILL %s after its pod is deleted", stop.Kill)
	}
	found.Rule, found.Severity = deadHandler.ID, deadHandler.Severity
	found.Message = fmt.Sprintf("the handler of SIGTERM in %s never runs, and %s of %s is killed %s: %s", handler, s.Container.Name, s.Pod, when, found.Message)
	found.Related = slices.Concat(inCode(handler, "this handler would stop the servers gracefully"), found.Related, []gracelint.Related{s.startedHere()})
	return found, true
}
