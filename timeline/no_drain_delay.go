package timeline

import (
	"fmt"
	"net"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/manifests"
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
	server, behind := s.stopsListening(&stop)
	if server == nil {
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
		gracelint.Related{Path: behind.File.Path, Line: behind.Service.Line, Column: behind.Service.Column, Message: "this Service sends it connections"})
	// Which of several containers the Service means is not known, and behind a headless one clients choose the pod.
	found.Strict = len(s.Pod.Containers) > 1 || behind.Service.Headless
	return found, true
}

// stopsListening returns a server, there for more than operators, whose graceful stop begins when the signal comes, and a
// Service that sends it connections until then. It returns none when there is none, or another rule speaks of the way it
// ends.
func (s *Service) stopsListening(stop *Stop) (*lifecycle.Server, *Route) {
	signal := slices.IndexFunc(stop.Bars, func(b Bar) bool { return b.Kind == "signal" })
	for i := range s.Program.Servers {
		server := &s.Program.Servers[i]
		if server.Side || server.Worker || !server.AtOnce || server.Stop != lifecycle.StopGraceful {
			continue
		}
		call, _ := limited(server)
		begins := func(b Bar) bool {
			return b.Kind == "stop" && b.At == call.At.String() && b.From.Seconds == stop.Bars[signal].From.Seconds
		}
		if route := s.routeTo(server); route != nil && slices.ContainsFunc(stop.Bars, begins) {
			return server, route
		}
	}
	return nil, nil
}

// limited returns the server's graceful stop, and how many seconds it may take at most: 0 when that is not known, or
// not the same for each.
func limited(s *lifecycle.Server) (stop lifecycle.StopCall, limit float64) {
	for _, call := range s.Stops {
		switch {
		case !call.Graceful:
		case stop.Method == "":
			stop, limit = call, float64(call.Limit)
		case float64(call.Limit) != limit:
			limit = 0
		}
	}
	if stop.Method == "" {
		stop = s.Stops[0]
	}
	return stop, limit
}

// routeTo returns a Service that sends the server connections until its endpoint is withdrawn, one with a cluster IP
// before one without. From one that publishes addresses which are not ready it never is, as manifests/publish-not-ready
// says.
func (s *Service) routeTo(server *lifecycle.Server) *Route {
	var found *Route
	for i := range s.Routes {
		r := &s.Routes[i]
		if r.Service.PublishUnready == nil && s.mayReach(r.Service, server) && (found == nil || found.Service.Headless) {
			found = r
		}
	}
	return found
}

// mayReach reports whether one of the Service's ports is the server's. A port that is not known may be that of the only
// server there is.
func (s *Service) mayReach(service *manifests.Service, server *lifecycle.Server) bool {
	_, listens, err := net.SplitHostPort(server.Address)
	only := !slices.ContainsFunc(s.Program.Servers, func(other lifecycle.Server) bool { return !other.Side && !other.Worker && other.At != server.At })
	return len(service.Ports) == 0 && only || slices.ContainsFunc(service.Ports, func(p manifests.Number) bool {
		if port := s.port(&p); port != "" && err == nil {
			return port == listens
		}
		return only
	})
}
