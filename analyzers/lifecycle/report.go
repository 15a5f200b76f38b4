package lifecycle

import (
	"encoding/json"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"golang.org/x/tools/go/analysis"
)

// A Finding is a [gracelint.Finding] in the terms of an analysis pass.
type Finding struct {
	Rule     *gracelint.Rule
	Range    analysis.Range
	Severity gracelint.Severity // empty: the rule's
	Strict   bool               // strict although the rule is not
	Message  string
	Advice   string
	Fault    string
	Related  []Related
	Fix      *Fix // nil: none

	ignored   *gracelint.Ignore
	elsewhere *Place // of the fault, when that is in another package
	there     bool   // it is mended there
}

// A Related place lies in the package's own files: a pass knows no others.
type Related struct {
	Pos     token.Pos
	Message string
}

// A Fix mends a finding. An unsafe one is offered by the gracelint command alone.
type Fix struct {
	Message string
	Safe    bool
	Edits   []analysis.TextEdit
}

// In names the place of the fault when that is in another package, as " in import/path (file.go:line)"; else it is
// empty.
func (v *Verdict) In() string {
	if v.Elsewhere == nil {
		return ""
	}
	return " in " + v.Elsewhere.String()
}

// Called names the function that is called there as the code does, such as os.Exit; in another package it is What.
func (v *Verdict) Called() string {
	if call, ok := v.At.(*ast.CallExpr); ok && v.Elsewhere == nil {
		return types.ExprString(call.Fun)
	}
	return v.What
}

// isMendedThere reports whether a fault is mended where it stands in another package, rather than in the package that comes
// to it: that one is to blame when it does things in the wrong order, or when it holds the server and does not stop it well.
func isMendedThere(rule string, s *Server) bool {
	switch rule {
	case "signalnotify/missing-handler", ruleTooLate, ruleWrongOrder, ruleSkippedCleanup, ruleLateRegistration:
		return false
	case "serverclose/missing-shutdown", ruleNotAwaited, ruleUnreachableStop, ruleAbruptStop, ruleHealthStillServing:
		return s != nil && !s.held
	}
	return true
}

// ReportVerdict is Report for a verdict, which says where the finding stands and whether it is strict.
func (r *Result) ReportVerdict(pass *analysis.Pass, v *Verdict, f Finding) {
	f.Range, f.Strict, f.ignored, f.elsewhere, f.there = v.At, f.Strict || v.Strict, v.ignored, v.Elsewhere, isMendedThere(v.Rule, v.Server)
	r.Report(pass, f)
}

// ReportServer is Report for a fault of a server, which says where the finding stands.
func (r *Result) ReportServer(pass *analysis.Pass, s *Server, f Finding) {
	f.Range = s.Start
	if s.At.Package != r.Program.Path {
		f.elsewhere, f.there = &s.At, isMendedThere(f.Rule.ID, s)
		if i := slices.IndexFunc(s.ignores, func(ig gracelint.Ignore) bool { return ig.Silences(f.Rule.ID) }); i >= 0 {
			f.ignored = &s.ignores[i]
		}
	}
	r.Report(pass, f)
}

// Report hands the finding to the driver: as JSON to the gracelint command, else as text unless the finding is
// strict or an ignore comment silences it.
func (r *Result) Report(pass *analysis.Pass, f Finding) {
	if f.Fix != nil && isByCgo(pass.Fset.PositionFor(f.Range.Pos(), false).Filename) { // an edit would fall on the wrong bytes
		f.Fix = nil
	}
	// A test that stops a server cuts nobody's request; what it waits for decides whether it is right.
	f.Strict = f.Strict || isTest(pass.Fset, f.Range.Pos()) && !strings.HasPrefix(f.Rule.ID, "wggo/")
	finding := []gracelint.Finding{f.encode(pass)}
	gracelint.Suppress(finding, r.ignores)
	if finding[0].Ignored == nil {
		finding[0].Ignored = f.ignored
	}
	diagnostic := analysis.Diagnostic{Pos: f.Range.Pos(), End: f.Range.End(), Category: f.Rule.ID}
	switch {
	case r.driver:
		diagnostic.Message = Message{Finding: &finding[0], Elsewhere: f.elsewhere, There: f.there}.encode()
	case finding[0].Strict || finding[0].Ignored != nil || r.isStoodFor(&finding[0]):
		return
	default:
		diagnostic.Message = finding[0].Text()
		// One only: golangci-lint makes an issue of each.
		for _, related := range f.Related[:min(1, len(f.Related))] {
			diagnostic.Related = append(diagnostic.Related, analysis.RelatedInformation{Pos: related.Pos, Message: related.Message})
		}
		if f.Fix != nil && f.Fix.Safe {
			diagnostic.SuggestedFixes = []analysis.SuggestedFix{{Message: f.Fix.Message, TextEdits: f.Fix.Edits}}
		}
	}
	pass.Report(diagnostic)
}

// isStoodFor reports whether an ignore comment silences, on the line of the finding, the one that the gracelint command
// tells in its place: of one fault that two families see, it tells what serverclose says.
func (r *Result) isStoodFor(f *gracelint.Finding) bool {
	return f.Fault != "" && slices.ContainsFunc(r.ignores, func(ig gracelint.Ignore) bool {
		return ig.Path == f.Path && ig.SpeaksOf(f.Line) && slices.ContainsFunc(faultRules, ig.Silences)
	})
}

// faultRules speak first of a fault that signalnotify sees too.
var faultRules = []string{ruleUnstoppable, ruleMissingShutdown, ruleBlockingGo, ruleUnreachableStop, ruleAbruptStop}

func (f *Finding) encode(pass *analysis.Pass) gracelint.Finding {
	start, end := Position(pass.Fset, f.Range.Pos()), Position(pass.Fset, f.Range.End())
	finding := gracelint.Finding{
		Rule: f.Rule.ID, Severity: f.Rule.Severity, Strict: f.Strict || f.Rule.Strict,
		Path: start.Filename, Line: start.Line, Column: start.Column, EndLine: end.Line, EndColumn: end.Column,
		Message: f.Message, Advice: f.Advice, Fault: f.Fault,
	}
	if f.Severity != "" {
		finding.Severity = f.Severity
	}
	for _, related := range f.Related {
		at := Position(pass.Fset, related.Pos)
		finding.Related = append(finding.Related, gracelint.Related{Path: at.Filename, Line: at.Line, Column: at.Column, Message: related.Message})
	}
	if f.Fix != nil {
		fix := gracelint.Fix{Message: f.Fix.Message, Safe: f.Fix.Safe}
		for _, edit := range f.Fix.Edits {
			from, to := Position(pass.Fset, edit.Pos), Position(pass.Fset, edit.End)
			fix.Edits = append(fix.Edits, gracelint.Edit{Path: from.Filename, Start: from.Offset, End: to.Offset, New: string(edit.NewText)})
		}
		finding.Fixes = []gracelint.Fix{fix}
	}
	return finding
}

// A Message is what a diagnostic carries to the gracelint command: one of its fields. Paths are absolute, columns
// count bytes.
type Message struct {
	Finding   *gracelint.Finding `json:"finding,omitempty"`   // an ignored or strict one too
	Elsewhere *Place             `json:"elsewhere,omitempty"` // besides a finding: where its fault is, when that is in another package
	There     bool               `json:"there,omitempty"`     // it is mended there
	Ignore    *gracelint.Ignore  `json:"ignore,omitempty"`    // an ignore comment, whether of use or not
	Program   *Program           `json:"program,omitempty"`   // of a main package
	Checked   string             `json:"checked,omitempty"`   // the import path of a package that was looked at
	Crash     string             `json:"crash,omitempty"`     // an analyzer's own
}

func (m Message) encode() string {
	text, err := json.Marshal(m)
	if err != nil {
		panic(err) // not possible: strings, numbers and booleans only
	}
	return string(text)
}

// reportIgnores tells the gracelint command of the package having been looked at (go vet drops some without a word)
// and of its ignore comments, of which the command alone can tell whether they are of use. Any other driver gets the
// comments that are wrong by themselves.
func (r *Result) reportIgnores(pass *analysis.Pass) {
	clause := pass.Files[0].Name
	if r.driver {
		pass.ReportRangef(clause, "%s", Message{Checked: pass.Pkg.Path()}.encode())
	}
	for _, file := range Files(pass) {
		var code map[int]bool // made for the first ignore comment
		for _, group := range file.Comments {
			for _, comment := range group.List {
				ignore, ok := gracelint.ParseIgnore(comment.Text)
				if !ok {
					continue
				}
				at := Position(pass.Fset, comment.Pos())
				ignore.Path, ignore.Line, ignore.Column = at.Filename, at.Line, at.Column
				if code == nil {
					code = codeLines(pass.Fset, file)
				}
				ignore.Own = !code[at.Line]
				r.ignores = append(r.ignores, ignore)
				if r.driver {
					pass.ReportRangef(clause, "%s", Message{Ignore: &ignore}.encode())
				} else if problem := ignore.Problem(); problem != "" {
					finding := ignore.Finding(problem)
					pass.Report(analysis.Diagnostic{Pos: comment.Pos(), End: comment.End(), Category: finding.Rule, Message: finding.Text()})
				}
			}
		}
	}
}

// reportProgram tells the gracelint command of the program, unless a Service could select none of its servers.
func (r *Result) reportProgram(pass *analysis.Pass) {
	if r.driver && r.Program != nil && !r.Program.isLocal() {
		pass.ReportRangef(pass.Files[0].Name, "%s", Message{Program: r.Program}.encode())
	}
}

// codeLines returns the lines of a file on which there is code, from one walk: the file may have thousands of comments.
func codeLines(fset *token.FileSet, file *ast.File) map[int]bool {
	lines := map[int]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.CommentGroup:
			return false
		}
		lines[Position(fset, n.Pos()).Line], lines[Position(fset, n.End()).Line] = true, true
		return true
	})
	return lines
}
