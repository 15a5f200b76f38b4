package dockerfile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

// Parse makes the model of a Dockerfile, and of the scripts from the build context that its images start. The file is
// nil when there is nothing that could be checked. The notices say why, or what was left out.
func Parse(name string, src []byte, build Build) (*File, []gracelint.Notice) {
	f := &File{Path: name, src: src}
	b, notice := f.parse(build)
	if notice != nil {
		notice.Path = name
		return nil, []gracelint.Notice{*notice}
	}
	return f, b.notices
}

func (f *File) parse(build Build) (*builder, *gracelint.Notice) {
	if len(f.src) > gracelint.MaxDockerfile {
		return nil, failed(0, fmt.Sprintf("this Dockerfile has more than %d KB, as nothing has that people write", gracelint.MaxDockerfile>>10))
	}
	if !utf8.Valid(f.src) || bytes.IndexByte(f.src, 0) >= 0 {
		return nil, failed(0, "this is not the text of a Dockerfile: it has bytes that are not UTF-8 text")
	}
	result, err := parser.Parse(bytes.NewReader(f.src))
	if err != nil {
		return nil, f.unreadable(err)
	}
	nodes := result.AST.Children
	if err := startsWithFrom(nodes); err != nil {
		return nil, f.unreadable(err)
	}
	if notice := template(nodes); notice != nil {
		return nil, notice
	}
	stages, args, err := instructions.Parse(result.AST, nil)
	if err != nil {
		return nil, f.unreadable(err)
	}
	if len(stages) > gracelint.MaxStages {
		return nil, failed(stages[gracelint.MaxStages].Location[0].Start.Line, fmt.Sprintf("this Dockerfile has more than %d stages", gracelint.MaxStages))
	}
	b := &builder{
		file: f, build: build, nodes: map[int]*parser.Node{}, lines: lineStarts(f.src), escape: byte(result.EscapeToken),
		byName: map[string]int{}, memory: newMemory(), work: &shell.Work{},
	}
	for _, node := range nodes {
		b.nodes[node.StartLine] = node
	}
	b.stages(stages, args)
	if stage := f.final(); !isImage(stage.Image) {
		return nil, templateNotice(stage.From.Line)
	}
	if b.isWindows() {
		return nil, &gracelint.Notice{Kind: gracelint.Skipped, Line: f.final().From.Line, Message: "the image is a Windows image, which gets no SIGTERM: nothing in this file was checked"}
	}
	b.built()
	b.ignores()
	f.scriptIgnores()
	return b, nil
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

// upperCase stands in no image's name, and in the names of variables, which are not known yet.
var upperCase = regexp.MustCompile(`[A-Z]`)

// isImage reports whether an image can have the name: `FROM BASEIMAGE` is for a script to fill in.
func isImage(ref string) bool {
	name, _, _ := strings.Cut(ref, "$")
	name = name[strings.LastIndex(name, "/")+1:]
	name, _, _ = strings.Cut(name, ":")
	name, _, _ = strings.Cut(name, "@")
	return !upperCase.MatchString(name)
}

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
			line, _ := position(f.src, at[0])
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
	build  Build
	nodes  map[int]*parser.Node // by first line
	lines  []int
	escape byte
	byName map[string]int // the stages that have a name, lower-case; the first, if several have it
	above  int            // how many stages stand above the one at hand
	line   int            // of the instruction at hand

	memory
	work    *shell.Work
	notices []gracelint.Notice
}

// leaveOut notes that what the instruction at hand does is not known for the sake of a bound, once a file.
func (b *builder) leaveOut(err error) {
	if b.notices == nil {
		b.notices = []gracelint.Notice{{Kind: gracelint.Failed, Path: b.file.Path, Line: b.line,
			Message: fmt.Sprintf("it is not known what this runs (%v): make it simpler", err)}}
	}
}

// stages makes one stage after the other: each may name an earlier one as its base.
func (b *builder) stages(parsed []instructions.Stage, args []instructions.ArgCommand) {
	left := gracelint.MaxValues
	global := defaults(args, &left)
	bases := map[string]*Stage{}
	b.file.Stages = make([]Stage, len(parsed)) // stages point at each other
	for i, p := range parsed {
		stage := &b.file.Stages[i]
		b.above = i
		base := expand(p.BaseName, global)
		if below := bases[strings.ToLower(base)]; below != nil {
			*stage = *below
			stage.below, stage.copies, stage.builds = below, nil, nil
			stage.Env, stage.Args, stage.Ports = nil, nil, nil
		} else {
			*stage = Stage{
				Image: base, From: b.place(p.Location), Sh: shell.OfImage(base), Shell: []string{"/bin/sh", "-c"}, WorkDir: "/",
				values: &scope{values: map[string]value{"PATH": {defaultPath, true}}},
			}
			if strings.HasPrefix(p.Platform, "windows") {
				stage.Sh = shell.Windows
			}
		}
		stage.values = newScope(stage.values, &left)
		stage.Name, stage.Base = p.Name, base
		b.instructions(stage, p.Commands, global)
		if p.Name != "" {
			bases[p.Name] = stage
		}
		if _, ok := b.byName[strings.ToLower(p.Name)]; !ok && p.Name != "" {
			b.byName[strings.ToLower(p.Name)] = i
		}
	}
}

// defaultPath is where the builder's images have their programs.
const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

func (b *builder) instructions(stage *Stage, commands []instructions.Command, global *scope) {
	ownCmd := false
	for _, command := range commands {
		b.line = command.Location()[0].Start.Line
		switch c := command.(type) {
		case *instructions.EnvCommand:
			for _, pair := range c.Env {
				stage.Env = append(stage.Env, pair.Key)
				stage.values.declareEnv(pair.Key, pair.Value)
			}
		case *instructions.ArgCommand:
			for _, pair := range c.Args {
				stage.Args = append(stage.Args, pair.Key)
				stage.values.declareArg(pair.Key)
				if stage.values.hasEnv(pair.Key) {
					continue // ENV goes before ARG
				}
				if pair.Value != nil {
					stage.values.set(pair.Key, *pair.Value)
				} else if value, ok := global.values[pair.Key]; ok {
					stage.values.assign(pair.Key, value)
				}
			}
		case *instructions.WorkdirCommand:
			stage.WorkDir = path.Clean(stage.absolute(expand(c.Path, stage.values)))
		case *instructions.ExposeCommand:
			for _, port := range c.Ports {
				stage.Ports = append(stage.Ports, expand(port, stage.values))
			}
		case *instructions.StopSignalCommand:
			stage.StopSignal = &StopSignal{Place: b.place(c.Location()), Name: expand(c.Signal, stage.values)}
			stage.StopSignal.start, stage.StopSignal.end = b.extent(c.Location())
		case *instructions.CopyCommand:
			b.copy(stage, c.From, c.SourcesAndDest, c.Location())
		case *instructions.AddCommand:
			b.copy(stage, "", c.SourcesAndDest, c.Location())
		case *instructions.RunCommand:
			b.run(stage, c)
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

// copy notes what a COPY or ADD brings.
func (b *builder) copy(stage *Stage, from string, what instructions.SourcesAndDest, location []parser.Range) {
	c := copied{from: context, dest: stage.absolute(expand(what.DestPath, stage.values)), heredocs: what.SourceContents, node: location[0].Start.Line}
	if from != "" {
		c.from = b.stageOf(expand(from, stage.values))
	}
	for _, source := range what.SourcePaths {
		c.sources = append(c.sources, expand(source, stage.values))
	}
	stage.copies = append(stage.copies, c)
	if stage.Sh == shell.NoShell {
		b.findShell(stage, &c)
	}
}

// stageOf returns the stage above that the name or number is of.
func (b *builder) stageOf(name string) int {
	if i, ok := b.byName[strings.ToLower(name)]; ok {
		return i
	}
	if i, err := strconv.Atoi(name); err == nil && strconv.Itoa(i) == name && 0 <= i && i < b.above {
		return i
	}
	return elsewhere
}

var (
	// shellPlace is a folder where shells are, or a shell.
	shellPlace = regexp.MustCompile(`(^|/)(s?bin|usr|rootfs|busybox|toybox|bash|dash|ash|sh)/?$`)
	archive    = regexp.MustCompile(`\.(tar|tgz|txz|tbz2?)(\.\w+)?$`)
)

// findShell notes whether a shell may come into an image that has none: a root file system, say, or busybox.
func (b *builder) findShell(stage *Stage, c *copied) {
	for _, source := range c.sources {
		switch {
		case c.from >= 0 && path.Clean(source) == "/" && path.Clean(c.dest) == "/":
			stage.Sh = b.file.Stages[c.from].Sh
		case shellPlace.MatchString(source), shellPlace.MatchString(c.dest) && c.dest != "/" && !isProgram(source), archive.MatchString(source):
			stage.foundSh = true
		case path.Clean(c.dest) == "/" && !isProgram(source):
			stage.foundSh = true
		}
	}
}

// folder is what people call a folder that is copied with all that is in it.
var folder = regexp.MustCompile(`root|fs$|out|dist|target|install|stag|mnt|image|layer|overlay|build|[*?$.]`)

// isProgram reports whether what is copied is most likely a single program.
func isProgram(source string) bool {
	return strings.Contains(source, "/") && !strings.HasSuffix(source, "/") && !folder.MatchString(path.Base(source))
}

func (b *builder) run(stage *Stage, c *instructions.RunCommand) {
	script := strings.Join(c.CmdLine, " ")
	for _, file := range c.Files {
		script += "\n" + file.Data
	}
	stage.Sh = afterRun(stage.Sh, script)
	stage.foundSh = stage.foundSh || c.PrependShell
	stage.copies = append(stage.copies, copied{run: script})
	builds, err := stage.goBuilds(script)
	if shell.IsBeyond(err) {
		b.leaveOut(err)
	}
	stage.builds = append(stage.builds, builds...)
}

// built finds the stages that images are built of, and what SIGTERM does to them.
func (b *builder) built() {
	f := b.file
	targets := map[string]bool{}
	for _, target := range b.build.Targets {
		targets[strings.ToLower(target)] = target != ""
	}
	for i := range slices.Backward(f.Stages) {
		if i == len(f.Stages)-1 || targets[strings.ToLower(f.Stages[i].Name)] {
			f.Built = append(f.Built, i)
			b.pid1(&f.Stages[i])
		}
	}
	final := f.final()
	for s := final.below; s != nil; s = s.below {
		final.Env = slices.Concat(s.Env, final.Env)
		final.Args = slices.Concat(s.Args, final.Args)
		final.Ports = slices.Concat(s.Ports, final.Ports)
	}
}

// usualShells are what /bin/sh is in most images of which nothing is known, the most likely to lose SIGTERM first.
var usualShells = []shell.Family{shell.Dash, shell.Bash, shell.BusyBox}

// pid1 asks what SIGTERM does to a container of the stage. Where /bin/sh is not known, it is certain what the usual
// ones have in common.
func (b *builder) pid1(s *Stage) {
	s.scripts = map[string]script{}
	if cmd := cmp.Or(s.Entrypoint, s.Cmd); cmd != nil {
		b.line = cmd.Line
	}
	image := shell.Image{Sh: s.Sh, Work: b.work, Read: func(name string) (string, bool) {
		found, ok := b.find(s, name)
		if ok {
			s.scripts[name] = found
		}
		return found.text, ok
	}}
	var argv []string
	for _, arg := range s.commandLine() {
		argv = append(argv, arg.text)
	}
	s.PID1 = PID1{Verdict: image.Decide(argv), Certain: true}
	if s.Sh == shell.Unknown && s.PID1.Outcome == shell.Unclear {
		s.PID1.Certain = true
		for _, image.Sh = range usualShells {
			v := image.Decide(argv)
			if v.Outcome.Lost() && !s.PID1.Outcome.Lost() {
				s.PID1.Verdict, s.PID1.AnySh = v, true
			}
			s.PID1.Certain = s.PID1.Certain && v.Outcome.Lost()
		}
	}
	if b.work.Beyond != nil {
		b.leaveOut(b.work.Beyond)
	}
	if folder := b.packageStarted(s, s.PID1.App); folder != "" {
		s.Package = b.build.Name(folder)
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

// extent returns the byte range of an instruction, without the space around it.
func (b *builder) extent(location []parser.Range) (start, end int) {
	node := b.nodes[location[0].Start.Line]
	start, end = b.lines[node.StartLine-1], b.lines[node.EndLine]
	text := bytes.TrimPrefix(b.file.src[start:end], byteOrderMark)
	start = end - len(bytes.TrimLeft(text, " \t"))
	return start, start + len(bytes.TrimSpace(text))
}

var (
	linkedSh = regexp.MustCompile(`\b(?:ln|cp|mv)\s+(?:-\S+\s+)*(\S+)\s+(?:/usr)?/bin/sh(?:\s|[;&|]|$)`)
	dashNoSh = regexp.MustCompile(`\bdash/sh\s+boolean\s+false|dpkg-reconfigure\s.*\bdash\b`)
)

// afterRun returns what /bin/sh is after a RUN, some of which put bash in its place.
func afterRun(sh shell.Family, script string) shell.Family {
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

// scriptIgnores collects the ignore comments of the scripts that were read. They are as in a Dockerfile, but may stand
// behind a command.
func (f *File) scriptIgnores() {
	seen := map[string]bool{f.Path: true}
	for _, i := range f.Built {
		for _, name := range slices.Sorted(maps.Keys(f.Stages[i].scripts)) {
			script := f.Stages[i].scripts[name]
			if seen[script.path] {
				continue
			}
			seen[script.path] = true
			line := 0
			for text := range strings.Lines(script.text) {
				line++
				at := strings.LastIndexByte(text, '#')
				if at < 0 {
					continue
				}
				ignore, ok := gracelint.ParseIgnore(strings.TrimSpace(text[at:]))
				if !ok {
					continue
				}
				ignore.Path, ignore.Line, ignore.Own = script.path, line, strings.TrimSpace(text[:at]) == ""
				ignore.Column = utf8.RuneCountInString(text[:at]) + 1
				f.Ignores = append(f.Ignores, ignore)
			}
		}
	}
}

// defaults returns the ARGs before the first FROM that have a value.
func defaults(args []instructions.ArgCommand, left *int) *scope {
	values := newScope(nil, left)
	for _, arg := range args {
		for _, pair := range arg.Args {
			if pair.Value != nil {
				values.set(pair.Key, *pair.Value)
			}
		}
	}
	return values
}
