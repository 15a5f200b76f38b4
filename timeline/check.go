package timeline

import (
	"path"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/manifests"
)

// Rules are the rules of this package.
var Rules = []*gracelint.Rule{overBudget, signalNotHandled, missingBinary, noDrainDelay, unreachableHook, deadHandler}

// checks are the functions behind the rules.
var checks = []func(*Service) (gracelint.Finding, bool){
	checkOverBudget,
	checkSignalNotHandled,
	checkMissingBinary,
	checkNoDrainDelay,
	checkUnreachableHook,
	checkDeadHandler,
}

// Check returns what only shows when code, image and manifest are read together. A finding that a comment in the manifest
// or in the Dockerfile silences is marked as ignored. What is wrong with an image that several containers are started from
// is said once.
func Check(services []Service) []gracelint.Finding {
	var findings []gracelint.Finding
	seen := map[gracelint.Key]bool{}
	for i := range services {
		s := &services[i]
		for _, check := range checks {
			found, ok := check(s)
			if !ok || seen[found.Key()] {
				continue
			}
			seen[found.Key()] = true
			findings = append(findings, found)
			if found.Ignored != nil {
				continue
			}
			gracelint.Suppress(findings[len(findings)-1:], s.Manifest.Ignores)
			if s.Image.File != nil {
				gracelint.Suppress(findings[len(findings)-1:], s.Image.File.Ignores)
			}
		}
	}
	return findings
}

// Refutes reports whether what is known of the services shows that a finding in the code alone is wrong: a program that
// catches SIGINT and leaves out SIGTERM is right where each of its containers is stopped by a signal that it catches.
func Refutes(services []Service, f *gracelint.Finding) bool {
	if f.Rule != "signalnotify/missing-sigterm" {
		return false
	}
	runs := false
	for i := range services {
		s := &services[i]
		if s.Program.Term != lifecycle.TermIntOnly || s.Program.Dir != path.Dir(f.Path) {
			continue
		}
		runs = true
		stage := s.Image.Stage
		if stage == nil || stage.StopSignal == nil || termFor(s.Program, signalName(stage.StopSignal.Name)) != lifecycle.TermHeard || s.Container.StopSignal.Value != "" {
			return false
		}
	}
	return runs
}

// inManifest returns a finding at a place of the manifest.
func (s *Service) inManifest(rule *gracelint.Rule, at manifests.Position, message, advice string) gracelint.Finding {
	finding := gracelint.Finding{
		Rule: rule.ID, Severity: rule.Severity, Strict: rule.Strict,
		Path: s.Manifest.Path, Line: at.Line, Column: at.Column,
		Message: message, Advice: advice,
	}
	if at.EndColumn > 0 {
		finding.EndLine, finding.EndColumn = at.Line, at.EndColumn
	}
	return finding
}

// startedHere returns the place of the container, for findings that stand elsewhere.
func (s *Service) startedHere() gracelint.Related {
	return gracelint.Related{Path: s.Manifest.Path, Line: s.Container.Line, Column: s.Container.Column, Message: "this container is started from the image"}
}

// inCode returns a place in the code; none when that is in a dependency, whose files have no name here.
func inCode(at lifecycle.Place, message string) []gracelint.Related {
	if at.Path == "" {
		return nil
	}
	return []gracelint.Related{{Path: at.Path, Line: at.Line, Column: 1, Message: message}}
}
