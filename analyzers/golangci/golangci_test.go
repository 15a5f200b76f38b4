package golangci_test

import (
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"github.com/gracelint/gracelint/analyzers"
	_ "github.com/gracelint/gracelint/analyzers/golangci"
	"golang.org/x/tools/go/analysis"
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
