package govet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/gracelint/gracelint/testdata/cost"
)

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"m": {"lifecycle": [{"message": "{\"checked\":\"m\"}"}, {"message": "{\"ignore\":{\"path\":\"a.go\",\"line\":1}}"}]}}`,
		`{"m/a [m/a.test]": {"x": {"error": "it failed"}}}` + "\n" + `{"m": {"serverclose": [{"message": "{\"finding\":{\"rule\":\"a/b\",\"path\":\"a.go\",\"line\":1,\"column\":2},\"elsewhere\":{\"package\":\"m\",\"file\":\"b.go\",\"line\":3}}"}]}}`,
		`{"m": {"lifecycle": [{"message": "{\"program\":{\"path\":\"m\"}}"}, {"message": "no JSON"}]}}`,
		`{"m": null} {"m": {"a": null}} {"m": {"a": [null]}} [`, strings.Repeat(`{"m":`, 12_000), strings.Repeat(`{"m": {"a": []}}`, 1_000),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, output []byte) {
		cost.Linear(t, len(output), 20, 2_000, func() {
			r := &run{
				module: &Module{Dir: "/m", Wants: func(string) bool { return false }, Dirs: []string{"/m"}},
				path:   "m", listed: map[string]string{}, checked: map[string]bool{}, result: &Result{},
			}
			d := decoder{run: r, seen: map[string]bool{}, lines: map[string][]string{}}
			_ = d.decode(bytes.NewReader(output)) // what cannot be decoded is told by the caller
			for _, notice := range r.result.Notices {
				if notice.Path != "/m" {
					t.Errorf("a notice of %q", notice.Path)
				}
			}
		})
	})
}
