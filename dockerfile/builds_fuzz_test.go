package dockerfile

import (
	"path"
	"strings"
	"testing"

	"github.com/gracelint/gracelint/testdata/cost"
)

func FuzzImageBuilds(f *testing.F) {
	for _, seed := range []string{
		"services:\n  a: {build: ., image: x}\n  b: {build: {context: .., dockerfile: b/Dockerfile, target: worker}}\n",
		"build: {artifacts: [{image: a, context: b, docker: {dockerfile: c, target: d}}, {ko: {}}]}\nprofiles: [{build: {artifacts: [{image: x}]}}]\n---\nbuild: {}\n",
		"services: &a {x: {build: {context: ${A:-${B}}}}, y: *a}\n",
		"services: {" + strings.Repeat("a: {build: ", 500) + strings.Repeat("}", 500) + "}\n",
		"a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nservices: {d: {build: {context: *c}}}\n",
		strings.Repeat("---\n", 2_000), strings.Repeat("- ", 5_000), strings.Repeat("[", 12_000), strings.Repeat("? ", 3_000), "services: " + strings.Repeat("{a: ", 3_000),
		"services: {a: {build: '" + strings.Repeat("${A:-", 2_000) + strings.Repeat("}", 2_000) + "'}}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, name := range []string{"deploy/compose.yaml", "deploy/skaffold.yaml"} {
			var builds []ImageBuild
			cost.Linear(t, len(src), 60, 10_000, func() { builds = ImageBuilds(name, src) })
			for _, build := range builds {
				if path.IsAbs(build.Dockerfile) || path.IsAbs(build.Context) {
					t.Errorf("%+v is not relative", build)
				}
			}
		}
	})
}
