package timeline

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/manifests"
)

var missingBinary = &gracelint.Rule{
	ID:       "timeline/missing-binary",
	Summary:  "the preStop hook runs a program that the image does not have",
	Why:      "The kubelet runs an exec hook in the container, with what the image holds: one made of scratch or distroless has no sh and no sleep. The hook then fails each time; the kubelet notes FailedPreStopHook among the events of a pod that is about to go, and sends the stop signal at once (pkg/kubelet/kuberuntime of Kubernetes 1.37). The delay that the manifest shows does not exist.",
	Advice:   "Use the hook `sleep: {seconds: N}`, which the kubelet does itself and needs no program for (on by default since Kubernetes 1.30).",
	Severity: gracelint.Error,
}

func checkMissingBinary(s *Service) (gracelint.Finding, bool) {
	program := s.lacksForHook()
	if program.Value == "" {
		return gracelint.Finding{}, false
	}
	without, advice := "", "use the hook `sleep`, which needs no program, or copy it into the image"
	if length := s.Container.PreStop.Duration(); length.Total > 0 {
		without = ", without the " + inSeconds(length.Total) + " that it is to wait"
		advice = fmt.Sprintf("write sleep: {seconds: %.0f} in place of exec, which needs no program", length.Total)
	}
	found := s.inManifest(missingBinary, program.Position,
		fmt.Sprintf("the preStop hook of %s in %s runs %s, which the image does not have (FROM %s): it fails each time, and SIGTERM comes at once%s",
			s.Container.Name, s.Pod, program.Value, s.Image.Stage.Image, without), advice)
	from := s.Image.Stage.From
	found.Related = []gracelint.Related{{Path: s.Image.File.Path, Line: from.Line, Column: from.Column, Message: "this base has no programs but its own, and none is copied in"}}
	found.Fault = s.Manifest.HookFault(s.Container.PreStop)
	return found, true
}

// lacksForHook returns the program that the preStop hook runs, if the image is certain not to have it.
func (s *Service) lacksForHook() manifests.Text {
	if hook := s.Container.PreStop; hook != nil && s.Image.Stage != nil && len(hook.Exec) > 0 && s.Image.Stage.Lacks(hook.Exec[0].Value) {
		return hook.Exec[0]
	}
	return manifests.Text{}
}

// hookFails says why the preStop hook is certain to fail at once; empty when it is not.
func (s *Service) hookFails() string {
	if program := s.lacksForHook().Value; program != "" {
		return "the image has no " + program
	}
	hook := s.Container.PreStop
	switch {
	case hook.TCPSocket != nil:
		return "the kubelet cannot do it"
	case hook.HTTPGet != nil && (s.callsNode(hook.HTTPGet) || s.onLoopback(hook.HTTPGet) != nil):
		return "its request does not reach the program"
	}
	return ""
}

// hookDuration returns how long the container's preStop hook runs.
func (s *Service) hookDuration() manifests.Duration {
	if s.hookFails() != "" {
		return manifests.Duration{Position: s.Container.PreStop.Position, Exact: true}
	}
	return s.Container.PreStop.Duration()
}
