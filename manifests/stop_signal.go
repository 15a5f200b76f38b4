package manifests

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gracelint/gracelint"
)

var stopSignal = &gracelint.Rule{
	ID:       "manifests/stop-signal",
	Summary:  "a stopSignal that cannot be caught, does not exist, or is dropped",
	Why:      "SIGKILL and SIGSTOP cannot be caught, so nothing drains. The API server rejects names that it does not know (they begin with SIG, and numbers are none), and a stopSignal without spec.os.name. By default it drops the field, silently: the feature gate ContainerStopSignals is off up to Kubernetes 1.37, and the container gets its image's STOPSIGNAL, or SIGTERM; that is reported in strict mode (pkg/apis/core/validation, pkg/features).",
	Advice:   "Name a signal that the app catches, set spec.os.name, and turn the gate on; or set STOPSIGNAL in the Dockerfile, which works everywhere.",
	Severity: gracelint.Error,
}

// signals are the names that the API knows on Linux, but for the real-time ones. The module in apicheck holds them
// against k8s.io/api.
var signals = strings.Fields(`
	SIGABRT SIGALRM SIGBUS SIGCHLD SIGCLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT SIGIO SIGIOT SIGKILL SIGPIPE SIGPOLL
	SIGPROF SIGPWR SIGQUIT SIGSEGV SIGSTKFLT SIGSTOP SIGSYS SIGTERM SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1
	SIGUSR2 SIGVTALRM SIGWINCH SIGXCPU SIGXFSZ SIGRTMIN SIGRTMAX`)

func isSignal(name string) bool {
	for prefix, most := range map[string]int{"SIGRTMIN+": 15, "SIGRTMAX-": 14} {
		if offset, ok := strings.CutPrefix(name, prefix); ok {
			n, err := strconv.Atoi(offset)
			return err == nil && n >= 1 && n <= most && strconv.Itoa(n) == offset
		}
	}
	return slices.Contains(signals, name)
}

func checkStopSignal(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for pod, c := range f.stopping() {
		signal := c.StopSignal
		if signal.Line == 0 || strings.Contains(signal.Value, "$") {
			continue
		}
		of := fmt.Sprintf("the stopSignal of container %s in %s", c.Name, pod)
		var finding gracelint.Finding
		switch {
		case signal.Value == "SIGKILL" || signal.Value == "SIGSTOP":
			finding = f.finding(stopSignal, signal.Position,
				fmt.Sprintf("%s is %s, which no program can catch, so nothing drains", of, signal.Value),
				"name a signal that the app catches, such as SIGTERM")
		case !isSignal(signal.Value):
			finding = f.finding(stopSignal, signal.Position,
				of+" is no name of a signal that the API knows, so the API server rejects the pod",
				"write a name such as SIGTERM or SIGQUIT")
		case pod.OS == "windows" && signal.Value != "SIGTERM":
			finding = f.finding(stopSignal, signal.Position,
				fmt.Sprintf("%s is %s, and on Windows the API server knows SIGTERM and SIGKILL only, so it rejects the pod", of, signal.Value),
				"write SIGTERM")
		case pod.OS == "" && !pod.Partial:
			finding = f.finding(stopSignal, signal.Position,
				of+" needs spec.os.name beside it: without, the API server rejects the pod, or drops the signal where the feature gate ContainerStopSignals is off",
				"add os: {name: linux} to the pod's spec")
		default:
			finding = f.finding(stopSignal, signal.Position,
				of+" is dropped by a cluster whose feature gate ContainerStopSignals is off, as it is by default up to Kubernetes 1.37: the container gets its image's STOPSIGNAL, or SIGTERM",
				"turn the gate on, or set STOPSIGNAL in the Dockerfile")
			finding.Strict = true
		}
		findings = append(findings, finding)
	}
	return findings
}
