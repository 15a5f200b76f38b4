// Package golangci is gracelint's plugin for golangci-lint: the Go analyzers, under the name gracelint. golangci-lint
// keeps what stands in Go files only, so Dockerfiles and manifests are for the gracelint command.
package golangci

import (
	"fmt"
	"slices"

	"github.com/golangci/plugin-module-register/register"
	"github.com/gracelint/gracelint/analyzers"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

func init() { // how golangci-lint finds a plugin
	register.Plugin("gracelint", New)
}

// settings are what stands under settings in golangci-lint's configuration.
type settings struct {
	API []string `json:"api"` // server types of the user's own, as the flag -lifecycle.api takes them
}

// New makes the plugin. conf is nil or its settings; one that does not exist is an error.
func New(conf any) (register.LinterPlugin, error) {
	if conf == nil {
		return plugin{}, nil
	}
	s, err := register.DecodeSettings[settings](conf)
	if err != nil {
		return nil, err
	}
	for _, api := range s.API {
		if err := lifecycle.Analyzer.Flags.Set("api", api); err != nil {
			return nil, fmt.Errorf("gracelint's settings: api: %w", err)
		}
	}
	return plugin{}, nil
}

type plugin struct{}

// BuildAnalyzers leaves related places out: golangci-lint makes an issue of each, which stays when a nolint comment
// silences the finding.
func (plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	all := slices.Clone(analyzers.All)
	for i, a := range all {
		if a == lifecycle.Analyzer { // the others require this very one
			continue
		}
		alone := *a
		alone.Run = func(pass *analysis.Pass) (any, error) {
			mine := *pass
			mine.Report = func(d analysis.Diagnostic) {
				d.Related = nil
				pass.Report(d)
			}
			return a.Run(&mine)
		}
		all[i] = &alone
	}
	return all, nil
}

func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo } // facts need types
