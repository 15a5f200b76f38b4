package gracelint

import (
	"fmt"
	"runtime"
	"strings"
)

// Guard runs a rule or a parser. When that panics, it returns where, as a sentence that asks for a report: a fault of
// gracelint's own takes nothing with it but what it was about.
func Guard(work func()) (crash string) {
	defer func() {
		if reason := recover(); reason != nil {
			crash = fmt.Sprintf("gracelint itself failed, in %s: %v; this is a fault of gracelint's: please report it with this line and, if you may, the file", panicked(), reason)
		}
	}()
	work()
	return ""
}

// panicked returns the function of gracelint's that panicked last, with its file and line.
func panicked() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	for seen := false; ; {
		frame, more := frames.Next()
		if name, ours := strings.CutPrefix(frame.Function, "github.com/gracelint/gracelint"); seen && ours {
			return fmt.Sprintf("%s (%s:%d)", strings.TrimLeft(name, "/."), frame.File[strings.LastIndexByte(frame.File, '/')+1:], frame.Line)
		}
		seen = seen || frame.Function == "runtime.gopanic"
		if !more {
			return "a library"
		}
	}
}
