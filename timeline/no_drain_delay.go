package timeline

import (
	"fmt"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
)

var noDrainDelay = &gracelint.Rule{
	ID:       "timeline/no-drain-delay",
	Summary:  "a server behind a Service stops listening at SIGTERM itself, while connections are still sent to it",
	Why:      "Two parties see the deletion of a pod at the same time: the kubelet, which sends SIGTERM when there is no preStop hook, and the control plane, which has every node and load balancer withdraw the endpoint. Nothing waits for the other. A graceful stop closes the listener first, so until the last of them has heard, new connections are refused (pkg/kubelet/kuberuntime and endpointslice of Kubernetes 1.37; kubernetes/kubernetes#43576).",
	Advice:   "Wait before the stop, 5 to 15 s: a preStop hook `sleep: {seconds: 5}`, or a sleep in the code between the signal and the stop.",
	Severity: gracelint.Warning,
}

// delay is how many seconds the advice gives for the withdrawal of endpoints.
const delay = 5

func checkNoDrainDelay(s *Service) (gracelint.Finding, bool) {
	if s.Container.PreStop != nil || s.Pod.Partial || s.Patched {
		return gracelint.Finding{}, false
	}
	stop := s.Stop()
	server, behind := s.stopsListening(&stop), s.withdrawn()
	if server == nil || behind == nil {
		return gracelint.Finding{}, false
	}
	call, limit := limited(server)
	found := s.inManifest(noDrainDelay, s.Container.Position,
		fmt.Sprintf("%s of %s stops listening 0 s after its pod is deleted, at SIGTERM itself (%s, %s), while Service %s still sends it connections: until every node has withdrawn the endpoint, they are refused",
			s.Container.Name, s.Pod, call.Method, call.At, behind.Service.Name),
		fmt.Sprintf("let it wait first: lifecycle: {preStop: {sleep: {seconds: %d}}}", delay))
	if needs := delay + limit; needs > stop.Grace.Seconds {
		found.Advice += fmt.Sprintf(", and raise terminationGracePeriodSeconds above %s", inSeconds(needs))
	}
	found.Related = append(inCode(call.At, "the listener is closed here"),
		gracelint.Related{Path: behind.Path, Line: behind.Service.Line, Column: behind.Service.Column, Message: "this Service sends it connections"})
	// Which of several containers the Service means is not known, and behind a headless one clients choose the pod.
	found.Strict = len(s.Pod.Containers) > 1 || behind.Service.Headless
	return found, true
}

// stopsListening returns a server, there for more than operators, whose graceful stop begins when the signal comes. It
// returns nil when there is none, or another rule speaks of the way it ends.
func (s *Service) stopsListening(stop *Stop) *lifecycle.Server {
	signal := slices.IndexFunc(stop.Bars, func(b Bar) bool { return b.Kind == "signal" })
	for i := range s.Program.Servers {
		server := &s.Program.Servers[i]
		if server.Side || server.Worker || !server.AtOnce || server.Stop != lifecycle.StopGraceful {
			continue
		}
		call, _ := limited(server)
		if slices.ContainsFunc(stop.Bars, func(b Bar) bool {
			return b.Kind == "stop" && b.At == call.At.String() && b.From.Seconds == stop.Bars[signal].From.Seconds
		}) {
			return server
		}
	}
	return nil
}

// withdrawn returns a Service that sends the container connections until its endpoint is withdrawn, one with a cluster IP
// before one without. From one that publishes addresses which are not ready it never is, as manifests/publish-not-ready says.
func (s *Service) withdrawn() *Route {
	var found *Route
	for i := range s.Routes {
		if r := &s.Routes[i]; r.Service.PublishUnready == nil && (found == nil || found.Service.Headless) {
			found = r
		}
	}
	return found
}
