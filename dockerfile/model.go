package dockerfile

import (
	"path"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

// A File is a Dockerfile as the rules see it. Lines and columns count from 1, columns in code points.
type File struct {
	Path    string             `json:"path"`
	Stages  []Stage            `json:"stages"`  // at least one
	Built   []int              `json:"built"`   // the stages that images are built of, the last first
	Ignores []gracelint.Ignore `json:"ignores"` // of the scripts, too

	src []byte
}

// A Stage is what its instructions make of its base. It holds what it inherits from stages of the same file; what it
// inherits from an image is known by the image's name only.
type Stage struct {
	Name  string       `json:"name"`  // empty without AS
	Base  string       `json:"base"`  // after FROM, with the defaults of ARG put in; what has none stays as ${NAME}
	Image string       `json:"image"` // Base, or the image below the stages that Base names
	From  Place        `json:"from"`  // of the FROM that names Image
	Sh    shell.Family `json:"sh"`    // what /bin/sh is
	Shell []string     `json:"shell"` // what runs the shell form, as SHELL sets it
	SetAt *Place       `json:"setAt"` // of SHELL; nil: Shell is Docker's default

	Env     []string `json:"env"`     // names that ENV declares; these three hold what is inherited, too, in the final stage only
	Args    []string `json:"args"`    // names that ARG declares
	WorkDir string   `json:"workDir"` // absolute; / when the image's own is not changed
	Ports   []string `json:"ports"`   // as EXPOSE has them, such as 80/tcp

	Entrypoint *Command    `json:"entrypoint"` // nil: there is none, or it is the image's own
	Cmd        *Command    `json:"cmd"`
	StopSignal *StopSignal `json:"stopSignal"` // nil: the image's own, or else SIGTERM

	PID1    PID1   `json:"pid1"`    // of a stage that is built
	Package string `json:"package"` // the folder, as findings name it, of the Go package that the program is built of; "" if unknown

	below   *Stage // of the same file, that it is built on; nil: an image
	values  *scope
	copies  []copied          // of the stage itself, as builds
	builds  []goBuild         // programs
	foundSh bool              // a shell may have been brought into an image that has none
	scripts map[string]script // that were read to learn what PID 1 is
}

// A StopSignal is the signal that STOPSIGNAL names.
type StopSignal struct {
	Place
	Name string `json:"name"` // with variables put in

	start, end int // byte range in the file of the instruction
}

// PID1 is what SIGTERM does to a container of the image.
type PID1 struct {
	shell.Verdict
	Certain bool `json:"certain"` // false: it depends on /bin/sh, which is not known
	AnySh   bool `json:"anySh"`   // /bin/sh is not known, and Shell is one that it may be
}

// A Place is where an instruction begins.
type Place struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// A Command is an ENTRYPOINT or CMD.
type Command struct {
	Place
	EndLine     int    `json:"endLine"`
	Instruction string `json:"instruction"` // ENTRYPOINT or CMD
	ShellForm   bool   `json:"shellForm"`
	Words       []Word `json:"words"` // one in the shell form: the whole line, continuations joined

	start, end int // byte range in the file of the exec form's array
}

// A Word is one argument.
type Word struct {
	Text string `json:"text"`

	start, end int   // byte range in the file, with the quotes of the exec form
	offsets    []int // where in the file each byte of Text stands, up to the first escape of the exec form
}

// bytes returns the byte range in the file of Text[start:end], and false when only the whole word's is known.
func (w *Word) bytes(start, end int) (int, int, bool) {
	if end == 0 || start >= len(w.offsets) || end-1 >= len(w.offsets) {
		return w.start, w.end, false
	}
	return w.offsets[start], w.offsets[end-1] + 1, true
}

// final returns the stage that `docker build` makes the image of.
func (f *File) final() *Stage { return &f.Stages[len(f.Stages)-1] }

// layers returns the stages of the file that the stage is made of, the lowest first.
func (s *Stage) layers() []*Stage {
	var layers []*Stage
	for ; s != nil; s = s.below {
		layers = append(layers, s)
	}
	slices.Reverse(layers)
	return layers
}

// absolute returns the absolute name of a path in the image; it ends in a slash if the path does.
func (s *Stage) absolute(name string) string {
	abs := name
	if !path.IsAbs(name) {
		abs = path.Join(s.WorkDir, name)
	}
	if strings.HasSuffix(name, "/") || path.Base(name) == "." {
		return strings.TrimSuffix(abs, "/") + "/"
	}
	return abs
}

// An argument is one argument of the command line that a container starts.
type argument struct {
	text string
	word *Word    // nil: it stands in SHELL, or is Docker's default
	cmd  *Command // that brings it
}

// commandLine returns what a container of the stage starts as PID 1: ENTRYPOINT and CMD together.
func (s *Stage) commandLine() []argument {
	line := s.argumentsOf(s.Entrypoint)
	if s.Entrypoint == nil || !s.Entrypoint.ShellForm {
		line = append(line, s.argumentsOf(s.Cmd)...)
	}
	return line
}

func (s *Stage) argumentsOf(cmd *Command) []argument {
	if cmd == nil {
		return nil
	}
	var line []argument
	if cmd.ShellForm {
		for _, word := range s.Shell {
			line = append(line, argument{text: word, cmd: cmd})
		}
	}
	for i := range cmd.Words {
		line = append(line, argument{cmd.Words[i].Text, &cmd.Words[i], cmd})
	}
	return line
}

// commandAt returns the command that has the line.
func (s *Stage) commandAt(line int) *Command {
	for _, cmd := range []*Command{s.Entrypoint, s.Cmd} {
		if cmd != nil && cmd.Line <= line && line <= cmd.EndLine {
			return cmd
		}
	}
	return nil
}
