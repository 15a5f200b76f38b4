package gracelint

import (
	"fmt"
	"slices"
	"strings"
)

// IgnoreRule speaks of the ignore comments themselves.
var IgnoreRule = &Rule{
	ID:       "gracelint/ignore",
	Summary:  "an ignore comment that gives no reason, names no known rule, or silences nothing",
	Why:      "An ignore comment outlives the code it was written for. One without a reason cannot be judged by the next reader; one that names a rule wrongly, or whose finding is gone, hides what comes after it.",
	Advice:   "Write `gracelint:ignore RULE[,RULE] REASON` on the line of the finding or on a line of its own above it, with the rule's full name; delete it when the finding is gone.",
	Severity: Warning,
}

// An Ignore is a comment `gracelint:ignore rule[,rule] reason`.
type Ignore struct {
	Path   string   `json:"path"`
	Line   int      `json:"line"`
	Column int      `json:"column"` // of the comment's first character
	Own    bool     `json:"own"`    // the comment has its line to itself, and so speaks of the next one
	Rules  []string `json:"rules"`
	Reason string   `json:"reason"`
}

// ParseIgnore reads the text of a comment, with its marker: //, /* or #. Whether a space follows that makes no difference:
// people write it, and a comment that silently does nothing is worse than a sentence about ignore comments that is one.
// It reports false when the comment is not an ignore comment. The caller fills in the place.
func ParseIgnore(comment string) (Ignore, bool) {
	text, ok := strings.CutPrefix(comment, "#")
	if !ok {
		text, ok = strings.CutPrefix(comment, "//")
	}
	if block, isBlock := strings.CutPrefix(comment, "/*"); isBlock {
		text, ok = strings.CutSuffix(block, "*/")
	}
	rest, isIgnore := strings.CutPrefix(strings.TrimLeft(text, " \t"), "gracelint:ignore")
	if !ok || !isIgnore || strings.Contains(text, "\n") || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return Ignore{}, false
	}
	rest = strings.TrimSpace(rest)
	rules, reason := rest, ""
	if end := strings.IndexAny(rest, " \t"); end >= 0 {
		rules, reason = rest[:end], strings.TrimSpace(rest[end:])
	}
	ignore := Ignore{Reason: reason}
	for rule := range strings.SplitSeq(rules, ",") {
		if rule != "" {
			ignore.Rules = append(ignore.Rules, rule)
		}
	}
	return ignore, true
}

// Problem says what is wrong with the comment itself, or nothing.
func (ig *Ignore) Problem() string {
	if len(ig.Rules) == 0 {
		return "the ignore comment names no rule, so it silences nothing"
	}
	for _, rule := range ig.Rules {
		if !slices.Contains(IDs, rule) {
			return fmt.Sprintf("the ignore comment names %q, which is no rule, so it silences nothing", rule)
		}
	}
	if ig.Reason == "" {
		return "the ignore comment gives no reason, so nobody can tell when it may go"
	}
	return ""
}

// Finding returns the finding that says message of the comment.
func (ig *Ignore) Finding(message string) Finding {
	return Finding{
		Rule: IgnoreRule.ID, Severity: IgnoreRule.Severity,
		Path: ig.Path, Line: ig.Line, Column: ig.Column,
		Message: message, Advice: "write gracelint:ignore RULE[,RULE] REASON, or delete it",
	}
}

// SpeaksOf reports whether the comment is about the line.
func (ig *Ignore) SpeaksOf(line int) bool { return line == ig.speaksOf() }

func (ig *Ignore) speaksOf() int {
	if ig.Own {
		return ig.Line + 1
	}
	return ig.Line
}

// Silences reports whether the comment names the rule.
func (ig *Ignore) Silences(rule string) bool { return slices.Contains(ig.Rules, rule) }

// Suppress marks each finding that one of the comments silences. A finding is silenced on its own line only: the
// comment stands there, or alone on the line above.
func Suppress(findings []Finding, ignores []Ignore) {
	type place struct {
		path string
		line int
	}
	at := map[place][]*Finding{}
	for i := range findings {
		f := &findings[i]
		at[place{f.Path, f.Line}] = append(at[place{f.Path, f.Line}], f)
	}
	for i := range ignores {
		ig := &ignores[i]
		for _, f := range at[place{ig.Path, ig.speaksOf()}] {
			if f.Ignored == nil && ig.Silences(f.Rule) {
				f.Ignored = ig
			}
		}
	}
}
