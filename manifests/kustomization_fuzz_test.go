package manifests

import (
	"strings"
	"testing"

	"github.com/gracelint/gracelint/testdata/cost"
)

func FuzzParseKustomization(f *testing.F) {
	for _, seed := range []string{
		"images: [{name: a, newName: b, newTag: c}, {name: d}]\npatches:\n- patch: |\n    spec: {terminationGracePeriodSeconds: 5}\n",
		"images: &a [*a]\n", "a: &a [x, x]\nimages: [{name: *a}]\n", strings.Repeat("[", 12_000), strings.Repeat("images:\n- ", 1_000), "images: [" + strings.Repeat("{name: a, newName: b},", 1_000) + "]",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		cost.Linear(t, len(src), 60, 10_000, func() {
			k := ParseKustomization(src)
			for _, image := range k.Images {
				if image.Name == "" || image.NewName == "" {
					t.Errorf("%+v renames nothing", image)
				}
			}
			k.MayPatch(&Pod{Object: Object{Kind: "Deployment", Name: "web"}})
		})
	})
}
