package main

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
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
		"Deployment images runs images of images.Dockerfile:9: killed",
		"Deployment orders runs orders of orders.Dockerfile:9: killed",
		"Deployment payments runs payments of payments.Dockerfile:9: cut",
		"Deployment reviews runs reviews of reviews.Dockerfile:8: cut",
		"Deployment storefront runs storefront of Dockerfile:8: killed",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
