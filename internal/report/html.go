package report

import (
	"io"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/timeline"
)

// TimelineHTML writes a page with the timelines, the findings and what was not checked. link is that of [timeline.HTML].
func TimelineHTML(w io.Writer, r *Report, link func(path string) string) error {
	r = r.inOrder()
	var page strings.Builder
	if err := timeline.HTML(&page, r.Services, r.Apart, r.Findings, r.Notices, link); err != nil {
		return err
	}
	return writeVisible(w, page.String())
}

// writeVisible writes text of which each line is made visible, and no line end is from elsewhere.
func writeVisible(w io.Writer, text string) error {
	var b strings.Builder
	for line := range strings.Lines(text) {
		line, isWhole := strings.CutSuffix(line, "\n")
		b.WriteString(gracelint.Visible(line))
		if isWhole {
			b.WriteByte('\n')
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
