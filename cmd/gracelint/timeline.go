package main

import (
	"errors"
	"fmt"

	"github.com/gracelint/gracelint/internal/lint"
	"github.com/gracelint/gracelint/internal/report"
	"github.com/spf13/cobra"
)

func newTimeline() *cobra.Command {
	var f flags
	var asJSON bool
	timeline := &cobra.Command{
		Use:   "timeline --json [path...]",
		Short: "Print what programs start, and how they stop it",
		Long: `timeline prints, for each main package that starts servers or workers, what it starts and where that
listens, how and within how many seconds it stops it, which signals it catches, what main waits for, and
how long the code sleeps between the signal and a stop. Constants, variables and the default values of
flags count as known; 0 seconds is a time that is not known.

Exit status: 0 done, 2 wrong usage, 3 something could not be checked.`,
		Example: "  gracelint timeline --json ./cmd/...",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !asJSON {
				return errors.New("timeline: the drawing is not there yet: use --json")
			}
			found, err := f.run(cmd, args, lint.Timeline)
			if err != nil {
				return err
			}
			if err := report.TimelineJSON(cmd.OutOrStdout(), found); err != nil {
				return fmt.Errorf("the timeline could not be printed: %w", err)
			}
			return f.status(found)
		},
	}
	timeline.Flags().BoolVar(&asJSON, "json", false, "print JSON, for programs")
	f.addGoFlags(timeline)
	return timeline
}
