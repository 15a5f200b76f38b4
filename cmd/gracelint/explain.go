package main

import (
	"fmt"
	"strings"

	"github.com/gracelint/gracelint/internal/lint"
	"github.com/gracelint/gracelint/testdata"
	"github.com/spf13/cobra"
)

func newExplain() *cobra.Command {
	return &cobra.Command{
		Use:     "explain RULE",
		Short:   "Explain a rule: why, how to mend it, with a bad and a good example",
		Example: "  gracelint explain serverclose/dead-context",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			rule, err := lint.Find(args[0])
			if err != nil {
				return err
			}
			w := cmd.OutOrStdout()
			fmt.Fprintf(w, "%s (%s)\n\n%s\n\n%s\n\nHow to mend it\n\n%s\n", rule.ID, standing(rule), wrap(rule.Summary), wrap(rule.Why), wrap(rule.Advice))
			for _, kind := range []string{"bad", "good"} {
				if example, err := testdata.Example(rule.ID, kind); err == nil {
					fmt.Fprintf(w, "\n%s\n\n%s", strings.ToUpper(kind[:1])+kind[1:], indent(example))
				}
			}
			if did, bad, good := testdata.Measured(rule.ID); did != "" {
				fmt.Fprintf(w, "\nMeasured\n\n  %s\n  bad:  %s\n  good: %s\n", did, bad, good)
			}
			return nil
		},
	}
}

// wrap breaks a paragraph into lines of at most 80 characters, indented like the examples.
func wrap(paragraph string) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(paragraph) {
		switch {
		case column == 0:
			b.WriteString("  ")
			column = 2
		case column+1+len(word) > 80:
			b.WriteString("\n  ")
			column = 2
		default:
			b.WriteString(" ")
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}

func indent(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			b.WriteString("  ")
		}
		b.WriteString(line)
	}
	return b.String()
}
