package dockerfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

var unexpandedVariable = &gracelint.Rule{
	ID:       "dockerfile/unexpanded-variable",
	Summary:  "a variable in the exec form, which no shell expands",
	Why:      "The exec form (`CMD [\"app\", \"--port=$PORT\"]`) starts the program without a shell, so it gets the five letters `$PORT` instead of the port. The usual mends, the shell form and `[\"sh\", \"-c\", …]`, put a shell in front of the program, and with most base images SIGTERM then no longer reaches it.",
	Advice:   "Let a shell expand it and make room: `CMD [\"sh\", \"-c\", \"exec app --port=$PORT\"]`. Without a shell in the image, let the program read its environment.",
	Severity: gracelint.Warning,
}

func checkUnexpandedVariable(f *File, stage *Stage) []gracelint.Finding {
	line := stage.commandLine()
	for i, arg := range line {
		if expandsItself(arg.text) {
			return nil
		}
		uses := stage.variables(arg.text, line[0].text)
		if len(uses) == 0 {
			continue
		}
		use := uses[0]
		start, end, _ := arg.word.bytes(use.start, use.end)
		found := f.finding(unexpandedVariable, start, end)
		variable := arg.text[use.start:use.end]
		found.Message = fmt.Sprintf("no shell expands %s in the exec form of %s: %s", variable, arg.cmd.Instruction, literally(i, line[0].text))
		found.Advice = stage.adviseShell(line[0].text, use.name)
		found.Fixes = f.shellFix(stage, arg.cmd, use.name)
		return []gracelint.Finding{found}
	}
	return nil
}

// literally says what comes of a variable that nobody expands.
func literally(index int, program string) string {
	if index == 0 {
		return "there is no program of that name, and the container does not start"
	}
	return program + " gets it as it is written"
}

func (s *Stage) adviseShell(program, name string) string {
	switch {
	case s.Sh == shell.NoShell:
		return fmt.Sprintf("let %s read its environment: %s has no shell that could expand anything", program, s.Image)
	case s.isOnlyArg(name):
		return fmt.Sprintf("keep the value with ENV %[1]s=$%[1]s, since ARG is gone when the container runs, and start %[2]s by [\"sh\", \"-c\", \"exec …\"]", name, program)
	}
	return fmt.Sprintf("write [\"sh\", \"-c\", \"exec %s …\"]: the shell expands it, and makes room by exec so that SIGTERM still arrives", program)
}

func (s *Stage) isOnlyArg(name string) bool {
	return s.values.hasArg(name) && !s.values.hasEnv(name)
}

// expanders are programs that expand variables in their arguments or hand them to a shell, and options that say that
// code follows.
var expanders = strings.Fields(`
	envsubst nginx sed awk gawk jq yq perl make su ssh script parallel npm npx yarn pnpm pm2 pm2-runtime concurrently
	cross-env cross-env-shell nodemon watchexec reflex air entr CompileDaemon dockerize forego foreman honcho overmind
	execlineb with-contenv logstash otelcol otelcol-contrib gomplate -e --eval`)

// expandsItself reports whether what follows the word may be expanded after all: by a shell, by a program known to do
// so, or by a script, which is not read.
func expandsItself(word string) bool {
	name := path.Base(word)
	_, isShell := shell.Named(word, shell.Unknown)
	return isShell || slices.Contains(expanders, name) || strings.HasSuffix(name, ".sh") || strings.Contains(name, "entrypoint")
}

// A use is a variable at the byte range [start, end) of a word.
type use struct {
	name       string
	start, end int
}

var (
	reference = regexp.MustCompile(`\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:[:#%/?+=^,-][^}]*)?\})`)
	allCaps   = regexp.MustCompile(`^[A-Z][A-Z0-9_]+$`)
)

// variables returns what is plainly meant as a variable of the environment: declared in the Dockerfile, or named as
// such. `$$NAME`, `\$NAME` and '$NAME' are meant for somebody else, and so is ${NAME} where Java's Spring puts it in.
func (s *Stage) variables(word, program string) []use {
	var uses []use
	quotes, counted := 0, 0
	for _, at := range reference.FindAllStringSubmatchIndex(word, -1) {
		before := word[:at[0]]
		quotes, counted = quotes+strings.Count(before[counted:], "'"), len(before)
		if strings.HasSuffix(before, "$") || strings.HasSuffix(before, `\`) || quotes%2 == 1 {
			continue
		}
		braced := at[2] < 0
		if braced && path.Base(program) == "java" && strings.HasPrefix(word, "-") {
			continue
		}
		name := word[max(at[2], at[4]):max(at[3], at[5])]
		if s.values.hasEnv(name) || s.values.hasArg(name) || allCaps.MatchString(name) {
			uses = append(uses, use{name, at[0], at[1]})
		}
	}
	return uses
}

// inits are programs that start the rest of their command line, whatever it is.
var inits = []string{"tini", "dumb-init", "catatonit"}

// choosy are official images with an entrypoint of their own that looks at the first word of CMD.
var choosy = strings.Fields(`
	nginx httpd haproxy postgres redis valkey mariadb mysql mongo rabbitmq memcached cassandra influxdb telegraf neo4j
	solr wordpress drupal ghost jetty caddy registry eclipse-mosquitto docker composer`)

// shellFix lets a shell expand the command's variables and makes it room for the program. There is none where the
// array holds only a part of the command line, or where no shell or no variable would be there.
func (f *File) shellFix(stage *Stage, cmd *Command, name string) []gracelint.Fix {
	source, ok := stage.shellSource(cmd)
	if !ok || stage.Sh == shell.NoShell || stage.isOnlyArg(name) || hasComment(f.src[cmd.start:cmd.end]) {
		return nil
	}
	array := []string{"sh", "-c", source}
	safe := stage.Sh != shell.Unknown && !slices.Contains(choosy, path.Base(strings.Split(stage.Image, ":")[0]))
	if cmd == stage.Entrypoint {
		array = []string{"sh", "-c", source + ` "$@"`, "--"}
		safe = false // what the container is given as arguments is expected to follow the program's own
	}
	return []gracelint.Fix{{
		Message: fmt.Sprintf("let a shell expand $%s and make room for %s", name, cmd.Words[0].Text),
		Safe:    safe,
		Edits:   []gracelint.Edit{{Path: f.Path, Start: cmd.start, End: cmd.end, New: jsonArray(array)}},
	}}
}

// shellSource returns the command as a shell's source that leaves the same arguments, with the variables expanded.
func (s *Stage) shellSource(cmd *Command) (string, bool) {
	if cmd == s.Cmd && s.Entrypoint != nil && !slices.Contains(inits, path.Base(s.Entrypoint.Words[0].Text)) {
		return "", false
	}
	if cmd == s.Entrypoint && s.Cmd != nil && slices.ContainsFunc(s.Cmd.Words, func(w Word) bool { return len(s.variables(w.Text, "")) > 0 }) {
		return "", false
	}
	if cmd.end == 0 || strings.HasPrefix(cmd.Words[0].Text, "-") {
		return "", false
	}
	source := "exec"
	for _, word := range cmd.Words {
		quoted, ok := s.quote(word.Text, cmd.Words[0].Text)
		if !ok {
			return "", false
		}
		source += " " + quoted
	}
	return source, true
}

var (
	// unquoted are the characters that mean nothing to a shell.
	unquoted = regexp.MustCompile(`^[\w@%+=:,./-]*$`)
	// anyShells are the variables that every shell expands alike: ${NAME^^} is bash's own.
	anyShells = regexp.MustCompile(`^\$(?:\w+|\{\w+(?::?[-+=?][\w@%+=:,./-]*)?\})$`)
)

// quote writes a word for a shell, its variables to be expanded and everything else as it is.
func (s *Stage) quote(word, program string) (string, bool) {
	uses := s.variables(word, program)
	if len(uses) == 0 {
		quoted, err := syntax.Quote(word, syntax.LangPOSIX)
		return quoted, err == nil
	}
	rest := word
	for _, u := range slices.Backward(uses) {
		if !anyShells.MatchString(word[u.start:u.end]) {
			return "", false
		}
		rest = rest[:u.start] + rest[u.end:]
	}
	switch {
	case unquoted.MatchString(rest):
		return word, true
	case strings.ContainsAny(rest, "$`\\\""):
		return "", false
	}
	return `"` + word + `"`, true
}

func jsonArray(values []string) string {
	quoted := make([]string, len(values))
	for i, value := range values {
		var b bytes.Buffer
		encoder := json.NewEncoder(&b)
		encoder.SetEscapeHTML(false)
		encoder.Encode(value)
		quoted[i] = strings.TrimSpace(b.String())
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// hasComment reports whether a comment would be lost with the lines.
func hasComment(lines []byte) bool {
	for line := range bytes.SplitSeq(lines, []byte("\n")) {
		if bytes.HasPrefix(bytes.TrimSpace(line), []byte("#")) {
			return true
		}
	}
	return false
}
