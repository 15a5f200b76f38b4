package dockerfile

import (
	"cmp"
	"slices"
	"testing"
)

func TestAComposeFileSaysWhatIsBuilt(t *testing.T) {
	got := ImageBuilds("deploy/compose.yaml", []byte(`
services:
  a:
    build: ../web
    image: registry.example.com/shop/web:${TAG:-latest}
  b:
    build:
      context: ..
      dockerfile: docker/api.Dockerfile
      target: ${STAGE:-api}
    image: ${REGISTRY}/api
  d: {build: {context: ../jobs}, image: "jobs:${TAG}"}
  c:
    build: {target: worker}
  image-only: {image: postgres}
  unknown: {build: {context: "${DIR}"}}
  elsewhere: {build: "https://example.com/repo.git"}
  absolute: {build: /srv}
`))
	slices.SortFunc(got, func(a, b ImageBuild) int { return cmp.Compare(a.Dockerfile, b.Dockerfile) })
	want := []ImageBuild{
		{"deploy/Dockerfile", "deploy", "worker", ""},
		{"docker/api.Dockerfile", ".", "api", ""},
		{"jobs/Dockerfile", "jobs", "", "jobs"},
		{"web/Dockerfile", "web", "", "registry.example.com/shop/web:latest"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, src := range []string{"", "a: [", "services: 1", "services: {a: {build: [1]}}"} {
		if got := ImageBuilds("compose.yaml", []byte(src)); got != nil {
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

func TestASkaffoldFileSaysWhatIsBuilt(t *testing.T) {
	got := ImageBuilds("deploy/skaffold.yaml", []byte(`
apiVersion: skaffold/v4beta1
kind: Config
build:
  artifacts:
    - image: web
      context: ../src/web
    - image: api
      docker: {dockerfile: docker/api.Dockerfile, target: run}
    - image: tool
      ko: {main: ./cmd/tool}
    - image: templated
      context: "{{.DIR}}"
---
apiVersion: skaffold/v4beta1
kind: Config
profiles:
  - name: debug
    build:
      artifacts:
        - image: debug
          kaniko: {}
        - image: web-debug
          context: ../src/web
          docker: {dockerfile: debug.Dockerfile}
`))
	want := []ImageBuild{
		{"src/web/Dockerfile", "src/web", "", "web"},
		{"deploy/docker/api.Dockerfile", "deploy", "run", "api"},
		{"src/web/debug.Dockerfile", "src/web", "", "web-debug"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := ImageBuilds("web.yaml", []byte("build: {artifacts: [{image: web}]}")); got != nil {
		t.Errorf("a file of another name: %v, want nothing", got)
	}
}
