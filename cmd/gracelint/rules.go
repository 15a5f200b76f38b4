package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/internal/lint"
	"github.com/spf13/cobra"
)

func newRules() *cobra.Command {
	return &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			table := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			for _, rule := range lint.Rules() {
				fmt.Fprintf(table, "%s\t%s\t%s\n", rule.ID, standing(rule), rule.Summary)
			}
			return table.Flush()
		},
	}
}

// standing says whether a rule is on by default, and how grave its findings are.
func standing(rule *gracelint.Rule) string {
	if rule.Strict {
		return string(rule.Severity) + ", strict"
	}
	return string(rule.Severity)
}
