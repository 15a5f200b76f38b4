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
		"Deployment tracking runs tracking of tracking.Dockerfile:8: unknown",
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

func TestAnIgnoreCommentOfTheTimelineHoldsWhereCodeIsNotAskedFor(t *testing.T) {
	cmd := exec.Command(filepath.Join(bin, "gracelint"), "deployment.yaml")
	cmd.Dir = "../../testdata/src/timeline/over-budget/ignored"
	if out, err := cmd.Output(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
