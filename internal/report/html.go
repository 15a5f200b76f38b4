package report

import (
	"io"

	"github.com/gracelint/gracelint/timeline"
)

// TimelineHTML writes a page with the timelines, the findings and what was not checked. link is that of [timeline.HTML].
func TimelineHTML(w io.Writer, r *Report, link func(path string) string) error {
	r = r.inOrder()
	return timeline.HTML(w, r.Services, r.Apart, r.Findings, r.Notices, link)
}
