// Package lifecycle learns what a package starts, what it stops, which signals it catches and which contexts it
// hands to a stop. It is the one analyzer that looks at code for this; signalnotify, serverclose and wggo print what
// it decided.
//
// table.go holds what is known of libraries, signals.go who catches what, flow.go where the values of a package go,
// contexts.go which contexts are done where they are used, program.go the verdicts over a main package, report.go the
// way of a finding to the driver, and edit.go what fixes need.
package lifecycle

import (
	"go/ast"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"golang.org/x/tools/go/analysis"
)

// Analyzer makes the [Result] that the reporting analyzers require. It has to be among the analyzers given to the
// driver itself: go vet accepts the flags, and prints the diagnostics, of no other.
var Analyzer = newAnalyzer()

// DriverFlag is what the gracelint command adds to go vet: every diagnostic's message is then a [Message] as JSON,
// which has room for all that go vet's own output lacks. It is one constant flag because the go command hashes
// flags into the cache key of every package.
const DriverFlag = "-lifecycle.driver"

func newAnalyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name: "lifecycle",
		Doc: "learn what a program starts, stops and waits for\n\n" +
			"It finds no fault of its own but in gracelint:ignore comments; signalnotify, serverclose and wggo report what it learns.",
		ResultType: reflect.TypeFor[*Result](),
		FactTypes:  []analysis.Fact{new(mayCatchTerm)},
	}
	driver := a.Flags.Bool("driver", false, "print findings as JSON for the gracelint command")
	a.Run = func(pass *analysis.Pass) (any, error) { return run(pass, *driver), nil }
	return a
}

// A Result is what lifecycle learned of one package. It is empty for a package that is not at hand (a dependency),
// and for one that nothing here can matter to.
type Result struct {
	AtHand        bool           // the package is one of those to report on
	Registrations []Registration // calls that register for signals
	Term          Term           // what the package, with those it imports, does with SIGTERM
	DeadStops     []DeadStop     // stops that get a context that is already done
	Program       *Program       // of a main package that starts a server, else nil

	driver  bool
	ignores []gracelint.Ignore
}

func run(pass *analysis.Pass, driver bool) *Result {
	result := &Result{AtHand: atHand(pass), driver: driver}
	signals := findSignals(pass)
	pass.ExportPackageFact(&mayCatchTerm{Maybe: signals.mayCatchTerm()})
	if !result.AtHand {
		return result
	}
	result.reportIgnores(pass)
	result.Registrations, result.Term = signals.registrations, signals.term()
	if callsTable(pass) {
		flow := newFlow(pass)
		result.DeadStops = flow.deadStops()
		if pass.Pkg.Name() == "main" {
			result.Program = flow.program(signals)
		}
	}
	return result
}

// atHand reports whether the package belongs to the user, rather than to the module cache or a vendor folder.
// Drivers run analyzers with facts on those too, and throw away what is reported there.
func atHand(pass *analysis.Pass) bool {
	files := Files(pass)
	return len(files) > 0 && !slices.ContainsFunc(files, func(f *ast.File) bool {
		return IsDependency(pass.Fset.Position(f.Package).Filename) // f.FileStart would name what cgo made of the file
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

var inCache = regexp.MustCompile(`@v[0-9]`)

// Files returns the files that make up the program: the package's own, without its tests. What a test starts or
// stops says nothing about the program.
func Files(pass *analysis.Pass) []*ast.File {
	var files []*ast.File
	for _, file := range pass.Files {
		if !strings.HasSuffix(pass.Fset.Position(file.Package).Filename, "_test.go") {
			files = append(files, file)
		}
	}
	return files
}
