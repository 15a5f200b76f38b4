package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/want"
	"github.com/gracelint/gracelint/timeline"
)

func TestTheDemonstrationServiceIsJoined(t *testing.T) {
	cmd := exec.Command(filepath.Join(bin, "gracelint"), "timeline", "--json")
	cmd.Dir = demo
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var printed struct {
		Services []struct{ Program, Built, Pod, Verdict string }
	}
	if err := json.Unmarshal(out, &printed); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range printed.Services {
		got = append(got, s.Pod+" runs "+filepath.Base(s.Program)+" of "+s.Built+": "+s.Verdict)
	}
	want := []string{
		"Deployment basket runs basket of basket.Dockerfile:8: in-time",
		"Deployment checkout runs checkout of checkout.Dockerfile:8: late",
		"Deployment invoices runs invoices of invoices.Dockerfile:9: cut",
		"Deployment returns runs returns of returns.Dockerfile:8: killed",
		"Deployment images runs images of images.Dockerfile:9: killed",
		"Deployment orders runs orders of orders.Dockerfile:9: killed",
		"Deployment payments runs payments of payments.Dockerfile:9: cut",
		"Deployment reviews runs reviews of reviews.Dockerfile:8: cut",
		"Deployment storefront runs storefront of Dockerfile:8: killed",
		"Deployment tracking runs tracking of tracking.Dockerfile:8: in-time",
		"Deployment wishlist runs wishlist of wishlist.Dockerfile:8: in-time",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTheReadmeShowsTheTimelineOfATest(t *testing.T) {
	script, err := os.ReadFile("testdata/script/services.txtar")
	if err != nil {
		t.Fatal(err)
	}
	_, drawing, _ := strings.Cut(string(script), "-- want.txt --\n")
	drawing, _, _ = strings.Cut(drawing, "\n\n")
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if drawing == "" || !strings.Contains(string(readme), "```\n"+drawing+"\n```") {
		t.Errorf("the README does not show\n%s", drawing)
	}
}

func TestTheTimelinesFixtures(t *testing.T) {
	var dirs []string
	for _, rule := range timeline.Rules {
		found, err := filepath.Glob(filepath.Join("../../testdata/src", rule.ID, "*"))
		if err != nil || len(found) == 0 {
			t.Fatalf("no fixtures of %s: %v", rule.ID, err)
		}
		dirs = append(dirs, found...)
	}
	for _, dir := range dirs {
		if filepath.Base(filepath.Dir(dir)) == "truth" {
			continue // package timeline runs these
		}
		t.Run(filepath.Base(filepath.Dir(dir))+"/"+filepath.Base(dir), func(t *testing.T) {
			cmd := exec.Command(filepath.Join(bin, "gracelint"), "--format", "json", "--exit-zero")
			cmd.Dir = dir
			out, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			var printed struct{ Findings []gracelint.Finding }
			if err := json.Unmarshal(out, &printed); err != nil {
				t.Fatal(err)
			}
			byFile := map[string][]gracelint.Finding{"Dockerfile": nil, "deployment.yaml": nil}
			for _, f := range printed.Findings {
				byFile[f.Path] = append(byFile[f.Path], f)
			}
			for file, findings := range byFile {
				src, err := os.ReadFile(filepath.Join(dir, file))
				if err != nil {
					t.Fatal(err)
				}
				want.Check(t, filepath.Join(dir, file), src, findings)
			}
		})
	}
}

func TestAFindingOfTheTimelineLeadsToTheCode(t *testing.T) {
	var printed struct{ Findings []gracelint.Finding }
	out := gracelintIn(t, "../../testdata/src/timeline/over-budget/bad", "--format", "json")
	if err := json.Unmarshal([]byte(out), &printed); err != nil {
		t.Fatal(err)
	}
	if len(printed.Findings) != 1 || !slices.ContainsFunc(printed.Findings[0].Related, func(r gracelint.Related) bool { return r.Path == "main.go" && r.Line > 0 }) {
		t.Errorf("no related place is in main.go: %s", out)
	}
}

func TestAnIgnoreCommentOfTheTimelineHoldsWhereCodeIsNotAskedFor(t *testing.T) {
	cmd := exec.Command(filepath.Join(bin, "gracelint"), "deployment.yaml")
	cmd.Dir = "../../testdata/src/timeline/over-budget/ignored"
	if out, err := cmd.Output(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// mends are edits that take the faults out of the demonstration service's images and manifests that are joined.
var mends = []struct{ file, old, new string }{
	{"deploy/basket.yaml", "basket:1.4.0", "basket:1.4.0\n          lifecycle: {preStop: {sleep: {seconds: 5}}}"},
	{"deploy/wishlist.yaml", "exec:\n                command: [\"sleep\", \"10\"]", "sleep: {seconds: 10}"},
	{"deploy/tracking.yaml", "httpGet:\n                path: /drain\n                port: 9901", "sleep: {seconds: 5}"},
	{"deploy/services.yaml", "stopSignal: SIGKILL", "preStop: {sleep: {seconds: 5}}"},
	{"deploy/services.yaml", "tcpSocket:\n                port: 8080", "sleep: {seconds: 5}"},
	{"deploy/services.yaml", "httpGet:\n                path: /drain\n                port: admin", "sleep: {seconds: 5}"},
	{"deploy/storefront.yaml", "seconds: 30", "seconds: 10"},
	{"returns.Dockerfile", "CMD returns", `CMD ["returns"]`},
	{"invoices.Dockerfile", "STOPSIGNAL SIGQUIT\n", ""},
	{"images.Dockerfile", "STOPSIGNAL SIGKILL\nENTRYPOINT exec images", `ENTRYPOINT ["images"]`},
	{"images.Dockerfile", `CMD ["--drain=20s"]`, ""},
	{"reviews.Dockerfile", "reviews 2>&1", "exec reviews 2>&1"},
	{"Dockerfile", "CMD storefront", `CMD ["storefront"]`},
	{"orders.sh", "\norders\n", "\nexec orders\n"},
	{"payments.sh", "trap 'kill -TERM $pid' TERM\npayments &\npid=$!\nwait $pid", "exec payments"},
}

func TestWithItsFaultsMendedTheDemonstrationServiceStopsInTime(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(demo)); err != nil {
		t.Fatal(err)
	}
	read := func(file string) string {
		content, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		return string(content)
	}
	write := func(file, content string) {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range mends {
		content := read(m.file)
		if !strings.Contains(content, m.old) {
			t.Fatalf("%s has no %q", m.file, m.old)
		}
		write(m.file, strings.Replace(content, m.old, m.new, 1))
	}
	write("go.mod", "module github.com/gracelint/gracelint/testdata/src/demo\n\ngo 1.26\n")
	// A program that stops well is written as checkout is, within the time that its pod has.
	good := strings.ReplaceAll(read("cmd/checkout/main.go"), "25*time.Second", "15*time.Second")
	for _, program := range []string{"checkout", "images", "orders", "payments", "reviews", "storefront"} {
		write("cmd/"+program+"/main.go", good)
	}
	var printed struct {
		Services []struct{ Pod, Verdict string }
		Findings []gracelint.Finding
	}
	timelines := exec.Command(filepath.Join(bin, "gracelint"), "timeline", "--json")
	ids := make([]string, 0, len(timeline.Rules))
	for _, rule := range timeline.Rules {
		ids = append(ids, rule.ID)
	}
	findings := exec.Command(filepath.Join(bin, "gracelint"), "--format", "json", "--only", strings.Join(ids, ","))
	for _, cmd := range []*exec.Cmd{timelines, findings} {
		cmd.Dir = dir
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v: %v\n%s", cmd, err, out)
		}
		if err := json.Unmarshal(out, &printed); err != nil {
			t.Fatal(err)
		}
	}
	if len(printed.Services) != 11 {
		t.Errorf("%d services, want the 11 of the demonstration service", len(printed.Services))
	}
	for _, s := range printed.Services {
		if s.Verdict != "in-time" {
			t.Errorf("%s: %s, want in-time", s.Pod, s.Verdict)
		}
	}
	for _, f := range printed.Findings {
		t.Errorf("%s:%d: %s", f.Path, f.Line, f.Text())
	}
}
