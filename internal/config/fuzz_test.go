package config

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/cost"
)

func FuzzServices(f *testing.F) {
	for _, seed := range []string{
		"services:\n- main: cmd/web\n  dockerfile: Dockerfile\n  manifests: [deploy]\n  container: web\n",
		"services: [{main: ../x, manifests: x}, {}, a, {main: [a]}, {main: a, main: b}]\n", "services: &a [*a]\n", "a: &a [b]\nservices: [{main: x, manifests: [*a, *a]}]\n",
		"[", "services: {a: b}\nother: 1\n", strings.Repeat("[", 12_000), "services: [" + strings.Repeat("{main: a, manifests: [b]},", 1_000) + "]", strings.Repeat("k: v\n", 2_000), "services: [{? {a: b} : c}]",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		var services []Service
		var notices []gracelint.Notice
		cost.Linear(t, len(src), 60, 10_000, func() {
			services, notices = Services(src, func(path string) bool { return !strings.Contains(path, "x") })
		})
		for _, s := range services {
			for _, path := range append([]string{s.Main, s.Dockerfile}, s.Manifests...) {
				if path != "" && !filepath.IsLocal(path) {
					t.Errorf("%q leads out of the folder", path)
				}
			}
		}
		for _, n := range notices {
			if n.Message == "" || n.Kind != gracelint.Failed {
				t.Errorf("%+v", n)
			}
		}
	})
}
