// Package dockerfile reads Dockerfiles and says whether SIGTERM reaches the program that the image is built to run.
//
// [Parse] makes the model of a file, [Check] makes findings of the model; neither reads other files. What a shell does
// with SIGTERM is package shell's knowledge; the rules here, one a file, know how a Dockerfile starts one.
package dockerfile

import (
	"github.com/gracelint/gracelint"
)

// Rules are the rules of this package, in the order in which they speak.
var Rules = []*gracelint.Rule{shellPID1, unexpandedVariable}

// Check returns what is wrong with the image that the file's final stage makes. Findings that a comment silences are
// among them, with Ignored set.
func Check(f *File) []gracelint.Finding {
	stage := f.final()
	findings := append(checkShellPID1(f, stage), checkUnexpandedVariable(f, stage)...)
	suppress(findings, f, stage)
	return findings
}

// suppress lets a comment above an instruction silence what stands on a later line of it, too.
func suppress(findings []gracelint.Finding, f *File, stage *Stage) {
	gracelint.Suppress(findings, f.Ignores)
	for i := range findings {
		found := &findings[i]
		if cmd := stage.commandAt(found.Line); found.Ignored == nil && cmd != nil {
			above := []gracelint.Finding{*found}
			above[0].Line = cmd.Line
			gracelint.Suppress(above, f.Ignores)
			found.Ignored = above[0].Ignored
		}
	}
}

// finding returns a finding about the bytes [start, end) of the file.
func (f *File) finding(rule *gracelint.Rule, start, end int) gracelint.Finding {
	found := gracelint.Finding{Rule: rule.ID, Severity: rule.Severity, Strict: rule.Strict, Path: f.Path}
	found.Line, found.Column = f.position(start)
	found.EndLine, found.EndColumn = f.position(end)
	return found
}
