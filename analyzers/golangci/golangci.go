// Package golangci is gracelint's plugin for golangci-lint: the Go analyzers, under the name gracelint. golangci-lint
// keeps what stands in Go files only, so Dockerfiles and manifests are for the gracelint command.
package golangci

import (
	"github.com/golangci/plugin-module-register/register"
	"github.com/gracelint/gracelint/analyzers"
	"golang.org/x/tools/go/analysis"
)

func init() { // how golangci-lint finds a plugin
	register.Plugin("gracelint", New)
}

// New makes the plugin. There are no settings yet: conf is nil or empty, and anything in it is an error.
func New(conf any) (register.LinterPlugin, error) {
	if conf != nil {
		if _, err := register.DecodeSettings[struct{}](conf); err != nil {
			return nil, err
		}
	}
	return plugin{}, nil
}

type plugin struct{}

func (plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) { return analyzers.All, nil }

func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo } // facts need types
