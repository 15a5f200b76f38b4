package manifests

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
)

// apply returns src after the fix.
func apply(src []byte, fix gracelint.Fix) []byte {
	edits := slices.Clone(fix.Edits)
	slices.SortFunc(edits, func(a, b gracelint.Edit) int { return b.Start - a.Start })
	for _, e := range edits {
		src = slices.Concat(src[:e.Start], []byte(e.New), src[e.End:])
	}
	return src
}

func TestAFixTakesItsFindingAwayAndLeavesTheRest(t *testing.T) {
	fixed := map[string]bool{}
	for path, src := range everyFixture(t) {
		before := checkFile(t, path)
		for _, f := range before {
			for _, fix := range f.Fixes {
				fixed[f.Rule] = true
				mended := apply(src, fix)
				changed := filepath.Join(t.TempDir(), filepath.Base(path))
				if err := os.WriteFile(changed, mended, 0o600); err != nil {
					t.Fatal(err)
				}
				if after := checkFile(t, changed); len(after) != len(before)-1 {
					t.Errorf("%s:%d: %d findings before the fix %q and %d after it in\n%s", path, f.Line, len(before), fix.Message, len(after), mended)
				}
				if bytes.Count(src, []byte("#")) != bytes.Count(mended, []byte("#")) {
					t.Errorf("%s:%d: the fix %q loses a comment", path, f.Line, fix.Message)
				}
			}
		}
	}
	for _, rule := range []string{"misplaced-field", "wrong-type", "shell-pid1", "unexpanded-variable", "kubectl-delete"} {
		if !fixed["manifests/"+rule] {
			t.Errorf("no fixture of manifests/%s has a fix", rule)
		}
	}
}

func TestFixesKeepCommentsAndLayout(t *testing.T) {
	const head = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop}\nspec:\n"
	tests := map[string]struct{ src, want string }{
		"a field moves down, with its comment": {
			src: head + `  replicas: 2
  terminationGracePeriodSeconds: 60   # the longest upload
  template:
    metadata: {labels: {app: shop}}
    spec:
      # what runs
      containers:
        - {name: app, image: app}
`,
			want: head + `  replicas: 2
  template:
    metadata: {labels: {app: shop}}
    spec:
      # what runs
      terminationGracePeriodSeconds: 60   # the longest upload
      containers:
        - {name: app, image: app}
`,
		},
		"a block moves into the only container, up to the last line of its value": {
			src: head + `  template:
    metadata: {labels: {app: shop}}
    spec:
      lifecycle:
        preStop:
          exec:
            command:
            - sh
            - -c
            - |
              sleep 5

              # tell it
              kill -QUIT 1

      containers:
      - name: app
        image: app
`,
			want: head + `  template:
    metadata: {labels: {app: shop}}
    spec:

      containers:
      - lifecycle:
          preStop:
            exec:
              command:
              - sh
              - -c
              - |
                sleep 5

                # tell it
                kill -QUIT 1
        name: app
        image: app
`,
		},
		"a field moves up": {
			src: head + `  template:
    metadata: {labels: {app: shop}}
    spec:
      containers:
        - name: app
          image: app
          terminationGracePeriodSeconds: 60
`,
			want: head + `  template:
    metadata: {labels: {app: shop}}
    spec:
      terminationGracePeriodSeconds: 60
      containers:
        - name: app
          image: app
`,
		},
		"a field that stands in both places stays": {
			src: head + `  terminationGracePeriodSeconds: 60
  template:
    metadata: {labels: {app: shop}}
    spec:
      terminationGracePeriodSeconds: 30
      containers: [{name: app, image: app}]
`,
		},
		"of two containers none is chosen": {
			src: head + `  template:
    metadata: {labels: {app: shop}}
    spec:
      lifecycle: {preStop: {sleep: {seconds: 5}}}
      containers:
        - {name: app, image: app}
        - {name: log, image: log}
`,
		},
		"nothing moves into braces": {
			src: head + `  terminationGracePeriodSeconds: 60
  template: {metadata: {labels: {app: shop}}, spec: {containers: [{name: app, image: app}]}}
`,
		},
		"nothing moves where an alias reads it, too": {
			src: head + `  terminationGracePeriodSeconds: 60
  template: &template
    metadata: {labels: {app: shop}}
    spec:
      containers: [{name: app, image: app}]
status: *template
`,
		},
		"a name is mended, the rest of the line stays": {
			src: head + `  template:
    metadata: {labels: {app: shop}}
    spec:
      "terminationgraceperiodseconds" : 60 # long
      containers: [{name: app, image: app}]
`,
			want: head + `  template:
    metadata: {labels: {app: shop}}
    spec:
      terminationGracePeriodSeconds : 60 # long
      containers: [{name: app, image: app}]
`,
		},
		"quotes go": {
			src: head + `  template:
    metadata: {labels: {app: shop}}
    spec:
      terminationGracePeriodSeconds:  '60'  # s
      containers: [{name: app, image: app}]
`,
			want: head + `  template:
    metadata: {labels: {app: shop}}
    spec:
      terminationGracePeriodSeconds:  60  # s
      containers: [{name: app, image: app}]
`,
		},
		"exec goes before the last command of a block": {
			src: head + `  template:
    metadata: {labels: {app: shop}}
    spec:
      containers:
        - name: app
          image: debian:12
          command:
            - bash
            - -c
            - |
              # é
              set -e

              app --port "$PORT" > log
`,
			want: head + `  template:
    metadata: {labels: {app: shop}}
    spec:
      containers:
        - name: app
          image: debian:12
          command:
            - bash
            - -c
            - |
              # é
              set -e

              exec app --port "$PORT" > log
`,
		},
		"where an escape stands nothing is edited": {
			src: head + `  template:
    metadata: {labels: {app: shop}}
    spec:
      containers:
        - name: app
          image: debian:12
          command: [sh, -c, "app \"x\""]
`,
		},
	}
	for name, test := range tests {
		for _, newline := range []string{"\n", "\r\n"} {
			t.Run(name, func(t *testing.T) {
				src := strings.ReplaceAll(test.src, "\n", newline)
				file, notices := Parse("shop.yaml", []byte(src))
				if notices != nil {
					t.Fatal(notices)
				}
				findings := Check(file)
				if len(findings) != 1 {
					t.Fatalf("want one finding, got %v", findings)
				}
				if len(findings[0].Fixes) == 0 {
					if test.want != "" {
						t.Errorf("there is no fix")
					}
					return
				}
				got := strings.ReplaceAll(string(apply([]byte(src), findings[0].Fixes[0])), newline, "\n")
				if got != test.want {
					t.Errorf("got\n%s\nwant\n%s", got, test.want)
				}
			})
		}
	}
}
