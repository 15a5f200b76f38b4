package timeline

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/manifests"
)

// shop returns a service, of which the manifest holds another Deployment, and the Service that sends it requests stands
// in another file.
func shop(t *testing.T) Service {
	t.Helper()
	read := func(path, src string) *manifests.File {
		file, notices := manifests.Parse(path, []byte(src))
		if file == nil {
			t.Fatal(notices)
		}
		return file
	}
	deployment := func(name, hook string) string {
		return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name + "}\nspec:\n  template:\n    metadata: {labels: {app: " + name + "}}\n" +
			"    spec:\n      containers:\n        - name: " + name + "\n          image: " + name + "\n" + hook + "---\n"
	}
	hook := "          lifecycle:\n            preStop:\n              httpGet:\n                path: /drain\n                port: 80\n"
	service := func(name string) string {
		return "apiVersion: v1\nkind: Service\nmetadata: {name: " + name + "}\nspec: {selector: {app: " + name + "}}\n---\n"
	}
	p := program("example.com/shop/cmd/web", "cmd/web", 20)
	p.Servers[0].At.Path = "internal/serve/serve.go"
	services, _ := Join(Artifacts{
		Programs:    []lifecycle.Program{p},
		Dockerfiles: []*dockerfile.File{image(t, "web", "ENTRYPOINT [\"/bin/sh\", \"-c\", \"/web; :\"]\nCMD [\"a\", \\\n  \"b\"]")},
		Manifests:   []*manifests.File{read("all.yaml", deployment("web", hook)+deployment("other", hook)), read("services.yaml", service("other")+service("web"))},
	})
	if len(services) != 1 {
		t.Fatalf("%d services", len(services))
	}
	return services[0]
}

func TestFindingsStandUnderWhatTheyConcern(t *testing.T) {
	s := shop(t)
	for place, want := range map[string]string{ // the kinds of the bars that it is about
		"all.yaml:3":                "yes",
		"all.yaml:9":                "yes: deletion",
		"all.yaml:13":               "yes: hook",
		"all.yaml:15":               "yes: hook",
		"all.yaml:19":               "no",
		"all.yaml:29":               "no",
		"services.yaml:2":           "no",
		"services.yaml:7":           "yes: endpoints",
		"services.yaml:9":           "yes",
		"web.Dockerfile:1":          "yes",
		"web.Dockerfile:7":          "yes: pid1",
		"web.Dockerfile:9":          "yes: pid1",
		"other.Dockerfile:7":        "no",
		"cmd/web/other.go:1":        "yes",
		"cmd/web/README:1":          "no",
		"cmd/web/sub/sub.go:1":      "no",
		"internal/serve/other.go:1": "yes",
		"internal/other/other.go:1": "no",
	} {
		f := gracelint.Finding{}
		file, line, _ := strings.Cut(place, ":")
		f.Path = file
		fmt.Sscan(line, &f.Line)
		elsewhere := gracelint.Finding{Path: "elsewhere", Line: 1, Related: []gracelint.Related{{Path: f.Path, Line: f.Line}}}
		for _, f := range []gracelint.Finding{f, elsewhere} {
			got := "no"
			if s.concerns(&f) {
				got = "yes"
			}
			var kinds []string
			for _, bar := range s.Stop().Bars {
				if s.speaksOf(&f, bar) {
					kinds = append(kinds, bar.Kind)
				}
			}
			if len(kinds) > 0 {
				got += ": " + strings.Join(kinds, ", ")
			}
			if got != want {
				t.Errorf("%s in %s: got %s, want %s", place, f.Path, got, want)
			}
		}
	}
}

func TestAFindingOfTwoServicesStandsUnderBoth(t *testing.T) {
	s := shop(t)
	f := gracelint.Finding{Rule: "a/b", Path: "all.yaml", Line: 9}
	page := pageOf(t, []Service{s, s}, []gracelint.Finding{f, {Rule: "c/d", Path: "elsewhere", Line: 1}})
	for _, want := range []string{`id="s1-f1"`, `id="s2-f1"`, `<a href="#s2-b1">`, `<a href="#s2-f1">a/b</a>`, `2 services, 2 findings`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	if before, after, _ := strings.Cut(page, "Findings outside of these services"); strings.Contains(before, "c/d") || !strings.Contains(after, "c/d") || strings.Contains(after, "a/b") {
		t.Error("a finding stands where it does not belong")
	}
}

func TestTheShapeOfABarSaysHowWellItsTimesAreKnown(t *testing.T) {
	d := drawnService{Scale: scale{end: 40, Grace: 75}}
	exact := func(seconds float64) Moment { return Moment{seconds, Exact} }
	for name, tc := range map[string]struct {
		bar               Bar
		shape, when, name string
		loose             bool
	}{
		"exact":        {Bar{From: exact(0), To: exact(10)}, "exact", "0 s to 10 s", "", false},
		"at most":      {Bar{From: exact(5), To: Moment{10, AtMost}}, "at-most", "5 s to 10 s at most", "", false},
		"at least":     {Bar{From: exact(5), To: Moment{10, AtLeast}, Open: true}, "at-least", "5 s to 10 s or later", "", false},
		"open":         {Bar{From: exact(5), To: Moment{5, AtLeast}, Open: true}, "at-least", "from 5 s", "", false},
		"later":        {Bar{From: Moment{5, AtLeast}, To: Moment{10, AtLeast}}, "at-least", "5 s or later to 10 s or later", "", true},
		"about":        {Bar{From: Moment{5, Unknown}, To: Moment{10, Unknown}}, "unknown", "about 5 s to about 10 s", "", true},
		"a moment":     {Bar{From: exact(2.5), To: exact(2.5)}, "moment", "2.5 s", "", false},
		"grace period": {Bar{Kind: "deletion", From: exact(0), To: exact(0)}, "grace", "0 s", "", false},
		"SIGKILL":      {Bar{Kind: "kill", From: Moment{30, AtLeast}, To: Moment{30, AtLeast}}, "kill", "30 s or later", "SIGKILL at 30 s or later", true},
	} {
		b := d.bar(tc.bar, "", place{})
		if b.Shape != tc.shape || b.When != tc.when || b.Loose != tc.loose || tc.name != "" && b.Name != tc.name {
			t.Errorf("%s: got %s, %q, %q, %t", name, b.Shape, b.When, b.Name, b.Loose)
		}
	}
	if b := d.bar(Bar{From: exact(10), To: exact(30)}, "", place{}); b.X != 25 || b.W != 50 || b.End() != 75 {
		t.Errorf("a bar from 10 s to 30 s of 40 s stands at %+v", b)
	}
}

func TestTheTicksAreRoundAndFew(t *testing.T) {
	for seconds, want := range map[float64]string{
		2:    "0 s, 0.5 s, 1 s, 1.5 s, 2 s",
		10:   "0 s, 2 s, 4 s, 6 s, 8 s, 10 s",
		35:   "0 s, 10 s, 20 s, 30 s",
		60:   "0 s, 20 s, 40 s, 60 s",
		119:  "0 s, 20 s, 40 s, 60 s, 80 s, 100 s",
		3600: "0 s, 1000 s, 2000 s, 3000 s",
	} {
		var got []string
		for _, tick := range scaleOf(&Stop{Kill: Moment{seconds, Exact}}).Ticks {
			got = append(got, tick.Text)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%g s: got %s, want %s", seconds, strings.Join(got, ", "), want)
		}
	}
}

func TestEveryKindOfBarHasAColor(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	kinds := regexp.MustCompile(`"bars":\[\{"kind":"([^"]*)"`).FindSubmatch(readme)
	if kinds == nil {
		t.Fatal("the README does not list the kinds")
	}
	for kind := range strings.SplitSeq(string(kinds[1]), "|") {
		if !regexp.MustCompile(`(?m)^(\.\w+, )*\.` + kind + `\b.* \{ color: `).MatchString(pageHTML) {
			t.Errorf("page.html has no color for bars of the kind %s", kind)
		}
	}
}

func TestAPageThatCannotBeWrittenIsAnError(t *testing.T) {
	if err := HTML(broken{}, nil, nil, nil, nil, nil); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("got %v", err)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, fs.ErrClosed }

func pageOf(t *testing.T, services []Service, findings []gracelint.Finding) string {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, services, nil, findings, nil, func(path string) string { return path }); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
