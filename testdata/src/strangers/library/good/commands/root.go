package commands

import "github.com/spf13/cobra"

func Root() *cobra.Command {
	var root = &cobra.Command{Use: "library", Short: "Lends books"}
	for _, sub := range []*cobra.Command{apiCommand(), importCommand()} {
		root.AddCommand(sub)
	}
	return root
}

func importCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE",
		Short: "Reads a catalogue into the database",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			cmd.Printf("importing %s\n", args[0])
			return nil
		},
	}
}
