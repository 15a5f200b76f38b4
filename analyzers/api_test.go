package analyzers_test

import (
	"testing"

	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/analyzers/serverclose"
	"golang.org/x/tools/go/analysis/analysistest"
)

func TestTheUserAddsServerTypes(t *testing.T) {
	api := lifecycle.Analyzer.Flags.Lookup("api").Value
	if err := api.Set("gracelint/api/srv.Server:start=Run|RunUntilSignal,owns=RunUntilSignal,stop=Stop,sentinel=net.ErrClosed"); err != nil {
		t.Fatal(err)
	}
	defer api.Set("")
	analysistest.Run(t, testdata(t), serverclose.Analyzer, "gracelint/api/...")
}

func TestWithoutTheFlagAnUnknownTypeIsNoServer(t *testing.T) {
	for _, result := range run(t, serverclose.Analyzer, "gracelint/api/...") {
		for _, diagnostic := range result.Action.Diagnostics {
			t.Error(diagnostic.Message)
		}
	}
}
