// Package need skips a test where the machine lacks what it needs, and fails it in CI, where nothing is left out.
package need

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// Tools is for tools that have to be on PATH.
func Tools(t *testing.T, tools ...string) {
	t.Helper()
	for _, tool := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			Missing(t, tool+" is not on PATH")
		}
	}
}

// named are those of the tools that texts may name.
var named = []string{"bash", "busybox", "dash", "dumb-init", "gosu", "tini"}

// ToolsIn is Tools for those that the texts name.
func ToolsIn(t *testing.T, texts ...string) {
	t.Helper()
	for _, tool := range named {
		if strings.Contains(strings.Join(texts, " "), tool) {
			Tools(t, tool)
		}
	}
}

// Missing is for anything else.
func Missing(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("in CI nothing is skipped: %s", why)
	}
	t.Skip(why)
}
