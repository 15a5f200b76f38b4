// Package gracelint holds the words that every part of gracelint speaks: a [Rule], a [Finding] that a rule makes,
// and the [Ignore] comment that takes one back. It imports the standard library only, so that the analyzers stay
// cheap to start and build under any driver.
package gracelint

import "strings"

// Severity says how sure the harm is: an error drops work whenever the pod is stopped, a warning does under a
// condition that the message names.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// A Rule is what gracelint knows of one fault. The help screens and the documentation are made from it; the bad and
// the good example are the fixtures testdata/src/<ID>/bad and testdata/src/<ID>/good.
type Rule struct {
	ID       string   // family/name, such as "serverclose/dead-context"
	Summary  string   // one line without a full stop: what the rule reports
	Why      string   // what happens at SIGTERM, as measured
	Advice   string   // how to mend it
	Severity Severity // of its gravest finding
	Strict   bool     // reported only when asked for
}

// IDs lists every rule there is, so that a part that knows its own rules only can tell a comment that names no rule
// at all. A test holds it against the rules themselves.
var IDs = []string{
	"signalnotify/ignored",
	"signalnotify/uncatchable",
	"signalnotify/ored",
	"signalnotify/catch-all",
	"signalnotify/missing-sigterm",
	"signalnotify/too-late",
	"signalnotify/never-received",
	"signalnotify/exits-at-once",
	"signalnotify/missing-handler",
	"signalnotify/stops-on-noise",
	"signalnotify/closed-channel",
	"signalnotify/unbuffered",
	"signalnotify/lost-stop",
	"serverclose/blocking-go",
	"serverclose/unreachable-stop",
	"serverclose/unstoppable",
	"serverclose/abrupt-stop",
	"serverclose/missing-shutdown",
	"serverclose/dead-context",
	"serverclose/cancelled-requests",
	"serverclose/unbounded-stop",
	"serverclose/fatal-on-close",
	"serverclose/not-awaited",
	"serverclose/skipped-cleanup",
	"serverclose/wrong-order",
	"serverclose/accept-spin",
	"serverclose/late-registration",
	"serverclose/discarded-stop",
	"serverclose/health-still-serving",
	"wggo/done-in-go",
	"wggo/early-done",
	"wggo/missing-done",
	"wggo/skipped-done",
	"wggo/add-in-goroutine",
	"wggo/defer-order",
	"dockerfile/no-shell",
	"dockerfile/invalid-json",
	"dockerfile/init-with-shell",
	"dockerfile/wrapper-pid1",
	"dockerfile/lost-trap",
	"dockerfile/script-without-exec",
	"dockerfile/shell-pid1",
	"dockerfile/unexpanded-variable",
	"dockerfile/stop-signal",
	"dockerfile/ignored-cmd",
	"manifests/prestop-exceeds-grace",
	"manifests/tcpsocket-hook",
	"manifests/hook-port",
	"manifests/hook-command",
	"manifests/grace-zero",
	"manifests/stop-signal",
	"manifests/readiness-grace",
	"manifests/probe-grace",
	"manifests/misplaced-field",
	"manifests/wrong-type",
	"manifests/shell-pid1",
	"manifests/unexpanded-variable",
	"manifests/sidecar-hook",
	"manifests/publish-not-ready",
	"manifests/delete-webhook",
	"manifests/kubectl-delete",
	"timeline/over-budget",
	"timeline/signal-not-handled",
	"timeline/missing-binary",
	"timeline/no-drain-delay",
	"timeline/unreachable-hook",
	"timeline/dead-handler",
	"gracelint/ignore",
}

// Family returns the part of the ID before the slash: the analyzer, or the kind of artifact.
func (r *Rule) Family() string {
	family, _, _ := strings.Cut(r.ID, "/")
	return family
}

// Doc returns an analyzer's help text: what it is about, and a line for each of its rules.
func Doc(about string, rules []*Rule) string {
	var b strings.Builder
	b.WriteString(about)
	b.WriteString("\n\nRules:\n")
	for _, r := range rules {
		b.WriteString("\n  " + r.ID + ": " + r.Summary)
		if r.Strict {
			b.WriteString(" (strict: the gracelint command reports it when asked to)")
		}
	}
	return b.String()
}
