// Package lifecycle learns what a package starts, what it stops, which signals it catches and which contexts it
// hands to a stop. It is the one analyzer that looks at code for this; signalnotify, serverclose and wggo print what
// it decided.
//
// table.go holds what is known of libraries, and api.go what the user adds to it. flow.go makes SSA of a package; unit.go
// joins the values of one function into the graph of graph.go, calls.go says what each call in it does (ops.go),
// commands.go what libraries for command lines call, and frames.go in what order. summary.go tells that to callers, facts.go to other packages, in the bytes of encode.go.
// program.go links all at main, with side.go for servers that are there for operators only, quits.go for exits at the
// signal, noise.go for signals that stop a program by mistake, timing.go for how long things take, and json.go for what
// is printed of it.
//
// What is wrong by itself is found in any package: contexts.go says which contexts are done where they are used, and
// literals.go which are when a literal runs, requests.go which requests are cancelled, sentinel.go follows the error that a start returns, order.go and cleanup.go
// judge what stands before a stop and what is skipped, asyncstops.go stops that are not waited for, acceptspin.go,
// blockinggo.go, lateregistration.go, registrations.go and ored.go what their rules are called by. signals.go says which
// signals are registered for, report.go how a finding gets to the driver, crash.go what
// becomes of a panic, bounds.go what is too much, position.go where code stands, and edit.go makes fixes.
package lifecycle

import (
	"go/ast"
	"go/token"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"golang.org/x/tools/go/analysis"
)

// Analyzer makes the [Result] that the reporting analyzers require. It has to be among the analyzers given to the
// driver itself: go vet accepts the flags, and prints the diagnostics, of no other.
var Analyzer = New()

// DriverFlag is what the gracelint command adds to go vet: every diagnostic's message is then a [Message] as JSON,
// which has room for all that go vet's own output lacks. It is one constant flag because the go command hashes
// flags into the cache key of every package.
const DriverFlag = "-lifecycle.driver"

// APIFlag is the flag that adds server types of the user's own.
const APIFlag = "-lifecycle.api"

// New returns an analyzer with flags of its own, for a driver that runs it in the place of Analyzer with others at the same
// time.
func New() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name: "lifecycle",
		Doc: "learn what a program starts, stops and waits for\n\n" +
			"It finds no fault of its own but in gracelint:ignore comments; signalnotify, serverclose and wggo report what it learns.",
		ResultType: reflect.TypeFor[*Result](),
		FactTypes:  []analysis.Fact{new(funcFact), new(packageFact)},
	}
	driver := a.Flags.Bool("driver", false, "print findings as JSON for the gracelint command")
	own := &apis{}
	a.Flags.Var(own, "api", "server types of your own, separated by semicolons: "+apiUsage)
	a.Run = func(pass *analysis.Pass) (any, error) {
		result := &Result{AtHand: atHand(pass), driver: *driver}
		guard(pass, *driver, func() { learn(pass, *own, result) })
		return result, nil
	}
	return a
}

// A Result is what lifecycle learned of one package. It is empty for a package that is not at hand (a dependency),
// and for one that nothing here can matter to.
type Result struct {
	AtHand        bool           // the package is one of those to report on
	Registrations []Registration // calls that register for signals
	Ored          []Ored         // signals made one number
	Term          Term           // what the package by itself does with SIGTERM
	DeadStops     []DeadStop     // stops that get a context that is already done
	Program       *Program       // of a main package that starts a server, else nil
	Verdicts      []Verdict      // faults in what the package, or the program, does

	driver  bool
	ignores []gracelint.Ignore
}

// A Verdict is a fault, as the rule that speaks of it is given it.
type Verdict struct {
	Rule      string         // its ID
	At        analysis.Range // in the package at hand
	Elsewhere *Place         // of the fault, when that is in another package
	What      string         // the method or function that is to blame
	Server    *Server        // that it is about, or nil
	Wait      string         // what tells that an asynchronous stop is done, or empty: what it returns
	Strict    bool
	Program   *Program  // or nil: the fault is one by itself
	Other     string    // the method that should have run first, or that never runs; empty: there is none
	OtherAt   token.Pos // of its call
	Registry  bool      // what is to blame is a registry's
	Flushes   bool      // Other sends what is held, rather than let requests finish
	OneWay    bool      // it is done on some of the ways through its function only

	ignored *gracelint.Ignore // the comment where the fault is, in another package, that silences it
}

// isSame reports whether the verdicts are of one fault at one place.
func (v *Verdict) isSame(other Verdict) bool {
	return v.Rule == other.Rule && v.At.Pos() == other.At.Pos() && (v.Elsewhere == other.Elsewhere || v.Elsewhere != nil && other.Elsewhere != nil && *v.Elsewhere == *other.Elsewhere)
}

// learn fills in the result as far as it gets.
func learn(pass *analysis.Pass, own apis, result *Result) {
	if isStd(pass.Pkg.Path()) {
		return
	}
	signals := findSignals(pass)
	told := packageSummary{Hidden: signals.hidden}
	defer func() {
		fact := packageFact(encode(&told))
		pass.ExportPackageFact(&fact)
	}()
	if result.AtHand {
		result.reportIgnores(pass)
		result.Registrations, result.Ored = signals.registrations, oredSignals(pass)
		told.Ored = losesTerm(result.Ored)
		result.Term = signals.term(told.Ored)
	}
	told.Ored = told.Ored || oredBelow(pass)
	told.Lends = lentBelow(pass)
	told.Profile = profiles(pass, result.AtHand)
	if !matters(pass, result.AtHand, own) {
		return
	}
	flow := newPkgFlow(pass, result, own)
	if flow.globals != nil {
		told.Globals = encode(flow.globals, pass.Pkg.Path())
		told.Lends = append(told.Lends, flow.lends()...)
	}
	told.Hidden = told.Hidden || flow.initCatchesTerm()
	told.Active = flow.exportSummaries()
	told.Hidden = told.Hidden || flow.copied > maxCopied
	if result.AtHand {
		result.DeadStops = flow.deadStops()
		result.Verdicts = slices.Concat(flow.cancelledRequests(), flow.discardedStops())
		flow.judgeRegistrations(signals, result)
		if pass.Pkg.Name() == "main" {
			result.Program = flow.linkProgram(told, result)
			result.reportProgram(pass)
		}
		result.Verdicts = append(result.Verdicts, flow.localVerdicts(result.Program)...)
		flow.judgeFunctions(result)
	}
}

// atHand reports whether the package belongs to the user, rather than to the module cache or a vendor folder.
// Drivers run analyzers with facts on those too, and throw away what is reported there.
func atHand(pass *analysis.Pass) bool {
	files := Files(pass)
	return len(files) > 0 && !slices.ContainsFunc(files, func(f *ast.File) bool {
		return IsDependency(Position(pass.Fset, f.Package).Filename) // f.FileStart would name what cgo made of the file
	})
}

// IsDependency reports whether a file or folder lies in a module cache (an element like mod@v1.2.3) or a vendor folder
// (an element vendor before one like example.com). A checkout may well lie below a folder with an @, or one called
// vendor; and what a module is replaced by is at hand although it has a version.
func IsDependency(name string) bool {
	elems := strings.Split(strings.ReplaceAll(name, `\`, "/"), "/")
	for i, elem := range elems {
		if inCache.MatchString(elem) || elem == "vendor" && i+1 < len(elems) && strings.Contains(elems[i+1], ".") {
			return true
		}
	}
	return false
}

var inCache = regexp.MustCompile(`@v[0-9]+\.[0-9]+\.[0-9]+`)

// isTest reports whether the position lies in a file of tests.
func isTest(fset *token.FileSet, pos token.Pos) bool {
	return strings.HasSuffix(Position(fset, pos).Filename, "_test.go")
}

// Files returns the files that make up the program: the package's own, without its tests. What a test starts or
// stops says nothing about the program.
func Files(pass *analysis.Pass) []*ast.File {
	var files []*ast.File
	for _, file := range pass.Files {
		if !isTest(pass.Fset, file.Package) {
			files = append(files, file)
		}
	}
	return files
}
