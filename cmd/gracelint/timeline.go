package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/gracelint/gracelint/internal/discover"
	"github.com/gracelint/gracelint/internal/lint"
	"github.com/gracelint/gracelint/internal/report"
	"github.com/gracelint/gracelint/timeline"
	"github.com/spf13/cobra"
)

func newTimeline() *cobra.Command {
	f := flags{options: lint.Options{Stdin: lint.Stdin{Name: stdinName}, Places: true}, exitZero: true, allowEmpty: true}
	var asJSON bool
	var page string
	cmd := &cobra.Command{
		Use:   "timeline [path...]",
		Short: "Draw what happens when Kubernetes stops each service, second by second",
		Long: `timeline draws, for each container of which it is known what program it runs, what happens when its pod is
deleted: the preStop hook, the withdrawal of the endpoints, the stop signal, what PID 1 and the program do
with it, and SIGKILL. What belongs to no service for certain is listed with what is missing.

With --json it also prints, for each main package that starts servers or workers, what it starts and
where that listens, how and within how many seconds it stops it, which signals it catches, what main
waits for, and the steps of its stop with their order. Constants, variables and the
default values of flags count as known; 0 seconds is a time that is not known.

With --html it writes a page instead that needs nothing but a browser, with the findings under each
timeline. Its links lead to the files as they lie now, as seen from the page.

Exit status: 0 done, 2 wrong usage, 3 something could not be checked.`,
		Example: `  gracelint timeline
  gracelint timeline --json ./cmd/...
  gracelint timeline --html timeline.html
  helm template charts/shop | gracelint timeline - .`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.report(cmd, args, func(out io.Writer, found *report.Report) error {
				var err error
				switch {
				case page != "":
					if err := writePage(page, found); err != nil {
						return fmt.Errorf("--html: the page cannot be written: %w", err)
					}
					err = report.Notices(out, found)
				case asJSON:
					err = report.TimelineJSON(out, found)
				default:
					err = report.TimelineText(out, found, columns(out), glyphs())
				}
				if err != nil {
					return fmt.Errorf("the timeline could not be printed: %w", err)
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, for programs")
	cmd.Flags().StringVar(&page, "html", "", "write a page to this file")
	cmd.MarkFlagsMutuallyExclusive("json", "html")
	f.addGoFlags(cmd)
	return cmd
}

// writePage writes the timelines to a file, with links to the files that it speaks of.
func writePage(name string, found *report.Report) error {
	// A link in a work tree may be part of anybody's change, and lead to anything that the user can write.
	if info, err := os.Lstat(name); discover.StrayLink(name) != "" || err == nil && info.Mode()&fs.ModeSymlink != 0 && discover.InWorkTree(name) {
		return fmt.Errorf("%s is a symbolic link: delete it first", name)
	}
	folder, cwd := discover.Resolve(filepath.Dir(name)), discover.Resolve(".")
	var page bytes.Buffer
	err := report.TimelineHTML(&page, found, func(path string) string {
		if _, err := os.Stat(path); err != nil {
			return "" // it is the standard input, or lies in a module elsewhere
		}
		if !filepath.IsAbs(path) {
			path = filepath.Join(cwd, path)
		}
		return (&url.URL{Path: discover.Relative(folder, path)}).String()
	})
	if err != nil {
		return err
	}
	return os.WriteFile(name, page.Bytes(), 0o644)
}

// glyphs returns those that the locale can show.
func glyphs() timeline.Glyphs {
	locale := cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_CTYPE"), os.Getenv("LANG"))
	if strings.Contains(strings.ReplaceAll(strings.ToLower(locale), "-", ""), "utf8") {
		return timeline.Unicode
	}
	return timeline.ASCII
}
