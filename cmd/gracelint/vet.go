package main

import (
	"encoding/json"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gracelint/gracelint/analyzers"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis/unitchecker"
)

// isVetUnit reports whether go vet is asking: for the version, the flags, or one package.
func isVetUnit(args []string) bool {
	return len(args) > 0 && (args[0] == "-V=full" || args[0] == "-flags" || strings.HasSuffix(args[len(args)-1], ".cfg"))
}

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
