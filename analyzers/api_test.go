package analyzers_test

import (
	"testing"

	"github.com/gracelint/gracelint/analyzers/serverclose"
)

func TestTheUserAddsServerTypes(t *testing.T) {
	t.Parallel()
	own := newSuite(shared(), map[string]string{
		"api": "gracelint/api/srv.Server:start=Run|RunUntilSignal,owns=RunUntilSignal,stop=Stop,sentinel=net.ErrClosed",
	})
	for _, f := range shared().under(t, "gracelint/api") {
		checkWants(t, f, by(serverclose.Analyzer, own.analyze(t, f)))
	}
}

func TestWithoutTheFlagAnUnknownTypeIsNoServer(t *testing.T) {
	t.Parallel()
	for _, diagnostic := range asText().analyzeAll(t, serverclose.Analyzer, shared().under(t, "gracelint/api")) {
		t.Error(diagnostic.Message)
	}
}
