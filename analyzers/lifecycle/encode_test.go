package lifecycle

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
)

func TestWhatIsEncodedIsDecoded(t *testing.T) {
	at := origin{Pkg: "example.com/shop", File: "main.go", Line: 300}
	given := &summary{
		Params: []int{0, 2}, Results: []int{1},
		Nodes: []nodeSummary{
			{Fields: []fieldSummary{{"srv", 1}, {"", 2}}, Escaped: true},
			{Methods: []methodSummary{{"Close", []lambdaSummary{{Results: []int{-1}}}}}, Globals: []string{"example.com/shop.srv"}},
			{Consts: []string{"", "=:8080"}},
		},
		Ops: []opSummary{
			{Kind: opStart, Node: 1, API: "net/http.Server", Origin: at, Mode: later, Traits: 1 << 12},
			{Kind: opCall, Call: &callSummary{Method: "Close", Args: []int{0}}, Origin: at, Notes: closedFirst, Ignores: []gracelint.Ignore{{Path: "main.go", Own: true}}},
		},
		Contexts: contextSummary{Stop: 1, Parents: []int{deadContext}},
	}
	encoded := encode(given, "example.com/shop")
	if again := encode(given, "example.com/shop"); !bytes.Equal(encoded, again) {
		t.Error("two encodings of one value differ")
	}
	if n := strings.Count(string(encoded), "example.com/shop"); n != 1 { // in the name of the variable
		t.Errorf("a string that is known stands in the bytes %d times", n-1)
	}
	got := new(summary)
	decode(encoded, got, "example.com/shop")
	if !reflect.DeepEqual(got, given) {
		t.Errorf("got %+v, want %+v", got, given)
	}
}

func TestWhatIsZeroTakesOneByte(t *testing.T) {
	if encoded := encode(new(packageSummary)); len(encoded) != 1 {
		t.Errorf("%d bytes", len(encoded))
	}
}
