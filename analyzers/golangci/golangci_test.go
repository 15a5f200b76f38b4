package golangci_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"github.com/gracelint/gracelint/analyzers"
	_ "github.com/gracelint/gracelint/analyzers/golangci"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

func newPlugin(t *testing.T) register.NewPlugin {
	t.Helper()
	plugin, err := register.GetPlugin("gracelint")
	if err != nil {
		t.Fatal(err)
	}
	return plugin
}

func TestThePluginBringsEveryAnalyzerWithTypes(t *testing.T) {
	for _, settings := range []any{nil, map[string]any{}} {
		plugin, err := newPlugin(t)(settings)
		if err != nil {
			t.Fatalf("settings %v: %v", settings, err)
		}
		got, err := plugin.BuildAnalyzers()
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != len(analyzers.All) {
			t.Errorf("the plugin brings %d analyzers, want all %d", len(got), len(analyzers.All))
		}
		if err := analysis.Validate(got); err != nil {
			t.Error(err)
		}
		if mode := plugin.GetLoadMode(); mode != register.LoadModeTypesInfo {
			t.Errorf("load mode %q: facts need types", mode)
		}
	}
}

// heedless does not look at `want` comments, which speak of facts too.
type heedless struct{}

func (heedless) Errorf(string, ...any) {}

func TestRelatedPlacesAreNoIssuesOfTheirOwn(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	plugin, err := newPlugin(t)(nil)
	if err != nil {
		t.Fatal(err)
	}
	all, err := plugin.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		if a.Name != "serverclose" {
			continue
		}
		for _, result := range analysistest.Run(heedless{}, testdata, a, "serverclose/dead-context/bad") {
			for _, d := range result.Action.Diagnostics {
				if len(d.Related) > 0 {
					t.Errorf("%q has related places", d.Message)
				}
			}
		}
	}
}

func TestThePluginTakesServerTypes(t *testing.T) {
	defer lifecycle.Analyzer.Flags.Set("api", "")
	if _, err := newPlugin(t)(map[string]any{"api": []string{"company.example/srv.Server:start=Run,stop=Stop", "company.example/srv.Worker:begin=Go,stop=Stop"}}); err != nil {
		t.Fatal(err)
	}
	if got, want := lifecycle.Analyzer.Flags.Lookup("api").Value.String(), "company.example/srv.Server;company.example/srv.Worker"; got != want {
		t.Errorf("the analyzer knows %q, want %q", got, want)
	}
	_, err := newPlugin(t)(map[string]any{"api": []string{"Server"}})
	if err == nil || !strings.Contains(err.Error(), `settings: api: "Server": a colon has to follow the type, as in `) {
		t.Errorf("a wrong value gives %v", err)
	}
}

func TestSettingsThatDoNotExistAreAnError(t *testing.T) {
	for _, settings := range []any{map[string]any{"strict": true}, []string{"strict"}} {
		_, err := newPlugin(t)(settings)
		if err == nil {
			t.Errorf("settings %v are taken", settings)
		} else if !strings.Contains(err.Error(), "settings") {
			t.Errorf("%v: the error does not say that it is about settings", err)
		}
	}
}
