package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/internal/lint"
)

const demo = "../../testdata/src/demo"

// gracelintIn runs the command in a folder and returns what it prints; it has to find something.
func gracelintIn(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command(filepath.Join(bin, "gracelint"), args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Fatalf("gracelint in %s: %v, want exit status 1\n%s", dir, err, out)
	}
	return string(out)
}

// needLibrary are the rules whose faults take a library, which the demonstration service does without: it is part of
// this module, whose dependencies every user of gracelint would get.
var needLibrary = []string{
	"serverclose/unbounded-stop", // by default on a gRPC server only
	"serverclose/discarded-stop", // cron, NATS
}

func TestTheDemonstrationServiceFiresEveryRule(t *testing.T) {
	var printed struct{ Findings []gracelint.Finding }
	if err := json.Unmarshal([]byte(gracelintIn(t, demo, "--format", "json")), &printed); err != nil {
		t.Fatal(err)
	}
	var fired []string
	for _, f := range printed.Findings {
		fired = append(append(fired, f.Rule), f.Also...)
	}
	for _, rule := range lint.Rules() {
		if rule == gracelint.IgnoreRule || rule.Strict || slices.Contains(needLibrary, rule.ID) {
			continue
		}
		if !slices.Contains(fired, rule.ID) {
			t.Errorf("%s does not fire on the demonstration service", rule.ID)
		}
		if n := len(slices.DeleteFunc(slices.Clone(fired), func(id string) bool { return id != rule.ID })); rule.Family() == "timeline" && n != 1 {
			t.Errorf("%s fires %d times on the demonstration service, which has one fault of the kind", rule.ID, n)
		}
	}
}

func TestTheReadmeShowsWhatIsSo(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, finding, _ := strings.Cut(string(readme), "\n$ gracelint\n")
	finding, _, _ = strings.Cut(finding, "```")
	if output := gracelintIn(t, demo); finding == "" || !strings.Contains(output, finding) {
		t.Errorf("the README shows\n%s\nand gracelint prints\n%s", finding, output)
	}
	for _, rule := range lint.Rules() {
		if row := fmt.Sprintf("| `%s` | %s | %s |\n", rule.ID, standing(rule), rule.Summary); !strings.Contains(string(readme), row) {
			t.Errorf("the README's table of rules lacks\n%s", row)
		}
	}
}
