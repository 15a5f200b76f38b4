// Package dockerfile reads Dockerfiles and says whether SIGTERM reaches the program that the image is built to run.
//
// [Parse] makes the model of a file, with the scripts from the build context that its images start; [Check] makes
// findings of the model, and reads nothing. What a shell does with SIGTERM is package shell's knowledge; the rules here,
// one a file, know how a Dockerfile starts one.
package dockerfile

import (
	"slices"
	"strings"
	"unicode"

	"github.com/gracelint/gracelint"
)

// Rules are the rules of this package, in the order in which they speak.
var Rules = []*gracelint.Rule{noShell, invalidJSON, initWithShell, wrapperPID1, lostTrap, scriptWithoutExec, shellPID1, unexpandedVariable, stopSignal, ignoredCmd}

// first are the checks of which only the first that finds something speaks: each says why PID 1 is not the program.
var first = []func(*File, *Stage) []gracelint.Finding{checkNoShell, checkInvalidJSON, checkPID1}

// Check returns what is wrong with the images that are built of the file. Findings that a comment silences are among
// them, with Ignored set.
func Check(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for _, i := range f.Built {
		stage := &f.Stages[i]
		if i != len(f.Stages)-1 && isForDevelopment(stage.Name) {
			continue
		}
		found := f.check(stage)
		suppress(found, f, stage)
		for _, one := range found {
			if !slices.ContainsFunc(findings, func(other gracelint.Finding) bool { return one.Repeats(&other) }) {
				findings = append(findings, one) // an image that another is built on has its faults, too
			}
		}
	}
	return findings
}

// CheckPID1 returns what is wrong with PID 1 of an image that is built of the file, if that is what [Check] says of it.
func CheckPID1(f *File, stage *Stage) (gracelint.Finding, bool) {
	for _, check := range first {
		found := check(f, stage)
		suppress(found, f, stage)
		if found != nil {
			return found[0], found[0].Fault != ""
		}
	}
	return gracelint.Finding{}, false
}

func (f *File) check(stage *Stage) []gracelint.Finding {
	var findings []gracelint.Finding
	for _, check := range first {
		if findings = check(f, stage); findings != nil {
			break
		}
	}
	findings = append(findings, checkUnexpandedVariable(f, stage)...)
	findings = append(findings, checkStopSignal(f, stage)...)
	return append(findings, checkIgnoredCmd(f, stage)...)
}

// isForDevelopment reports whether a stage that is not the last, or a Dockerfile, is named as one that runs on no
// cluster.
func isForDevelopment(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(developing, word) })
}

var developing = []string{"dev", "devel", "development", "test", "tests", "testing", "debug", "build", "builder", "lint", "local", "ci"}

// suppress lets a comment above an instruction silence what stands on a later line of it, too.
func suppress(findings []gracelint.Finding, f *File, stage *Stage) {
	gracelint.Suppress(findings, f.Ignores)
	for i := range findings {
		found := &findings[i]
		if cmd := stage.commandAt(found.Line); found.Ignored == nil && cmd != nil && found.Path == f.Path {
			above := []gracelint.Finding{*found}
			above[0].Line = cmd.Line
			gracelint.Suppress(above, f.Ignores)
			found.Ignored = above[0].Ignored
		}
	}
}

// finding returns a finding about the bytes [start, end) of the file.
func (f *File) finding(rule *gracelint.Rule, start, end int) gracelint.Finding {
	return findingIn(f.Path, f.src, rule, start, end)
}

func findingIn(path string, src []byte, rule *gracelint.Rule, start, end int) gracelint.Finding {
	found := gracelint.Finding{Rule: rule.ID, Severity: rule.Severity, Strict: rule.Strict, Path: path}
	found.Line, found.Column = position(src, start)
	found.EndLine, found.EndColumn = position(src, end)
	return found
}
