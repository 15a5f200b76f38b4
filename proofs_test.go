package gracelint_test

import (
	"flag"
	"runtime"
	"testing"

	"github.com/gracelint/gracelint/testdata/proofs"
)

var update = flag.Bool("update", false, "write testdata/proofs/measured.tsv anew, with go.mod and go.sum of its build")

func TestTheBadExamplesLoseWorkAndTheGoodOnesDoNot(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no SIGTERM to send")
	}
	proofs.Test(t, *update)
}
