package dockerfile

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/gracelint/gracelint"
)

var invalidJSON = &gracelint.Rule{
	ID:       "dockerfile/invalid-json",
	Summary:  "an array that is not JSON, which the builder takes for the shell form",
	Why:      "The exec form is JSON: double quotes, commas, nothing behind the last bracket. Anything else, such as `CMD ['app']` or a comma at the end, is silently the shell form: a shell looks for a program called `[app]`, or takes the bracket for its test command, and the container ends at once. The build succeeds all the same.",
	Advice:   "Write it as JSON: `CMD [\"app\", \"-v\"]`.",
	Severity: gracelint.Error,
}

var (
	// meantAsArray tells an array from the test command, which has a space after its bracket and no comma.
	meantAsArray = regexp.MustCompile(`^\[\s*['"“”‘’]|^\[[^\s\[\]]+(\s*,[^\[\]]*)?\]$`)
	// item is a string of an array, quoted in any way, or a word.
	item = regexp.MustCompile(`^\s*(?:"([^"\\]*)"|'([^'\\]*)'|[“”]([^“”\\]*)[“”]|[‘’]([^‘’\\]*)[‘’]|([^\s,'"“”‘’\[\]\\]+))\s*(,|$)`)
)

func checkInvalidJSON(f *File, stage *Stage) []gracelint.Finding {
	for _, cmd := range []*Command{stage.Entrypoint, stage.Cmd} {
		if cmd == nil || !cmd.ShellForm || !meantAsArray.MatchString(cmd.Words[0].Text) {
			continue
		}
		word := &cmd.Words[0]
		items := arrayItems(word.Text)
		if strings.HasPrefix(word.Text, "[ ") && items == nil {
			continue // a test, as far as one can tell
		}
		found := f.finding(invalidJSON, word.start, word.end)
		found.Message = fmt.Sprintf("this array of %s is not JSON, so it is the shell form: the shell finds no program in it, and the container ends at once", cmd.Instruction)
		found.Advice = "write JSON: double quotes, a comma between two strings, none at the end"
		found.Fixes = f.arrayFix(cmd, items)
		return []gracelint.Finding{found}
	}
	return nil
}

// arrayItems returns the strings that the array was meant to hold; none when that cannot be told.
func arrayItems(text string) []string {
	rest, ok := strings.CutSuffix(strings.TrimPrefix(text, "["), "]")
	if !ok {
		return nil
	}
	var items []string
	for strings.TrimSpace(rest) != "" {
		match := item.FindStringSubmatch(rest)
		if match == nil {
			return nil
		}
		value := ""
		for _, group := range match[1:6] {
			value += group
		}
		items = append(items, value)
		rest = rest[len(match[0]):]
	}
	return items
}
