package gracelint

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Visible returns a text from what is checked, fit to be printed: with what a terminal would obey or not show (control
// characters, those that turn the direction of writing, line ends) escaped as in Go source, and with what the runner of a
// CI server would take for a command.
func Visible(text string) string {
	return escaped(text, func(r rune) string {
		if strconv.IsPrint(r) {
			return fmt.Sprintf(`\x%02x`, r)
		}
		return strings.Trim(strconv.QuoteRune(r), "'")
	})
}

// VisibleJSON is [Visible] for JSON, which means the same afterwards.
func VisibleJSON(text string) string {
	return escaped(text, func(r rune) string {
		var escape string
		for _, unit := range utf16.Encode([]rune{r}) {
			escape += fmt.Sprintf(`\u%04x`, unit)
		}
		return escape
	})
}

func escaped(text string, escape func(rune) string) string {
	var b strings.Builder
	for _, r := range text {
		if strconv.IsPrint(r) {
			b.WriteRune(r)
		} else {
			b.WriteString(escape(r))
		}
	}
	return command.ReplaceAllStringFunc(b.String(), func(found string) string {
		last := len(found) - 1
		return found[:last] + escape(rune(found[last]))
	})
}

// command is how a command begins to the runners of GitHub (:: at the start of a line, or ##[), Azure Pipelines and
// TeamCity.
var command = regexp.MustCompile(`^ *::|##(vso|teamcity)?\[`)
