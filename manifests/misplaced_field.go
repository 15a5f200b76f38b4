package manifests

import (
	"fmt"

	"github.com/gracelint/gracelint"
)

var misplacedField = &gracelint.Rule{
	ID:       "manifests/misplaced-field",
	Summary:  "a field that decides how a pod is stopped, misspelled or where the API has none of that name",
	Why:      "The API server drops fields that it does not know, with a warning at most: the pod then has the default grace period, or no hook, and nothing says so. Clients that ask for validation, as kubectl apply does by default, have the manifest refused instead.",
	Advice:   "Move the field to where the API has it, or spell it so: names are in camel case, and case counts.",
	Severity: gracelint.Error,
}

func checkMisplacedField(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for _, s := range f.Strays {
		at := s.In
		if at == "" {
			at = "the top level"
		}
		message := fmt.Sprintf("%s stands in %s of %s, where the API has no such field: it is dropped, or the manifest refused", s.Field.Value, at, s.Object)
		var advice, fix string
		switch {
		case s.Meant != "":
			advice, fix = "write "+s.Meant, "write "+s.Meant
		case s.Homes == "":
			advice = "move it to where the API has it"
		default:
			advice, fix = "move it to "+s.Homes, "move it to "+s.Homes
		}
		finding := f.finding(misplacedField, s.Field.Position, message, advice)
		if s.Move != nil {
			mend := gracelint.Fix{Message: fix, Safe: true}
			for _, edit := range s.Move {
				mend.Edits = append(mend.Edits, gracelint.Edit{Path: f.Path, Start: edit.Start, End: edit.End, New: edit.New})
			}
			finding.Fixes = []gracelint.Fix{mend}
		}
		findings = append(findings, finding)
	}
	return findings
}
