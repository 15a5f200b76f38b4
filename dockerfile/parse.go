package dockerfile

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

// Parse makes the model of a Dockerfile. The file is nil when there is nothing that could be checked; a notice then
// says why.
func Parse(path string, src []byte) (*File, []gracelint.Notice) {
	f := &File{Path: path, src: src}
	if notice := f.parse(); notice != nil {
		notice.Path = path
		return nil, []gracelint.Notice{*notice}
	}
	return f, nil
}

func (f *File) parse() *gracelint.Notice {
	if !utf8.Valid(f.src) || bytes.IndexByte(f.src, 0) >= 0 {
		return failed(0, "this is not the text of a Dockerfile: it has bytes that are not UTF-8 text")
	}
	result, err := parser.Parse(bytes.NewReader(f.src))
	if err != nil {
		return f.unreadable(err)
	}
	nodes := result.AST.Children
	if err := startsWithFrom(nodes); err != nil {
		return f.unreadable(err)
	}
	if notice := template(nodes); notice != nil {
		return notice
	}
	stages, args, err := instructions.Parse(result.AST, nil)
	if err != nil {
		return f.unreadable(err)
	}
	b := builder{file: f, nodes: map[int]*parser.Node{}, lines: lineStarts(f.src), escape: byte(result.EscapeToken)}
	for _, node := range nodes {
		b.nodes[node.StartLine] = node
	}
	b.stages(stages, defaults(args))
	b.ignores()
	if b.isWindows() {
		return &gracelint.Notice{Kind: gracelint.Skipped, Line: f.final().From.Line, Message: "the image is a Windows image, which gets no SIGTERM: nothing in this file was checked"}
	}
	return nil
}

// startsWithFrom reports an error when anything but ARG stands before the first FROM.
func startsWithFrom(nodes []*parser.Node) error {
	if !slices.ContainsFunc(nodes, func(n *parser.Node) bool { return is(n, "from") }) {
		return errors.New("the file has no FROM: it builds nothing")
	}
	first := nodes[slices.IndexFunc(nodes, func(n *parser.Node) bool { return !is(n, "arg") })]
	if is(first, "from") {
		return nil
	}
	return parser.WithLocation(fmt.Errorf("%s stands before the first FROM", first.Value), first.Location())
}

func is(node *parser.Node, instruction string) bool {
	return strings.EqualFold(node.Value, instruction)
}

// placeholder is what the common template languages put into a file: Go, Jinja, ERB, and names to be replaced.
var placeholder = regexp.MustCompile(`\{\{|\{%|<%|%%\w+%%`)

// templateNames are what names of templates end in, for those that only their maker can read.
var templateNames = []string{".template", ".tmpl", ".tpl", ".in", ".j2", ".erb", ".m4"}

// macro is a line that only m4 can read.
var macro = regexp.MustCompile(`(?m)^(dnl\b|(m4_)?(include|define|ifdef|ifelse|changequote)\()`)

// template recognizes a file that is not a Dockerfile yet by the instructions that matter: a RUN may well speak of
// {{ }} to another program.
func template(nodes []*parser.Node) *gracelint.Notice {
	for _, node := range nodes {
		switch strings.ToLower(node.Value) {
		case "from", "shell", "entrypoint", "cmd":
			if placeholder.MatchString(node.Original) {
				return templateNotice(node.StartLine)
			}
		}
	}
	return nil
}

func templateNotice(line int) *gracelint.Notice {
	return &gracelint.Notice{Kind: gracelint.Skipped, Line: line, Message: "this is a template: check the Dockerfile that is made of it"}
}

// builderPrefix is what the builder says before the reason.
var builderPrefix = regexp.MustCompile(`^dockerfile parse error on line \d+: `)

// unreadable says why the builder cannot read the file, and whether it was meant to.
func (f *File) unreadable(err error) *gracelint.Notice {
	if slices.Contains(templateNames, filepath.Ext(f.Path)) {
		return templateNotice(0)
	}
	for _, foreign := range []*regexp.Regexp{placeholder, macro} {
		if at := foreign.FindIndex(f.src); at != nil {
			line, _ := f.position(at[0])
			return templateNotice(line)
		}
	}
	if err.Error() == "file with no instructions" {
		return failed(0, "the file has no instruction: it builds nothing")
	}
	line := 0
	var located *parser.LocationError
	if errors.As(err, &located) && len(located.Locations) > 0 && len(located.Locations[0]) > 0 {
		line = located.Locations[0][0].Start.Line
	}
	reason := builderPrefix.ReplaceAllString(err.Error(), "")
	return failed(line, strings.Join(strings.Fields(reason), " "))
}

func failed(line int, message string) *gracelint.Notice {
	return &gracelint.Notice{Kind: gracelint.Failed, Line: line, Message: message}
}

// A builder makes the model of the parsed instructions.
type builder struct {
	file   *File
	nodes  map[int]*parser.Node // by first line
	lines  []int
	escape byte
}

// stages makes one stage after the other: each may name an earlier one as its base.
func (b *builder) stages(parsed []instructions.Stage, args map[string]string) {
	byName := map[string]Stage{}
	for _, p := range parsed {
		base := expand(p.BaseName, args)
		stage, isStage := byName[strings.ToLower(base)]
		if !isStage {
			stage = Stage{Image: base, From: b.place(p.Location), Sh: shell.OfImage(base), Shell: []string{"/bin/sh", "-c"}}
			if strings.HasPrefix(p.Platform, "windows") {
				stage.Sh = shell.Windows
			}
		}
		stage.Name, stage.Base = p.Name, base
		b.instructions(&stage, p.Commands)
		b.file.Stages = append(b.file.Stages, stage)
		if p.Name != "" {
			byName[p.Name] = stage
		}
	}
}

func (b *builder) instructions(stage *Stage, commands []instructions.Command) {
	ownCmd := false
	for _, command := range commands {
		switch c := command.(type) {
		case *instructions.EnvCommand:
			for _, pair := range c.Env {
				stage.Env = append(stage.Env[:len(stage.Env):len(stage.Env)], pair.Key)
			}
		case *instructions.ArgCommand:
			for _, pair := range c.Args {
				stage.Args = append(stage.Args[:len(stage.Args):len(stage.Args)], pair.Key)
			}
		case *instructions.RunCommand:
			stage.Sh = afterRun(stage.Sh, c)
		case *instructions.ShellCommand:
			at := b.place(c.Location())
			stage.Shell, stage.SetAt = c.Shell, &at
		case *instructions.EntrypointCommand:
			stage.Entrypoint = b.command("ENTRYPOINT", c.ShellDependantCmdLine, c.Location())
			if !ownCmd {
				stage.Cmd = nil // the base's CMD was meant for the base's ENTRYPOINT: the builder drops it
			}
		case *instructions.CmdCommand:
			stage.Cmd, ownCmd = b.command("CMD", c.ShellDependantCmdLine, c.Location()), true
		}
	}
}

// command returns nil for an empty one, such as `ENTRYPOINT []`, which takes back an earlier one.
func (b *builder) command(name string, line instructions.ShellDependantCmdLine, location []parser.Range) *Command {
	if len(line.CmdLine) == 0 {
		return nil
	}
	node := b.nodes[location[0].Start.Line]
	cmd := &Command{Place: b.place(location), EndLine: node.EndLine, Instruction: name, ShellForm: line.PrependShell}
	t, ok := instructionText(b.file.src, b.lines, node, b.escape)
	switch {
	case !ok:
		for _, value := range line.CmdLine {
			cmd.Words = append(cmd.Words, Word{Text: value})
		}
	case line.PrependShell:
		cmd.Words = []Word{t.shellWord(line.CmdLine[0])}
	default:
		cmd.Words, cmd.start, cmd.end = t.execWords(line.CmdLine)
	}
	for i := range cmd.Words {
		if word := &cmd.Words[i]; word.end == 0 { // not found: the line must do
			word.start, word.end = b.lines[cmd.Line-1], b.lines[cmd.Line]
		}
	}
	return cmd
}

func (b *builder) place(location []parser.Range) Place {
	line := location[0].Start.Line
	start := b.lines[line-1]
	rest := bytes.TrimPrefix(b.file.src[start:], byteOrderMark)
	indent := len(rest) - len(bytes.TrimLeft(rest, " \t"))
	return Place{line, indent + 1}
}

var (
	linkedSh = regexp.MustCompile(`\b(?:ln|cp|mv)\s+(?:-\S+\s+)*(\S+)\s+(?:/usr)?/bin/sh(?:\s|[;&|]|$)`)
	dashNoSh = regexp.MustCompile(`\bdash/sh\s+boolean\s+false|dpkg-reconfigure\s.*\bdash\b`)
)

// afterRun returns what /bin/sh is after a RUN, some of which put bash in its place.
func afterRun(sh shell.Family, run *instructions.RunCommand) shell.Family {
	script := strings.Join(run.CmdLine, " ")
	for _, file := range run.Files {
		script += "\n" + file.Data
	}
	if match := linkedSh.FindStringSubmatch(script); match != nil {
		sh, _ = shell.Named(match[1], sh)
		return sh
	}
	if dashNoSh.MatchString(script) {
		return shell.Bash
	}
	return sh
}

// isWindows reports whether the final stage runs on Windows: by its image, its SHELL, or the escape character that
// only Windows paths need.
func (b *builder) isWindows() bool {
	stage := b.file.final()
	bySHELL, _ := shell.Named(stage.Shell[0], shell.Unknown)
	return stage.Sh == shell.Windows || bySHELL == shell.Windows || stage.Sh == shell.Unknown && b.escape == '`'
}

// ignores collects the ignore comments, which the builder drops. A line with # in a here-document is none.
func (b *builder) ignores() {
	inHeredoc := map[int]bool{}
	for _, node := range b.nodes {
		for line := node.StartLine; len(node.Heredocs) > 0 && line <= node.EndLine; line++ {
			inHeredoc[line] = true
		}
	}
	for i := range b.lines[1:] {
		line := strings.TrimPrefix(string(b.file.src[b.lines[i]:b.lines[i+1]]), string(byteOrderMark))
		comment := strings.TrimSpace(line)
		ignore, ok := gracelint.ParseIgnore(comment)
		if !ok || inHeredoc[i+1] {
			continue
		}
		ignore.Path, ignore.Line, ignore.Own = b.file.Path, i+1, true
		ignore.Column = utf8.RuneCountInString(line[:strings.IndexByte(line, '#')]) + 1
		b.file.Ignores = append(b.file.Ignores, ignore)
	}
}

// defaults returns the values of the ARGs before the first FROM that have one.
func defaults(args []instructions.ArgCommand) map[string]string {
	values := map[string]string{}
	for _, arg := range args {
		for _, pair := range arg.Args {
			if pair.Value != nil {
				values[pair.Key] = expand(*pair.Value, values)
			}
		}
	}
	return values
}

// expand puts in the values of variables, as FROM allows them: $NAME, ${NAME}, ${NAME:-default} and ${NAME:+other}.
func expand(s string, values map[string]string) string {
	return os.Expand(strings.Trim(s, `"'`), func(reference string) string {
		name, fallback, hasFallback := strings.Cut(reference, ":-")
		name, other, hasOther := strings.Cut(name, ":+")
		value, known := values[name]
		switch {
		case hasOther && value != "":
			return expand(other, values)
		case hasOther:
			return ""
		case value != "":
			return value
		case hasFallback:
			return expand(fallback, values)
		case known:
			return ""
		}
		return fmt.Sprintf("${%s}", reference)
	})
}
