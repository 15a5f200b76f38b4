// Package analyzers is the suite of Go analyzers, for a driver that takes all of them.
package analyzers

import (
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/analyzers/serverclose"
	"github.com/gracelint/gracelint/analyzers/signalnotify"
	"github.com/gracelint/gracelint/analyzers/wggo"
	"golang.org/x/tools/go/analysis"
)

// All lists the analyzers. lifecycle is among them although the others require it: drivers take flags and
// diagnostics from the listed ones only.
var All = []*analysis.Analyzer{lifecycle.Analyzer, signalnotify.Analyzer, serverclose.Analyzer, wggo.Analyzer}
