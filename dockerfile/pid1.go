package dockerfile

import (
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

// checkPID1 lets the rule speak that the model's verdict is about.
func checkPID1(f *File, stage *Stage) []gracelint.Finding {
	v := stage.PID1
	if !v.Outcome.Lost() || isDevContainer(f.Path) || isForDevelopment(path.Base(f.Path)) {
		return nil
	}
	say := sayShell
	switch {
	case v.Shell == shell.Unknown && !v.Certain:
		return nil // npm may be given a shell that makes room
	case v.Shell == shell.Unknown:
		say = sayWrapper
	case v.Init != "":
		say = sayInit
	case v.Trap:
		say = sayTrap
	case v.Script != "":
		say = sayScript
	}
	source, ok := f.source(stage)
	if !ok {
		return nil
	}
	found := say(f, stage, source)
	if !v.Certain && found.Rule != shellPID1.ID {
		found.Message = fmt.Sprintf("unless /bin/sh of %s makes room for %s: %s", stage.Image, v.App, found.Message)
	}
	if v.Branch {
		found.Message = "on one of the branches, " + found.Message
	}
	found.Fault = fmt.Sprintf("PID 1: %s:%d:%d", found.Path, found.Line, found.Column) // package timeline may know more of it
	return []gracelint.Finding{found}
}

// isDevContainer reports whether the file describes an editor's container, which is made to idle.
func isDevContainer(path string) bool {
	return slices.Contains(strings.Split(filepath.ToSlash(path), "/"), ".devcontainer")
}

// A source is the text that decides what SIGTERM does: a script, or an argument of ENTRYPOINT, CMD or SHELL.
type source struct {
	path   string
	src    []byte
	script *script
	word   *Word
}

// source returns the text that the verdict is about; none when it stands in SHELL, which is not there to be mended.
func (f *File) source(stage *Stage) (source, bool) {
	if name := stage.PID1.Script; name != "" {
		return stage.scriptSource(name), true
	}
	word := stage.commandLine()[stage.PID1.Arg].word
	return source{f.Path, f.src, nil, word}, word != nil
}

// Script returns the file of the script that decides what becomes of SIGTERM, as findings name it; empty when none does.
func (s *Stage) Script() string { return s.scripts[s.PID1.Script].path }

func (s *Stage) scriptSource(name string) source {
	script := s.scripts[name]
	return source{script.path, script.src, &script, nil}
}

// bytes returns where the bytes [start, end) of the text stand in its file, and whether that is known for sure.
func (s source) bytes(start, end int) (int, int, bool) {
	if s.script != nil {
		return s.script.at + start, s.script.at + end, true
	}
	return s.word.bytes(start, end)
}

// finding returns a finding about the command that decides.
func (s source) finding(rule *gracelint.Rule, stage *Stage) gracelint.Finding {
	v := stage.PID1
	start, end, _ := s.bytes(v.Start, v.End)
	found := findingIn(s.path, s.src, rule, start, end)
	if !v.Certain || v.Branch {
		found.Severity = gracelint.Warning
	}
	return found
}

// starter says which line starts the script, for messages: a finding stands in the script, and that line is right.
func (f *File) starter(stage *Stage) string {
	cmd := cmp.Or(stage.Entrypoint, stage.Cmd)
	return fmt.Sprintf("%s of %s", cmd.Instruction, f.Path)
}

// next returns the place in the script that the shell starts where SIGTERM would be lost all the same.
func (s *Stage) next() []gracelint.Related {
	v := s.PID1.Next
	if v == nil || v.Script == "" {
		return nil
	}
	source := s.scriptSource(v.Script)
	line, column := position(source.src, source.script.at+v.Start)
	return []gracelint.Related{{Path: source.path, Line: line, Column: column, Message: fmt.Sprintf("%s starts %s without exec, too", path.Base(v.Script), v.App)}}
}

// execFix puts exec before the commands that the verdict names, if it is known where in the file they stand.
func (s source) execFix(v shell.Verdict) []gracelint.Fix {
	fix := gracelint.Fix{Message: "put `exec` before " + v.App, Safe: true}
	for _, at := range v.Execs {
		start, _, ok := s.bytes(at, at+1)
		if !ok {
			return nil
		}
		fix.Edits = append(fix.Edits, gracelint.Edit{Path: s.path, Start: start, End: start, New: "exec "})
	}
	if fix.Edits == nil {
		return nil
	}
	return []gracelint.Fix{fix}
}

// shellOf names the shell that stays, as far as it is known.
func (s *Stage) shellOf() string {
	if s.PID1.AnySh {
		return "the shell"
	}
	return string(s.PID1.Shell)
}
