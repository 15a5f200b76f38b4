package manifests

import (
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
)

func TestTheSecondsOfAHookAreALowerBound(t *testing.T) {
	tests := []struct {
		command      []string
		total, alone float64
	}{
		{[]string{"sleep", "30"}, 30, 30},
		{[]string{"/bin/sleep", "30s"}, 30, 30},
		{[]string{"sleep", "1m", "30.5s"}, 90.5, 90.5},
		{[]string{"sleep", ".5h"}, 1800, 1800},
		{[]string{"sleep", "1d"}, 86400, 86400},
		{[]string{"sleep"}, 0, 0},
		{[]string{"sleep", "infinity"}, forever, forever},
		{[]string{"sleep", "-5"}, 0, 0},
		{[]string{"sleep", "$(SECONDS)"}, 0, 0},
		{[]string{"sleep", "30", "&&", "true"}, 0, 0},
		{[]string{"sleep 30"}, 0, 0},
		{[]string{"/usr/sbin/nginx", "-s", "quit"}, 0, 0},
		{[]string{"python", "-c", "sleep 30"}, 0, 0},
		{[]string{"timeout", "5", "sleep", "30"}, 0, 0},

		{[]string{"sh", "-c", "sleep 30"}, 30, 30},
		{[]string{"sh", "-c", "sleep", "30"}, 0, 0},
		{[]string{"sh", "sleep 30"}, 0, 0},
		{[]string{"sh", "-c"}, 0, 0},
		{[]string{"/bin/bash", "-o", "pipefail", "-c", "sleep 30"}, 30, 30},
		{[]string{"bash", "--norc", "-lc", "exec /bin/sleep 30"}, 30, 30},
		{[]string{"sh", "-c", "sleep 5; nginx -s quit; sleep 20"}, 25, 5},
		{[]string{"sh", "-c", "nginx -s quit; sleep 20"}, 20, 0},
		{[]string{"sh", "-ec", "sleep 5; nginx -s quit; sleep 20"}, 5, 5},
		{[]string{"sh", "-c", "set -e\nsleep 5\n[ -e /x ]\nsleep 20"}, 5, 5},
		{[]string{"sh", "-c", "sleep 5 && sleep 5 && nginx -s quit && sleep 20"}, 10, 10},
		{[]string{"sh", "-c", "echo bye; date; sleep 10"}, 10, 10},
		{[]string{"sh", "-c", "[ -e /x ] && sleep 10"}, 0, 0},
		{[]string{"sh", "-c", "sleep 10 || sleep 20"}, 10, 10},
		{[]string{"sh", "-c", "sleep 10 & sleep 5"}, 5, 5},
		{[]string{"sh", "-c", "nginx -s quit & sleep 5"}, 5, 0},
		{[]string{"sh", "-c", "{ sleep 10; (sleep 5); }"}, 15, 15},
		{[]string{"sh", "-c", "if true; then sleep 10; fi; sleep 1"}, 1, 1},
		{[]string{"sh", "-c", "if [ -e /x ]; then exit 0; fi; sleep 10"}, 0, 0},
		{[]string{"sh", "-c", "while pgrep app; do sleep 1; done; sleep 10"}, 10, 0},
		{[]string{"sh", "-c", "sleep 5; exit 0; sleep 10"}, 5, 5},
		{[]string{"sh", "-c", "sleep 5 && exit; sleep 10"}, 5, 5},
		{[]string{"sh", "-c", "exec sleep 5; sleep 10"}, 5, 5},
		{[]string{"sh", "-c", "exec nginx -s quit; sleep 10"}, 0, 0},
		{[]string{"sh", "-c", "exec > /proc/1/fd/1; sleep 10"}, 0, 0},
		{[]string{"sh", "-c", "! sleep 10"}, 0, 0},
		{[]string{"sh", "-c", "sleep $(cat /delay)"}, 0, 0},
		{[]string{"sh", "-c", "sleep ${DELAY:-30}"}, 0, 0},
		{[]string{"sh", "-c", "X=1 sleep 10; Y=2; sleep 5"}, 15, 15},
		{[]string{"sh", "-c", "$STOP; sleep 10"}, 10, 0},
		{[]string{"sh", "-c", "sleep 10; if"}, 0, 0},
		{[]string{"sh", "-c", "sleep 10 #" + strings.Repeat("(", gracelint.MaxLine)}, 0, 0},
	}
	for _, test := range tests {
		var hook Hook
		for _, word := range test.command {
			hook.Exec = append(hook.Exec, Text{Value: word})
		}
		if got := hook.Duration(); got.Total != test.total || got.Alone != test.alone {
			t.Errorf("%.60q: want %v s, %v s alone, got %v and %v", test.command, test.total, test.alone, got.Total, got.Alone)
		}
	}
}

func TestWhetherAHookTakesNoLonger(t *testing.T) {
	for line, want := range map[string]bool{
		"sleep 30":                            true,
		"echo bye; date; sleep 10":            true,
		"{ sleep 10; (sleep 5); }":            true,
		"sleep 10 || sleep 20":                true,
		"echo bye || sleep 20; sleep 1":       true,
		"exec sleep 10":                       true,
		"sleep 5; nginx -s quit":              false,
		"sleep 10 & sleep 5":                  false,
		"cat /dev/stdin; sleep 5":             false,
		"[ -e /x ] && sleep 10":               false,
		"sleep 5; if true; then sleep 10; fi": false,
		"sleep 5; sleep $DELAY":               false,
		"":                                    false,
	} {
		hook := Hook{Exec: []Text{{Value: "sh"}, {Value: "-c"}, {Value: line}}}
		if got := hook.Duration().Exact; got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
	for name, hook := range map[string]Hook{
		"sleep":     {Sleep: &Number{Value: 5, Valid: true}},
		"exec":      {Exec: []Text{{Value: "/bin/sleep"}, {Value: "5"}}},
		"tcpSocket": {TCPSocket: &Target{}},
	} {
		if !hook.Duration().Exact {
			t.Errorf("the length of %s is known", name)
		}
	}
	for name, hook := range map[string]Hook{
		"httpGet":       {HTTPGet: &Target{}},
		"a program":     {Exec: []Text{{Value: "/drain"}}},
		"sleep forever": {Exec: []Text{{Value: "sleep"}, {Value: "infinity"}}},
	} {
		if hook.Duration().Exact {
			t.Errorf("the length of %s is not known", name)
		}
	}
}
