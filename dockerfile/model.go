package dockerfile

import (
	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

// A File is a Dockerfile as the rules see it. Lines and columns count from 1, columns in code points.
type File struct {
	Path    string             `json:"path"`
	Stages  []Stage            `json:"stages"` // at least one
	Ignores []gracelint.Ignore `json:"ignores"`

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

	Env  []string `json:"env"`  // names that ENV declares
	Args []string `json:"args"` // names that ARG declares

	Entrypoint *Command `json:"entrypoint"` // nil: there is none, or it is the image's own
	Cmd        *Command `json:"cmd"`
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

// An argument is one argument of the command line that a container starts.
type argument struct {
	text string
	word *Word    // nil: it stands in SHELL, or is Docker's default
	cmd  *Command // that brings it
}

// commandLine returns what a container of the stage starts as PID 1: ENTRYPOINT and CMD together.
func (s *Stage) commandLine() []argument {
	line := s.arguments(s.Entrypoint)
	if s.Entrypoint == nil || !s.Entrypoint.ShellForm {
		line = append(line, s.arguments(s.Cmd)...)
	}
	return line
}

func (s *Stage) arguments(cmd *Command) []argument {
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
