package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOnlyTheGoCommandNamesAUnit(t *testing.T) {
	dir := t.TempDir()
	work := filepath.Join(dir, "go-build123", "b001")
	unit := func(folder, output string) string {
		name := filepath.Join(folder, "vet.cfg")
		check(t, os.MkdirAll(folder, 0o777))
		check(t, os.WriteFile(name, []byte(`{"VetxOutput": "`+filepath.ToSlash(output)+`"}`), 0o666))
		return name
	}
	right := unit(work, filepath.Join(work, "vet.out"))
	plain := unit(filepath.Join(dir, "unit"), filepath.Join(dir, "unit", "vet.out"))
	outside := unit(filepath.Join(dir, "go-build4", "b001"), filepath.Join(dir, "facts"))
	for args, want := range map[string]bool{
		"-V=full":                                true,
		"-flags":                                 true,
		"-flags main.go":                         false,
		"-json " + right:                         true,
		"-json -lifecycle.driver " + right:       true,
		"-fix -diff -serverclose " + right:       true,
		right:                                    true, // of a go command before 1.25
		"-json " + plain:                         true,
		plain:                                    false,
		"-json " + outside:                       false,
		"deploy -json " + right:                  false,
		"--strict " + right:                      false,
		"-json vet.cfg":                          false,
		"-json " + filepath.Join(dir, "app.cfg"): false,
		"":                                       false,
	} {
		if got := isVetUnit(strings.Fields(args)); got != want {
			t.Errorf("%q is a unit: %t, want %t", args, got, want)
		}
	}
}
