package timeline

import (
	"fmt"
	"net"
	"slices"
	"strconv"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/manifests"
)

var unreachableHook = &gracelint.Rule{
	ID:       "timeline/unreachable-hook",
	Summary:  "a preStop hook sends its request where the program does not get it",
	Why:      "The kubelet sends the request of an httpGet hook from the node to the pod's address: a server that listens on 127.0.0.1 does not get it, and a hook whose host is 127.0.0.1 reaches the node itself. The hook fails then, and the stop signal comes at once. Whether the path exists the kubelet does not ask: an answer of 404 counts as success, and the hook has done nothing (runHTTPHandler in pkg/kubelet/lifecycle of Kubernetes 1.37).",
	Advice:   "Let the server of the hook listen on all addresses, leave host out, and name a path that the program registers; for a delay alone use the hook `sleep`.",
	Severity: gracelint.Warning,
}

func checkUnreachableHook(s *Service) (gracelint.Finding, bool) {
	if s.Container.PreStop == nil || s.Container.PreStop.HTTPGet == nil {
		return gracelint.Finding{}, false
	}
	get := s.Container.PreStop.HTTPGet
	port := s.port(get.Port)
	hook := fmt.Sprintf("the preStop hook of %s in %s", s.Container.Name, s.Pod)
	const fails = "the hook fails each time, and SIGTERM comes at once"
	if s.callsNode(get) {
		found := s.inManifest(unreachableHook, get.Position,
			fmt.Sprintf("%s calls %s, which is the node for the kubelet that sends the request, and not the pod: %s", hook, get.Host, fails),
			"leave host out, and let the server listen on all addresses")
		found.Fault = s.Manifest.HookFault(s.Container.PreStop)
		return found, true
	}
	if l := s.onLoopback(get); l != nil {
		host, _, _ := net.SplitHostPort(l.Address)
		found := s.inManifest(unreachableHook, get.Position,
			fmt.Sprintf("%s calls port %s of the pod's address, and the server of that port listens on %s alone (%s): %s", hook, port, host, l.At, fails),
			fmt.Sprintf("let it listen on %q, or use the hook sleep", ":"+port))
		found.Related = inCode(l.At, "this server listens on "+l.Address)
		found.Fault = s.Manifest.HookFault(s.Container.PreStop)
		return found, true
	}
	if get.Host != "" || port == "" {
		return gracelint.Finding{}, false
	}
	for i := range s.Program.Servers {
		server := &s.Program.Servers[i]
		if _, listens, err := net.SplitHostPort(server.Address); err != nil || listens != port || len(server.Routes) == 0 || serves(server, get.Path) {
			continue
		}
		found := s.inManifest(unreachableHook, get.Position,
			fmt.Sprintf("%s gets %s on port %s, and the server there (%s) serves nothing but %s: it answers 404 or 405, which the kubelet takes for success, and nothing is done before SIGTERM",
				hook, pathOf(get.Path), port, server.At, strings.Join(server.Routes, ", ")),
			"name a path that it serves to GET, or use the hook sleep")
		found.Related = inCode(server.At, "this server listens on "+server.Address)
		return found, true
	}
	return gracelint.Finding{}, false
}

// callsNode reports whether the kubelet calls its own node in place of the pod.
func (s *Service) callsNode(get *manifests.Target) bool {
	return isLoopback(get.Host) && !s.Pod.HostNetwork
}

// onLoopback returns the server of the port that the kubelet calls at the pod's address, if it listens on loopback.
func (s *Service) onLoopback(get *manifests.Target) *lifecycle.Listener {
	port := s.port(get.Port)
	for i := range s.Program.Loopback {
		l := &s.Program.Loopback[i]
		if _, listens, err := net.SplitHostPort(l.Address); err == nil && listens == port && get.Host == "" {
			return l
		}
	}
	return nil
}

// port returns the number of a port of the pod, as the container declares it when it is given by name; empty when it is
// not known.
func (s *Service) port(port *manifests.Number) string {
	switch {
	case port == nil:
		return ""
	case port.Valid:
		return strconv.FormatInt(port.Value, 10)
	}
	for _, p := range s.Container.Ports {
		if p.Name == port.Written && p.Number != nil && p.Number.Valid {
			return strconv.FormatInt(p.Number.Value, 10)
		}
	}
	return ""
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// pathOf returns the path of a hook's request, without a query.
func pathOf(path string) string {
	path, _, _ = strings.Cut(path, "?")
	return "/" + strings.TrimPrefix(path, "/")
}

// serves reports whether a pattern of the server's http.ServeMux may match a GET of the path: [METHOD ][HOST]/[PATH],
// where a slash at the end stands for all below, and {NAME} for one or more elements.
func serves(server *lifecycle.Server, path string) bool {
	path = pathOf(path)
	return slices.ContainsFunc(server.Routes, func(pattern string) bool {
		method, rest, hasMethod := strings.Cut(pattern, " ")
		if !hasMethod {
			method, rest = "GET", pattern
		}
		slash := strings.IndexByte(rest, '/')
		if method != "GET" || slash < 0 {
			return false
		}
		rest = rest[slash:]
		beginning, _, hasWildcard := strings.Cut(rest, "{")
		return path == rest || hasWildcard && strings.HasPrefix(path, beginning) ||
			strings.HasSuffix(rest, "/") && strings.HasPrefix(path+"/", rest)
	})
}
