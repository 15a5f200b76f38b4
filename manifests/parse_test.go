package manifests

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/cost"
)

// pod is a manifest whose grace period stands on the fifth line.
const pod = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  terminationGracePeriodSeconds: 0
  containers: [{name: app, image: app}]
`

const broken = "apiVersion: v1\nkind: Pod\nmetadata:\n\tname: web\n"

func TestParse(t *testing.T) {
	utf16 := "\xff\xfe" + strings.Join(strings.Split(pod, ""), "\x00") + "\x00"
	tests := map[string]struct {
		src      string
		manifest bool
		findings []string // line:column rule
		notices  []string // line kind: a part of the message
	}{
		"an empty file says nothing":            {src: ""},
		"a file of one marker says nothing":     {src: "---"},
		"a file that is no manifest is silent":  {src: "version: 3\nservices: {}\n"},
		"a file of comments is silent":          {src: "# apiVersion: v1\n# kind: Pod\n"},
		"a schema that names the words is none": {src: "properties: {apiVersion: {type: string}, kind: {type: string}}\n"},
		"a list of objects is no manifest":      {src: "- apiVersion: v1\n  kind: Pod\n"},
		"a scalar is no manifest":               {src: "apiVersion kind\n"},
		"broken YAML elsewhere is silent":       {src: "on: [push\nrun: |\n  apiVersion: v1\n  kind: Pod\n"},
		"binary content is silent":              {src: "\x00\x01apiVersion kind\xff"},
		"a manifest without pods":               {src: "apiVersion: v1\nkind: Service\n", manifest: true},
		"a manifest": {
			src: pod, manifest: true, findings: []string{"5:34 manifests/grace-zero"},
		},
		"the line ends of Windows": {
			src: strings.ReplaceAll(pod, "\n", "\r\n"), manifest: true, findings: []string{"5:34 manifests/grace-zero"},
		},
		"byte order marks, also where files were joined": {
			src: "\uFEFF" + pod + "---\n\uFEFF" + pod + "\uFEFF---\n" + pod, manifest: true,
			findings: []string{"5:34 manifests/grace-zero", "12:34 manifests/grace-zero", "19:34 manifests/grace-zero"},
		},
		"a manifest in UTF-16": {
			src: utf16, notices: []string{"0 failed: not UTF-8 text"},
		},
		"a manifest in Latin-1": {
			src: "apiVersion: v1\nkind: Pod\nname: caf\xe9\n", notices: []string{"1 failed: UTF-8"},
		},
		"JSON on one line": {
			src:      `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"\u00e9\ud83d\ude00"},"spec":{"terminationGracePeriodSeconds":0,"containers":[{"image":"a\/b"}]}}`,
			manifest: true, findings: []string{"1:114 manifests/grace-zero"},
		},
		"broken JSON": {
			src: `{"apiVersion": "v1", "kind": "Pod",`, notices: []string{"1 failed: cannot be parsed"},
		},
		"columns count code points": {
			src:      `{apiVersion: v1, kind: Pod, metadata: {name: "日本"}, spec: {terminationGracePeriodSeconds: 0}}`,
			manifest: true, findings: []string{"1:91 manifests/grace-zero"},
		},
		"a broken document does not hide the others": {
			src: pod + "---\n" + broken + "--- # last\n" + pod, manifest: true,
			findings: []string{"5:34 manifests/grace-zero", "17:34 manifests/grace-zero"},
			notices:  []string{"11 failed: cannot start any token"},
		},
		"a file of one broken manifest": {
			src: broken, notices: []string{"4 failed: this manifest cannot be parsed (found character that cannot start any token)"},
		},
		"a marker within a block scalar ends the document": {
			src: "a: |\n---\n" + pod, manifest: true, findings: []string{"7:34 manifests/grace-zero"},
		},
		"a duplicate key": {
			src: strings.Replace(pod, "spec:\n", "spec:\n  terminationGracePeriodSeconds: 60\n", 1), manifest: true,
			findings: []string{"6:34 manifests/grace-zero"},
			notices:  []string{"6 failed: terminationGracePeriodSeconds stands here for the second time"},
		},
		"a duplicate key where there is no pod": {
			src: "apiVersion: v1\nkind: Secret\ntype: a\ntype: b\n", manifest: true,
		},
		"a template that YAML cannot read": {
			src: "{{- if .Values.web }}\n" + pod + "{{- end }}\n", notices: []string{"1 skipped: this manifest is a template"},
		},
		"a template that YAML takes for a mapping": {
			src: strings.Replace(pod, ": 0", ": {{ .Values.grace }}", 1), notices: []string{"5 skipped: this manifest is a template"},
		},
		"templates are noticed once a file, and the rest is checked": {
			src: "apiVersion: v1\nkind: {{ .kind }}\n---\napiVersion: v1\nkind: {{ .kind }}\n---\n" + pod, manifest: true,
			findings: []string{"11:34 manifests/grace-zero"},
			notices:  []string{"2 skipped: this manifest is a template"},
		},
		"a template of names to be replaced": {
			src: strings.Replace(pod, "{name: web}", "\n  name: @NAME@", 1), notices: []string{"4 skipped: this manifest is a template"},
		},
		"a template of Python's": {
			src: strings.Replace(pod, "{name: web}", "{name}-1", 1), notices: []string{"3 skipped: this manifest is a template"},
		},
		"braces in scalars and comments are no template": {
			src:      pod + "# {{- if }}\nstatus: {a: '{{ x }}', b: \"{{ y }}\"}\nc: at {{ z }}\nd: |\n  {{ range }}\n",
			manifest: true, findings: []string{"5:34 manifests/grace-zero"},
		},
		"an alias to itself": {
			src: "apiVersion: v1\nkind: Pod\na: &a [*a]\n", notices: []string{"3 failed: the anchor a contains itself"},
		},
		"a merge of itself": {
			src: "apiVersion: v1\nkind: Pod\na: &a\n  <<: *a\n", notices: []string{"4 failed: the anchor a contains itself"},
		},
		"an anchor that does not exist": {
			src: "apiVersion: v1\nkind: Pod\na: *b\n", notices: []string{"1 failed: unknown anchor 'b' referenced"},
		},
		"deep nesting": {
			src:     "apiVersion: v1\nkind: Pod\na: " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000),
			notices: []string{"3 failed: nested more than 1000 deep"},
		},
		"a value of another kind than the API's": {
			src: "apiVersion: v1\nkind: Pod\nmetadata: [web]\nspec: {terminationGracePeriodSeconds: [0], containers: [app, null, {image: 1, lifecycle: []}]}\n", manifest: true,
		},
		"what has a number for a version is no object": {
			src: strings.Replace(pod, "v1", "1", 1), manifest: true,
		},
		"a key that is a number": {
			src: pod + "1: {2: null}\n", manifest: true, findings: []string{"5:34 manifests/grace-zero"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			file, notices := Parse("pod.yaml", []byte(test.src))
			if (file != nil) != test.manifest {
				t.Fatalf("want a manifest: %v, got %+v", test.manifest, file)
			}
			var findings []string
			if file != nil {
				for _, f := range Check(file) {
					findings = append(findings, fmt.Sprintf("%d:%d %s", f.Line, f.Column, f.Rule))
				}
			}
			if !reflect.DeepEqual(findings, test.findings) {
				t.Errorf("want findings %v, got %v", test.findings, findings)
			}
			if len(notices) != len(test.notices) {
				t.Fatalf("want notices %v, got %v", test.notices, notices)
			}
			for i, n := range notices {
				place, part, _ := strings.Cut(test.notices[i], ": ")
				if got := fmt.Sprintf("%d %s", n.Line, n.Kind); got != place || !strings.Contains(n.Message, part) || n.Path != "pod.yaml" {
					t.Errorf("want the notice %q, got %q: %s", test.notices[i], got, n.Message)
				}
			}
		})
	}
}

func TestABillionLaughsTakeMilliseconds(t *testing.T) {
	var b strings.Builder
	b.WriteString("apiVersion: v1\nkind: Pod\na0: &a0 [lol, lol]\n")
	for i := 1; i < 60; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [*a%d, *a%d, *a%d]\n", i, i, i-1, i-1, i-1)
	}
	b.WriteString("spec: {containers: *a59}\n")
	start := time.Now()
	_, notices := Parse("pod.yaml", []byte(b.String()))
	if took := time.Since(start); took > 500*time.Millisecond {
		t.Errorf("took %v", took)
	}
	if len(notices) != 1 || !strings.Contains(notices[0].Message, "more than 100000 nodes") {
		t.Errorf("got %v", notices)
	}
}

func TestThePodsOfOneFile(t *testing.T) {
	const src = `apiVersion: jobset.x-k8s.io/v1alpha2
kind: JobSet
metadata: {name: train, namespace: ml}
spec:
  replicatedJobs:
    - name: workers
      template:
        spec:
          template:
            metadata: {labels: {role: worker}}
            spec:
              restartPolicy: Never
              initContainers:
                - {name: proxy, image: "proxy:1", restartPolicy: Always}
              containers:
                - name: worker
                  image: &image 'it''s'
                  command: [python, "-m", train]
                  args:
                    - >-
                      folded
                      text
                  lifecycle:
                    preStop:
                      httpGet: {path: /drain, port: 8080}
`
	file, notices := Parse("train.yaml", []byte(src))
	if notices != nil || len(file.Pods) != 1 {
		t.Fatalf("got %+v, %v", file, notices)
	}
	pod := file.Pods[0]
	if pod.String() != "JobSet train" || pod.Namespace != "ml" || !pod.Job || pod.Partial || pod.Labels["role"] != "worker" || pod.Grace != nil {
		t.Errorf("got the pod %+v", pod)
	}
	if proxy := pod.InitContainers[0]; proxy.Name != "proxy" || !proxy.Sidecar {
		t.Errorf("got the init container %+v", proxy)
	}
	worker := pod.Containers[0]
	if worker.Sidecar || worker.Name != "worker" || worker.Args[0].Value != "folded text" || worker.Args[0].End != 0 {
		t.Errorf("got the container %+v", worker)
	}
	if hook := worker.PreStop; hook.HTTPGet.Path != "/drain" || hook.HTTPGet.Port.Value != 8080 || hook.TCPSocket != nil || hook.Sleep != nil {
		t.Errorf("got the hook %+v", hook)
	}
	for _, text := range append(worker.Command, worker.Image) {
		written := src[text.Start:text.End]
		if written != text.Value && written != `"-m"` && written != "'it''s'" {
			t.Errorf("the place of %q holds %q", text.Value, written)
		}
	}
	if at := worker.Image.Position; at.Line != 17 || at.Column != 33 || at.EndColumn != 40 {
		t.Errorf("want the image at 17:33 to 17:40, after its anchor, got %+v", at)
	}
	if _, err := json.Marshal(file); err != nil {
		t.Error(err)
	}
}

func TestPodsAreFoundByStructure(t *testing.T) {
	const spec = "{metadata: {labels: {a: b}}, spec: {containers: [{name: app, image: app}]}}"
	tests := map[string]struct {
		src  string
		pods int
	}{
		"Pod":                {"apiVersion: v1\nkind: Pod\nspec: {containers: []}", 1},
		"PodTemplate":        {"apiVersion: v1\nkind: PodTemplate\ntemplate: " + spec, 1},
		"ReplicaSet":         {"apiVersion: apps/v1\nkind: ReplicaSet\nspec: {template: " + spec + "}", 1},
		"DaemonSet":          {"apiVersion: apps/v1\nkind: DaemonSet\nspec: {template: " + spec + "}", 1},
		"CronJob":            {"apiVersion: batch/v1\nkind: CronJob\nspec: {jobTemplate: {spec: {template: " + spec + "}}}", 1},
		"Rollout":            {"apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec: {template: " + spec + "}", 1},
		"Experiment":         {"apiVersion: argoproj.io/v1alpha1\nkind: Experiment\nspec: {templates: [{name: a, template: " + spec + "}, {name: b, template: " + spec + "}]}", 2},
		"AnalysisTemplate":   {"apiVersion: argoproj.io/v1alpha1\nkind: AnalysisTemplate\nspec: {metrics: [{provider: {job: {spec: {template: " + spec + "}}}}]}", 1},
		"CloneSet":           {"apiVersion: apps.kruise.io/v1alpha1\nkind: CloneSet\nspec: {template: " + spec + "}", 1},
		"LeaderWorkerSet":    {"apiVersion: leaderworkerset.x-k8s.io/v1\nkind: LeaderWorkerSet\nspec: {leaderWorkerTemplate: {leaderTemplate: " + spec + ", workerTemplate: " + spec + "}}", 2},
		"DeploymentConfig":   {"apiVersion: apps.openshift.io/v1\nkind: DeploymentConfig\nspec: {template: " + spec + "}", 1},
		"RayCluster":         {"apiVersion: ray.io/v1\nkind: RayCluster\nspec: {headGroupSpec: {template: " + spec + "}, workerGroupSpecs: [{template: " + spec + "}]}", 2},
		"PyTorchJob":         {"apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nspec: {pytorchReplicaSpecs: {Master: {template: " + spec + "}}}", 1},
		"Knative":            {"apiVersion: serving.knative.dev/v1\nkind: Service\nspec: {template: " + spec + "}", 1},
		"List":               {"apiVersion: v1\nkind: List\nitems: [{apiVersion: apps/v1, kind: Deployment, spec: {template: " + spec + "}}]", 1},
		"Kyverno":            {"apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nspec: {template: " + spec + "}", 0},
		"Gatekeeper":         {"apiVersion: templates.gatekeeper.sh/v1\nkind: ConstraintTemplate\nspec: {template: " + spec + "}", 0},
		"CRD":                {"apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: {template: " + spec + "}", 0},
		"text in ConfigMaps": {"apiVersion: v1\nkind: ConfigMap\ndata: {template: " + spec + "}", 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			file, notices := Parse("object.yaml", []byte(test.src+"\n"))
			if file == nil || notices != nil || len(file.Pods) != test.pods {
				t.Errorf("want %d pods, got %+v, %v", test.pods, file, notices)
			}
		})
	}
}

func TestKnativeDrainsByAHookOfItsOwn(t *testing.T) {
	file, _ := Parse("service.yaml", []byte("apiVersion: serving.knative.dev/v1\nkind: Service\nspec: {template: {spec: {containers: [{image: app}]}}}\n"))
	pod := file.Pods[0]
	if _, known := pod.GraceSeconds(); known || pod.Containers[0].PreStop == nil || len(file.Services) > 0 {
		t.Errorf("got %+v", pod)
	}
}

func TestAServiceSelectsThePodsOfItsNamespace(t *testing.T) {
	pods := func(namespace string) string {
		return "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: " + namespace + ", labels: {app: web, tier: front}}\nspec: {containers: []}\n"
	}
	const service = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: a}\nspec: {selector: {app: web}}\n---\n" +
		"apiVersion: v1\nkind: Service\nmetadata: {name: all}\nspec: {selector: {app: web, tier: front}}\n---\n" +
		"apiVersion: v1\nkind: Service\nmetadata: {name: none}\nspec: {selector: {app: web, tier: back}}\n---\n" +
		"apiVersion: v1\nkind: Service\nmetadata: {name: manual}\nspec: {}\n"
	var files []*File
	for _, src := range []string{service, pods("a"), pods("b"), pods("")} {
		file, _ := Parse("x.yaml", []byte(src))
		files = append(files, file)
	}
	Join(files)
	got := map[string]int{}
	for _, s := range files[0].Services {
		got[s.Name] = len(s.Selected)
	}
	if want := map[string]int{"web": 2, "all": 3, "none": 0, "manual": 0}; !reflect.DeepEqual(got, want) {
		t.Errorf("the Services select %v pods, want %v", got, want)
	}
}

func TestIgnoreCommentsAreReadWithTheirPlace(t *testing.T) {
	const src = "apiVersion: v1\r\nkind: Pod # gracelint:ignore a/b,a/c of no use\r\n" +
		"  # gracelint:ignore a/d above\r\nname: x#gracelint:ignore a/e not a comment\r\nmore: gracelint:ignored\r\n"
	file, _ := Parse("pod.yaml", []byte(strings.Replace(src, "more: ", "# ", 1)))
	want := []gracelint.Ignore{
		{Path: "pod.yaml", Line: 2, Column: 11, Rules: []string{"a/b", "a/c"}, Reason: "of no use"},
		{Path: "pod.yaml", Line: 3, Column: 3, Own: true, Rules: []string{"a/d"}, Reason: "above"},
	}
	if !reflect.DeepEqual(file.Ignores, want) {
		t.Errorf("got %+v", file.Ignores)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", pod, broken, "\uFEFF" + pod + "\r\n---\r\n" + broken,
		`{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"lifecycle":{"preStop":{"exec":{"command":["sh","-c","sleep 5; exit"]}}}}]}}]}`,
		"apiVersion: v1\nkind: Pod\nspec: &s\n  <<: [{containers: [&c {image: *d}]}, *s]\n",
		"apiVersion: v1\nkind: Pod\nspec: {terminationGracePeriodSeconds: 0, containers: [{command: [sh, -c, ' '], args: [a]}]}\n",
		"apiVersion: v1\nkind: {{ .x }}\nspec: {containers: [{name: !!str &a \"b\\\"\"}]}\n",
		"apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: |\n      a\n    command: [? a, 'b\n  c']\n",
		"apiVersion: apps/v1\nkind: Deployment\nspec:\n  lifecycle:\n    preStop:\n\n      sleep: {}\n  template:\n    spec:\n      containers:\n      - image: debian\n        command: [bash, -c]\n        args:\n        - |2\n            a\n\n           app > b\n",
		"---\n# Source: a/b.yaml\napiVersion: v1\nkind: Service\nspec: {selector: {a: b}, publishNotReadyAddresses: yes}\n",
		"apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nwebhooks: [{rules: [{apiGroups: [''], operations: ['*'], resources: [pods]}]}]\n",
		"run: |\n  kubectl delete --forse ${{ a }}\nscript: [kubectl delete --now]\n",
		"all:\n\t@kubectl delete \\\n\t--forse $$A\n",
	} {
		f.Add([]byte(seed))
	}
	for _, src := range everyFixture(f) {
		f.Add(src)
	}
	for _, attack := range hostile {
		if src := attack(20); len(src) < 20_000 {
			f.Add([]byte(src))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		var file *File
		var notices []gracelint.Notice
		cost.Linear(t, len(src), 60, 30_000, func() {
			for _, name := range []string{"x.yml", "x.sh", "Makefile"} {
				ParseScript(name, src)
			}
			ParseKustomization(src)
			if file, notices = Parse("x.yaml", src); file != nil {
				Check(file)
			}
		})
		lines := strings.Count(string(src), "\n") + 1
		for _, name := range []string{"x.yml", "x.sh", "Makefile"} {
			if script, _ := ParseScript(name, src); script != nil {
				checkPlaces(t, src, CheckScript(script))
			}
		}
		for _, n := range notices {
			if n.Message == "" || n.Line > lines {
				t.Errorf("a notice at line %d of %d: %q", n.Line, lines, n.Message)
			}
		}
		if file == nil {
			return
		}
		Join([]*File{file})
		checkPlaces(t, src, Check(file))
		if _, err := json.Marshal(file); err != nil {
			t.Error(err)
		}
	})
}

// checkPlaces holds the places of findings and of their edits within the source.
func checkPlaces(t *testing.T, src []byte, findings []gracelint.Finding) {
	t.Helper()
	lines := bytes.Count(src, []byte("\n")) + 1
	for _, f := range findings {
		if f.Line < 1 || f.Line > lines || f.Column < 1 {
			t.Errorf("%s at %d:%d of %d lines", f.Rule, f.Line, f.Column, lines)
		}
		for _, fix := range f.Fixes {
			for _, e := range fix.Edits {
				if e.Start < 0 || e.End < e.Start || e.End > len(src) {
					t.Errorf("%s edits [%d,%d) of %d bytes", f.Rule, e.Start, e.End, len(src))
				}
			}
		}
	}
}

// BenchmarkParse reads what a repository holds: of four files one is a workload. With MANIFESTS naming a folder, it
// reads the YAML files there, too.
func BenchmarkParse(b *testing.B) {
	deployment := strings.Repeat("---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\n  labels:\n    app.kubernetes.io/name: shop\nspec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app: shop\n  template:\n    metadata:\n      labels:\n        app: shop\n    spec:\n      containers:\n        - name: server\n          image: example.com/shop:1.4\n          ports:\n            - containerPort: 8080\n          env:\n            - name: ADDRESS\n              value: \":8080\"\n          lifecycle:\n            preStop:\n              exec:\n                command: [\"sh\", \"-c\", \"sleep 5\"]\n", 20)
	service := strings.Repeat("---\napiVersion: v1\nkind: Service\nmetadata:\n  name: shop\n  labels:\n    app.kubernetes.io/name: shop\nspec:\n  selector:\n    app: shop\n  ports:\n    - name: http\n      port: 80\n      targetPort: 8080\n", 30)
	schema := "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n" + strings.Repeat("            description: how many containers run\n            type: integer\n", 150)
	workflow := strings.Repeat("      - name: build\n        run: go build ./...\n", 200)
	repositories := map[string][]string{
		"workloads":  {deployment},
		"repository": {deployment, service, schema, workflow},
	}
	if dir := os.Getenv("MANIFESTS"); dir != "" {
		repositories["folder"] = yamlFiles(b, dir)
	}
	for name, files := range repositories {
		b.Run(name, func(b *testing.B) {
			size := 0
			for _, src := range files {
				size += len(src)
			}
			b.SetBytes(int64(size))
			for b.Loop() {
				for _, src := range files {
					if file, _ := Parse("shop.yaml", []byte(src)); file != nil {
						Check(file)
					}
				}
			}
		})
	}
}

// yamlFiles returns the content of the YAML files under the folder.
func yamlFiles(b *testing.B, dir string) []string {
	b.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if ext := filepath.Ext(path); err != nil || !entry.Type().IsRegular() || ext != ".yaml" && ext != ".yml" {
			return err
		}
		src, err := os.ReadFile(path)
		files = append(files, string(src))
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return files
}
