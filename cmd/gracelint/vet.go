package main

import (
	"encoding/json"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/gracelint/gracelint/analyzers"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis/unitchecker"
)

// isVetUnit reports whether go vet is asking: for the version, the flags, or one package. A file may be called anything,
// and what is checked may be anybody's, so it takes all that the go command does: the file is named after flags of its own,
// by an absolute name, and what is to be written lies beside it or in a work folder.
func isVetUnit(args []string) bool {
	if len(args) == 1 && (args[0] == "-V=full" || args[0] == "-flags") {
		return true
	}
	if len(args) == 0 {
		return false
	}
	flags, name := args[:len(args)-1], args[len(args)-1]
	byGo := slices.Contains(flags, "-json") || slices.Contains(flags, "-fix") || isWorkFolder(filepath.Dir(name))
	isOther := func(flag string) bool { return !strings.HasPrefix(flag, "-") || strings.HasPrefix(flag, "--") }
	if !byGo || !filepath.IsAbs(name) || filepath.Base(name) != "vet.cfg" || slices.ContainsFunc(flags, isOther) {
		return false
	}
	content, err := os.ReadFile(name)
	var unit struct{ VetxOutput, Stdout, FixArchive string }
	if err != nil || json.Unmarshal(content, &unit) != nil {
		return true // the go command is to be told
	}
	isElsewhere := func(output string) bool {
		dir := filepath.Dir(output)
		return output != "" && dir != filepath.Dir(name) && !isWorkFolder(dir)
	}
	return !slices.ContainsFunc([]string{unit.VetxOutput, unit.Stdout, unit.FixArchive}, isElsewhere)
}

// isWorkFolder knows where go commands write a unit. Those before 1.25 pass no flag of their own.
func isWorkFolder(dir string) bool { return workFolder.MatchString(filepath.ToSlash(dir)) }

var workFolder = regexp.MustCompile(`/go-build[0-9]+/b[0-9]+$`)

// vetUnit analyses one package and exits.
func vetUnit(args []string) {
	if slices.Contains(args, lifecycle.DriverFlag) && !slices.Contains(args, "-fix") {
		last := len(args) - 1
		widened, err := widen(args[last])
		if err != nil {
			log.Fatalf("gracelint: %v", err)
		}
		args[last] = widened
	}
	unitchecker.Main(analyzers.All...)
}

// widen returns the name of a configuration with which a package of a module at hand is analysed for its findings,
// even though go vet wants its facts only, since it is there as a dependency. The go command's cache does not tell
// the two apart: without this, findings of a package that was first seen as a dependency are lost for good. The
// gracelint command keeps those of the packages that were asked for.
func widen(name string) (string, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	var unit struct {
		Dir, ModulePath string
		VetxOnly        bool
	}
	if err := json.Unmarshal(content, &unit); err != nil {
		return "", err
	}
	// Not "has no version": a module that is replaced by a folder has one.
	if !unit.VetxOnly || unit.ModulePath == "" || lifecycle.IsDependency(unit.Dir) {
		return name, nil
	}
	var config map[string]any
	if err := json.Unmarshal(content, &config); err != nil {
		return "", err
	}
	config["VetxOnly"] = false
	if content, err = json.Marshal(config); err != nil {
		return "", err
	}
	widened := filepath.Join(filepath.Dir(name), "widened.cfg") // in the go command's own work folder
	return widened, os.WriteFile(widened, content, 0o666)
}
