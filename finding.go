package gracelint

// A Finding is one fault at one place. Its JSON is what `gracelint --format json` prints, and what the analyzers
// hand to the command.
//
// Lines and columns count from 1. Columns are code points in what the command prints; the analyzers give bytes, as
// package go/token does, and the command converts them. A zero EndLine means that the finding has no known end.
type Finding struct {
	Rule      string    `json:"rule"`
	Severity  Severity  `json:"severity"`
	Strict    bool      `json:"strict"` // shown only when asked for, by --strict or by name
	Path      string    `json:"path"`
	Line      int       `json:"line"`
	Column    int       `json:"column"`
	EndLine   int       `json:"endLine"`
	EndColumn int       `json:"endColumn"`
	Message   string    `json:"message"` // what is wrong, and what happens at SIGTERM because of it
	Advice    string    `json:"advice"`  // what to do
	Fault     string    `json:"fault"`   // findings of several families that see one fault share it; else empty
	Also      []string  `json:"also"`    // the rules whose findings of the same fault this one stands for
	Related   []Related `json:"related"`
	Fixes     []Fix     `json:"fixes"`

	// Ignored is the comment that silences the finding. It travels from the analyzers to the command, which alone
	// can tell the comments that silence nothing; it is never printed.
	Ignored *Ignore `json:"ignored,omitempty"`
}

// Text is the finding in one line, as the hosts that know only a message print it. The rule stands at its end
// because go vet and golangci-lint drop everything else that could name it.
func (f *Finding) Text() string {
	return f.Message + "; " + f.Advice + " (" + f.Rule + ")"
}

// Repeats reports whether another finding says the same of the same place.
func (f *Finding) Repeats(other *Finding) bool { return f.Key() == other.Key() }

// A Key tells a finding from others that are not its repetitions.
type Key struct {
	Rule, Path   string
	Line, Column int
}

// Key returns what findings that repeat each other have in common.
func (f *Finding) Key() Key { return Key{f.Rule, f.Path, f.Line, f.Column} }

// Rename gives every path in the finding the name that it has elsewhere.
func (f *Finding) Rename(name func(path string) string) {
	f.Path = name(f.Path)
	if f.Ignored != nil {
		f.Ignored.Path = name(f.Ignored.Path)
	}
	for i := range f.Related {
		f.Related[i].Path = name(f.Related[i].Path)
	}
	for _, fix := range f.Fixes {
		for i := range fix.Edits {
			fix.Edits[i].Path = name(fix.Edits[i].Path)
		}
	}
}

// A Related place helps to understand a finding.
type Related struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

// A Fix mends a finding. A safe one changes nothing but the fault.
type Fix struct {
	Message string `json:"message"`
	Safe    bool   `json:"safe"`
	Edits   []Edit `json:"edits"`
}

// An Edit replaces the bytes [Start, End) of a file by New.
type Edit struct {
	Path  string `json:"path"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

// A Notice says what was not checked, and why.
type Notice struct {
	Kind    NoticeKind `json:"kind"`
	Path    string     `json:"path"` // may be empty: the notice is about the whole run
	Line    int        `json:"line"` // 0: about the whole file
	Message string     `json:"message"`
}

// NoticeKind tells what gracelint leaves out by design from what it should have checked and could not.
type NoticeKind string

const (
	Skipped NoticeKind = "skipped" // by design, such as a Helm template; never changes the exit status
	Failed  NoticeKind = "failed"  // a file that cannot be read or parsed, a package that does not load
)
