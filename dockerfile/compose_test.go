package dockerfile

import (
	"cmp"
	"slices"
	"testing"
)

func TestAComposeFileSaysWhatIsBuilt(t *testing.T) {
	got := ComposeBuilds("deploy/compose.yaml", []byte(`
services:
  a:
    build: ../web
  b:
    build:
      context: ..
      dockerfile: docker/api.Dockerfile
      target: ${STAGE:-api}
  c:
    build: {target: worker}
  image-only: {image: postgres}
  unknown: {build: {context: "${DIR}"}}
  elsewhere: {build: "https://example.com/repo.git"}
  absolute: {build: /srv}
`))
	slices.SortFunc(got, func(a, b ComposeBuild) int { return cmp.Compare(a.Dockerfile, b.Dockerfile) })
	want := []ComposeBuild{
		{"deploy/Dockerfile", "deploy", "worker"},
		{"docker/api.Dockerfile", ".", "api"},
		{"web/Dockerfile", "web", ""},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, src := range []string{"", "a: [", "services: 1", "services: {a: {build: [1]}}"} {
		if got := ComposeBuilds("compose.yaml", []byte(src)); got != nil {
			t.Errorf("%q: %v, want nothing", src, got)
		}
	}
}

func TestTheNamesOfComposeFiles(t *testing.T) {
	for name, want := range map[string]bool{
		"compose.yaml": true, "a/compose.yml": true, "docker-compose.yml": true, "docker-compose.prod.yml": true,
		"compose-dev.yaml": true, "compose.json": false, "decompose.yaml": false, "compose/app.yaml": false,
	} {
		if got := IsCompose(name); got != want {
			t.Errorf("IsCompose(%q) = %v", name, got)
		}
	}
}
