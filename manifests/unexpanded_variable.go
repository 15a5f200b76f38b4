package manifests

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

var unexpandedVariable = &gracelint.Rule{
	ID:       "manifests/unexpanded-variable",
	Summary:  "$NAME in a command that no shell reads; Kubernetes expands $(NAME)",
	Why:      "Kubernetes starts `command` and `args` without a shell, and puts in place of `$(PORT)` what the container's env gives it. `$PORT` and `${PORT}` reach the program as they are written. The usual mend, `sh -c` in front of the program, keeps SIGTERM from it with many images.",
	Advice:   "Write `$(NAME)`: it works for names in the container's env and envFrom, in `command`, `args` and `env`, and needs no shell.",
	Severity: gracelint.Warning,
}

func checkUnexpandedVariable(f *File) []gracelint.Finding {
	if f.Substituted {
		return nil
	}
	var findings []gracelint.Finding
	for pod, c := range f.stopping() {
		if len(c.Command) == 0 { // the image's entrypoint may be a shell
			continue
		}
		var uses []use
		for _, word := range slices.Concat(c.Command, c.Args) {
			if expandsItself(word.Value) {
				break
			}
			uses = append(uses, c.variablesIn(word)...)
		}
		if len(uses) > 0 {
			findings = append(findings, f.unexpanded(pod, c, uses))
		}
	}
	return findings
}

// expanders are programs that expand variables in their arguments or hand them to a shell or an interpreter, and
// options that say that code follows.
var expanders = strings.Fields(`
	envsubst nginx sed awk gawk jq yq perl make su ssh script parallel npm npx yarn pnpm logstash launcher
	gomplate -c -e --eval --command`)

// expandsItself reports whether what follows the word may be expanded after all: by a shell, by a program known to do
// so, or by a script, which is not read.
func expandsItself(word string) bool {
	name := path.Base(word)
	_, isShell := shell.Named(word, shell.Unknown)
	return isShell || slices.Contains(expanders, name) || strings.HasSuffix(name, ".sh") ||
		strings.Contains(name, "entrypoint") || strings.Contains(name, "otelcol")
}

// A use is a variable at the byte range [start, end) of a word.
type use struct {
	word       Text
	name       string
	start, end int
	declared   bool // in the container's env
}

var (
	reference = regexp.MustCompile(`\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})`)
	allCaps   = regexp.MustCompile(`^[A-Z][A-Z0-9_]+$`)
)

// variablesIn returns what is plainly meant as a variable of the environment: declared in the container, or named as
// such. `$$NAME` and `\$NAME` are meant for somebody else, ${NAME} of no declared name for the program, and any ${NAME}
// for Java's Spring and its like, which put it in.
func (c *Container) variablesIn(word Text) []use {
	ofJava := path.Base(c.Command[0].Value) == "java" && strings.HasPrefix(word.Value, "-")
	var uses []use
	for _, at := range reference.FindAllStringSubmatchIndex(word.Value, -1) {
		if before := word.Value[:at[0]]; strings.HasSuffix(before, "$") || strings.HasSuffix(before, `\`) {
			continue
		}
		name := word.Value[max(at[2], at[4]):max(at[3], at[5])]
		declared := slices.Contains(c.Env, name)
		braced := at[2] < 0
		if declared && !(braced && ofJava) || !braced && allCaps.MatchString(name) {
			uses = append(uses, use{word, name, at[0], at[1], declared})
		}
	}
	return uses
}

// unexpanded speaks of the first of the uses in a container, and mends all.
func (f *File) unexpanded(pod *Pod, c *Container, uses []use) gracelint.Finding {
	first := uses[0]
	finding := f.finding(unexpandedVariable, first.word.Position,
		fmt.Sprintf("no shell expands %s in the command of container %s in %s: %s gets it as it is written",
			first.word.Value[first.start:first.end], c.Name, pod, path.Base(c.Command[0].Value)),
		fmt.Sprintf("write $(%s), which Kubernetes expands", first.name))
	fix := gracelint.Fix{Message: fmt.Sprintf("write $(%s)", first.name), Safe: true}
	for _, u := range uses {
		start, ok := u.word.offset(u.start)
		if !ok || !u.declared {
			return finding
		}
		fix.Edits = append(fix.Edits, gracelint.Edit{Path: f.Path, Start: start, End: start + u.end - u.start, New: "$(" + u.name + ")"})
	}
	finding.Fixes = []gracelint.Fix{fix}
	return finding
}
