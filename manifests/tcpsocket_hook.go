package manifests

import (
	"fmt"

	"github.com/gracelint/gracelint"
)

var tcpSocketHook = &gracelint.Rule{
	ID:       "manifests/tcpsocket-hook",
	Summary:  "a preStop hook that opens a TCP connection, which the kubelet cannot do",
	Why:      "The API server accepts tcpSocket as a hook, but the kubelet has no code for it: it reports FailedPreStopHook (invalid handler) each time and sends SIGTERM at once, so the hook delays nothing (pkg/kubelet/lifecycle of Kubernetes 1.37; the API documents the field as deprecated and failing at runtime).",
	Advice:   "Use `sleep` to wait until the endpoints are withdrawn, `httpGet` or `exec` to tell the app.",
	Severity: gracelint.Error,
}

func checkTCPSocketHook(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for pod, c := range f.hooks() {
		if c.PreStop.TCPSocket != nil {
			findings = append(findings, f.finding(tcpSocketHook, c.PreStop.TCPSocket.Position,
				fmt.Sprintf("the preStop hook of container %s in %s is a tcpSocket, which the kubelet cannot run: it fails each time, and SIGTERM comes at once", c.Name, pod),
				"use sleep to wait, httpGet or exec to tell the app"))
		}
	}
	return findings
}
