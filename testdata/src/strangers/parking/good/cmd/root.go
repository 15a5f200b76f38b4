package cmd

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/viper"

	"strangers/parking/good/app"
	"strangers/parking/good/config"
)

func NewRootCmd() *cobra.Command {
	v := viper.New()
	rootCmd := &cobra.Command{
		Use:   "parking",
		Short: "parking spaces API",
		PersistentPreRunE: func(cmd *cobra.Command, args []string) error {
			v.SetEnvPrefix("PARKING")
			v.SetEnvKeyReplacer(strings.NewReplacer("-", "_"))
			v.AutomaticEnv()
			return v.BindPFlags(cmd.Flags())
		},
	}
	rootCmd.PersistentFlags().String("log-level", "info", "log level")
	rootCmd.AddCommand(newRunCmd(v))
	return rootCmd
}

func newRunCmd(v *viper.Viper) *cobra.Command {
	runCmd := &cobra.Command{
		Use: "run",
		RunE: func(cmd *cobra.Command, args []string) error {
			var cfg config.Config
			if err := v.Unmarshal(&cfg); err != nil {
				return err
			}
			a, err := app.New(&cfg)
			if err != nil {
				return err
			}
			if err := a.Start(); err != nil {
				return err
			}
			return a.WaitForStop()
		},
	}
	runCmd.Flags().String("http-addr", "0.0.0.0:8080", "http address")
	runCmd.Flags().Duration("stop-timeout", 0, "stop timeout")
	return runCmd
}
