package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/internal/discover"
	"github.com/gracelint/gracelint/internal/lint"
	"github.com/gracelint/gracelint/internal/report"
	"github.com/spf13/cobra"
)

// The exit statuses, the gravest first.
const (
	statusUsage     = 2 // wrong usage
	statusFindings  = 1
	statusUnchecked = 3 // something that should have been checked could not be
)

// status is an error that ends the command with an exit status and says nothing: all has been said.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// run is the command: it returns its exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	if name := fileAmongFlags(args); name != "" {
		fmt.Fprintf(stderr, "gracelint: %s is a flag and the name of a file, too: write -- before the names of files, or rename it\n", gracelint.Visible(name))
		return statusUsage
	}
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var code status
	var by interruption
	var reason unchecked
	switch {
	case err == nil:
		return 0
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &by):
		fmt.Fprintf(stderr, "gracelint: nothing was checked to the end: %v\n", by)
		return by.status()
	case errors.As(err, &reason):
		fmt.Fprintf(stderr, "gracelint: %s\n", gracelint.Visible(err.Error()))
		return statusUnchecked
	}
	fmt.Fprintf(stderr, "gracelint: %s\n", gracelint.Visible(err.Error()))
	return statusUsage
}

// fileAmongFlags returns the first flag that is the name of a file, too, or "". Who passes on the names of the files in a
// commit passes on what anybody called them.
func fileAmongFlags(args []string) string {
	if end := slices.Index(args, "--"); end >= 0 {
		args = args[:end]
	}
	for _, arg := range args {
		if _, err := os.Lstat(arg); err == nil && strings.HasPrefix(arg, "-") && arg != "-" {
			return arg
		}
	}
	return ""
}

// stdinName is what findings call the standard input.
const stdinName = "<stdin>"

// flags are those of the check itself.
type flags struct {
	format     string
	color      string
	exitZero   bool
	allowEmpty bool
	dir        string
	options    lint.Options
}

func newRoot() *cobra.Command {
	var f flags
	root := &cobra.Command{
		Use:   "gracelint [path...]",
		Short: "Find what will make Go services drop work when Kubernetes stops them",
		Long: `gracelint reads Go code, Dockerfiles and Kubernetes manifests, and says what will make a
service drop work when Kubernetes stops its pod, and how to mend it.

A path is a directory (with all below it), a file, a Go package pattern such as ./..., or - for
manifests or a Dockerfile on the standard input; without one it is the working directory.

Exit status: 0 nothing found, 1 findings, 2 wrong usage, 3 something could not be checked, or there was nothing to check.`,
		Example: `  gracelint
  gracelint ./cmd/... deploy/
  gracelint --format json . > findings.json
  helm template charts/shop | gracelint -
  kustomize build overlays/production | gracelint -
  gracelint explain serverclose/dead-context
  gracelint timeline`,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, args []string) error { return f.check(cmd, args) },
	}
	set := root.Flags()
	set.StringVar(&f.format, "format", "text", "how to print findings: text or json")
	set.BoolVar(&f.options.Select.Strict, "strict", false, "report strict findings too: advice that many correct programs do without")
	set.StringSliceVar(&f.options.Select.Enable, "enable", nil, "report the strict findings of these rules too")
	set.StringSliceVar(&f.options.Select.Disable, "disable", nil, "report nothing of these rules")
	set.StringSliceVar(&f.options.Select.Only, "only", nil, "report nothing but these rules")
	set.StringVar(&f.color, "color", "auto", "colour the text: auto (on a terminal, unless NO_COLOR is set), always or never")
	set.StringVar(&f.options.Stdin.Name, "stdin-name", stdinName, "the name of the file that is read from the standard input")
	set.BoolVar(&f.exitZero, "exit-zero", false, "exit with status 0 even when there are findings")
	set.BoolVar(&f.allowEmpty, "allow-empty", false, "exit with status 0 even when there is nothing to check")
	f.addGoFlags(root)
	root.AddCommand(newTimeline(), newRules(), newExplain(), newVersion())
	return root
}

// addGoFlags adds the flags that say how Go code is to be read.
func (f *flags) addGoFlags(cmd *cobra.Command) {
	set := cmd.Flags()
	set.StringVarP(&f.dir, "chdir", "C", "", "change to this directory before anything else")
	set.StringVar(&f.options.Tags, "tags", "", "build tags, separated by commas, as the go command takes them")
	set.StringArrayVar(&f.options.API, "api", nil, "a server type of your own and its methods, as company.example/srv.Server:start=Run,stop=Stop")
}

// run checks what the flags say, and shows its progress. With a report, an error is that the run was interrupted.
func (f *flags) run(cmd *cobra.Command, args []string) (*report.Report, error) {
	for _, api := range f.options.API {
		if err := lifecycle.CheckAPI(api); err != nil {
			return nil, fmt.Errorf("--api %w", err)
		}
	}
	if slices.Contains(args, "-") {
		if err := f.readStdin(cmd); err != nil {
			return nil, err
		}
	}
	if f.dir != "" {
		if link := discover.StrayLink(f.dir); link != "" {
			return nil, fmt.Errorf("-C %s: the symbolic link leads out of the repository", f.dir)
		}
		if err := os.Chdir(f.dir); err != nil {
			return nil, err
		}
	}
	progress := newProgress(cmd.ErrOrStderr())
	defer progress.clear()
	f.options.Progress = progress.show
	return lint.Run(cmd.Context(), args, f.options)
}

// readStdin reads the standard input, for which a terminal or a pipe may have to be waited for.
func (f *flags) readStdin(cmd *cobra.Command) error {
	ended := make(chan error, 1)
	go func() {
		content, err := io.ReadAll(cmd.InOrStdin())
		f.options.Stdin.Content = content
		ended <- err
	}()
	select {
	case err := <-ended:
		if err != nil {
			return fmt.Errorf("the standard input cannot be read: %w", err)
		}
		return nil
	case <-cmd.Context().Done():
		return context.Cause(cmd.Context())
	}
}

func (f *flags) check(cmd *cobra.Command, args []string) error {
	if err := f.validate(); err != nil {
		return err
	}
	if !slices.Contains(args, "-") && cmd.Flags().Changed("stdin-name") {
		return errors.New("--stdin-name: it names what - reads, and - is not among the paths")
	}
	return f.report(cmd, args, func(w io.Writer, found *report.Report) error {
		if err := f.print(w, found); err != nil {
			return fmt.Errorf("the findings could not be printed: %w", err)
		}
		return nil
	})
}

// report checks what the flags say and prints what was found; of an interrupted run that is the part which was.
func (f *flags) report(cmd *cobra.Command, args []string, print func(io.Writer, *report.Report) error) error {
	found, interrupted := f.run(cmd, args)
	if found == nil || interrupted != nil && found.IsEmpty() {
		return interrupted
	}
	var err error
	if crash := gracelint.Guard(func() { err = print(cmd.OutOrStdout(), found) }); crash != "" {
		err = unchecked(crash)
	}
	if err == nil {
		err = interrupted
	}
	if err != nil {
		return err
	}
	return f.status(found)
}

func (f *flags) validate() error {
	if !slices.Contains([]string{"text", "json"}, f.format) {
		return fmt.Errorf("--format %s: it is text or json", f.format)
	}
	if !slices.Contains([]string{"auto", "always", "never"}, f.color) {
		return fmt.Errorf("--color %s: it is auto, always or never", f.color)
	}
	selection := f.options.Select
	for _, id := range slices.Concat(selection.Enable, selection.Disable, selection.Only) {
		if _, err := lint.Find(id); err != nil {
			return err
		}
	}
	if !slices.ContainsFunc(lint.Rules(), func(rule *gracelint.Rule) bool {
		return !slices.Contains(selection.Disable, rule.ID) && (len(selection.Only) == 0 || slices.Contains(selection.Only, rule.ID))
	}) {
		return errors.New("--disable: no rule is left to check")
	}
	return nil
}

func (f *flags) print(w io.Writer, found *report.Report) error {
	if f.format == "json" {
		return report.JSON(w, found)
	}
	return report.Text(w, found, f.source, f.colored(w))
}

// source returns the content of a file with findings.
func (f *flags) source(path string) ([]byte, error) {
	if f.options.Stdin.Content != nil && path == f.options.Stdin.Name {
		return f.options.Stdin.Content, nil
	}
	return discover.ReadFile(path)
}

func (f *flags) colored(w io.Writer) bool {
	if f.color == "auto" {
		return isTerminal(w) && os.Getenv("NO_COLOR") == ""
	}
	return f.color == "always"
}

func (f *flags) status(found *report.Report) error {
	if len(found.Findings) > 0 && !f.exitZero {
		return status(statusFindings)
	}
	if slices.ContainsFunc(found.Notices, func(n gracelint.Notice) bool { return n.Kind == gracelint.Failed }) {
		return status(statusUnchecked)
	}
	if found.Checked == (report.Checked{}) && !f.allowEmpty {
		return unchecked("nothing was checked: name what there is to check, or pass --allow-empty")
	}
	return nil
}

// unchecked is an error that ends the command with the status of what could not be checked.
type unchecked string

func (u unchecked) Error() string { return string(u) }
