package lint

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/internal/report"
)

func TestAPanicIsANoticeAndTheRestIsTold(t *testing.T) {
	ctx := context.Background()
	c := &check{reading: ctx, judging: ctx, report: &report.Report{}}
	var list []int
	var told []string
	c.attempt(ctx, "a.yaml", func() func() { return func() { told = append(told, "a") } })
	c.attempt(ctx, "b.yaml", func() func() { list[0]++; return func() { told = append(told, "b") } })
	c.attempt(ctx, "c.yaml", func() func() { return func() { told = append(told, "c") } })
	if !slices.Equal(told, []string{"a", "c"}) {
		t.Errorf("told %q", told)
	}
	if n := c.report.Notices; len(n) != 1 || n[0].Kind != gracelint.Failed || n[0].Path != "b.yaml" ||
		!strings.Contains(n[0].Message, "attempt_test.go:") || !strings.Contains(n[0].Message, "please report it") {
		t.Errorf("notices %+v", n)
	}
}

func TestWhatLastsLongerThanTheRunIsLeftToItself(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	c := &check{reading: ctx, judging: ctx, report: &report.Report{}}
	release := make(chan bool)
	defer close(release)
	told := false
	time.AfterFunc(50*time.Millisecond, cancel)
	begin := time.Now()
	c.attempt(ctx, "a.yaml", func() func() { <-release; return func() { told = true } })
	c.attempt(ctx, "b.yaml", func() func() { return func() { told = true } })
	if took := time.Since(begin); told || took > 10*time.Second || len(c.report.Notices) > 0 {
		t.Errorf("told: %t, after %v, notices %v", told, took, c.report.Notices)
	}
}
