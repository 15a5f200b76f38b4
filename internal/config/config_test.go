package config

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
)

var files = []string{"cmd/web", "build/web.Dockerfile", "deploy/web.yaml"}

func has(path string) bool { return slices.Contains(files, path) }

func TestServicesAreRead(t *testing.T) {
	got, notices := Services([]byte(`# what belongs together
services:
  - main: ./cmd/web
    dockerfile: build/web.Dockerfile
    manifests: [deploy/web.yaml]
    container: web
  - {main: cmd/web, dockerfile: build/web.Dockerfile}
`), has)
	want := []Service{
		{3, "cmd/web", "build/web.Dockerfile", []string{"deploy/web.yaml"}, "web"},
		{7, "cmd/web", "build/web.Dockerfile", nil, ""},
	}
	if !reflect.DeepEqual(got, want) || notices != nil {
		t.Errorf("got %v and %v, want %v", got, notices, want)
	}
	if got, notices := Services(nil, has); got != nil || notices != nil {
		t.Errorf("of an empty file: %v, %v", got, notices)
	}
}

func TestWhatIsWrongIsSaidWithItsLine(t *testing.T) {
	for src, want := range map[string]string{
		"servces: []":                                              `1: the file has no key "servces": there is services`,
		"- main":                                                   "1: the file is not a mapping: write `key: value` lines",
		"services:\n  main: cmd/web":                               "2: services is a list: write `- main: …` below it",
		"services:\n  - cmd/web":                                   "2: a service is not a mapping: write `key: value` lines",
		"services:\n- main: cmd/web\n  image: x":                   `3: a service has no key "image": there is container, dockerfile, main, manifests`,
		"services:\n- main: cmd/web\n  main: x":                    `3: a service has the key "main" twice: take one out`,
		"services:\n- main: cmd/wbe\n":                             "2: main: there is no cmd/wbe: correct the path, which begins at the folder of this file",
		"services:\n- main: ../web\n":                              "2: main: ../web does not lie below the folder of this file: write a path from here",
		"services:\n- main: [a]\n":                                 "2: main is one text: write `main: …`",
		"services:\n- main: cmd/web\n  manifests: deploy/web.yaml": "3: manifests is a list of paths: write `manifests: [deploy/web.yaml]`",
		"services:\n- dockerfile: build/web.Dockerfile\n":          "2: a service without main: name the folder of its main package",
		"services:\n- main: cmd/web\n":                             "2: a service that names neither dockerfile nor manifests joins nothing: name one of them",
		"services: [\n":                                            "0: this is not YAML (line 1: did not find expected node content): mend it, or delete the file",
	} {
		services, notices := Services([]byte(src), has)
		if len(notices) != 1 || services != nil {
			t.Errorf("%q: %v, %v", src, services, notices)
		} else if got := fmt.Sprintf("%d: %s", notices[0].Line, notices[0].Message); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", src, got, want)
		}
	}
}

func TestTheNearestFileCounts(t *testing.T) {
	top := t.TempDir()
	below := filepath.Join(top, "a", "b")
	if err := os.MkdirAll(below, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := Find(below, top); got != "" {
		t.Errorf("found %s where there is none", got)
	}
	for _, dir := range []string{top, filepath.Join(top, "a")} {
		file := filepath.Join(dir, Name)
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := Find(below, top); got != file {
			t.Errorf("found %q, want %s", got, file)
		}
	}
	if got := Find(below, below); got != "" {
		t.Errorf("found %s above the top", got)
	}
}
