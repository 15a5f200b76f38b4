package main

import (
	"cmp"
	"fmt"
	"os"
	"strings"

	"github.com/gracelint/gracelint/internal/lint"
	"github.com/gracelint/gracelint/internal/report"
	"github.com/gracelint/gracelint/timeline"
	"github.com/spf13/cobra"
)

func newTimeline() *cobra.Command {
	f := flags{options: lint.Options{Stdin: lint.Stdin{Name: stdinName}}}
	var asJSON bool
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

Exit status: 0 done, 2 wrong usage, 3 something could not be checked.`,
		Example: `  gracelint timeline
  gracelint timeline --json ./cmd/...
  helm template charts/shop | gracelint timeline - .`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			found, err := f.run(cmd, args, lint.Timeline)
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			if asJSON {
				err = report.TimelineJSON(out, found)
			} else {
				err = report.TimelineText(out, found, columns(out), glyphs())
			}
			if err != nil {
				return fmt.Errorf("the timeline could not be printed: %w", err)
			}
			return f.status(found)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, for programs")
	f.addGoFlags(cmd)
	return cmd
}

// glyphs returns those that the locale can show.
func glyphs() timeline.Glyphs {
	locale := cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_CTYPE"), os.Getenv("LANG"))
	if strings.Contains(strings.ReplaceAll(strings.ToLower(locale), "-", ""), "utf8") {
		return timeline.Unicode
	}
	return timeline.ASCII
}
