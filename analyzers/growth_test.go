//go:build unix

package analyzers_test

import (
	"go/ast"
	"go/parser"
	"go/types"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Programs that nobody writes, unless to keep a linter busy: of each the work has to be bounded. The limits of CPU time
// are five times and more what it takes, for a slow machine.
func TestTheWorkOnAFileIsBounded(t *testing.T) {
	const begin = "package main\nimport (\"context\"; \"log\"; \"net/http\"; \"os\"; \"os/signal\"; \"syscall\")\n" +
		"var _ = log.Println; var _ = context.Background; var _ http.Server; var _ = os.Exit\nfunc main() {\n" +
		"c := make(chan os.Signal, 1); signal.Notify(c, syscall.SIGTERM)\ns := &http.Server{}\n"
	repeat := func(n int, line string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll(line, "#", strconv.Itoa(i)))
		}
		return b.String()
	}
	for _, test := range []struct {
		name, source string
		limit        time.Duration
	}{
		{"a switch of servers", begin + "switch os.Args[1] {\n" + repeat(2000, "case \"#\": log.Fatal(http.ListenAndServe(\":#\", nil))\n") + "}\n_ = s }", 5 * time.Second},
		{"servers in one function", begin + repeat(2000, "s# := &http.Server{}\ngo s#.ListenAndServe()\n") + "<-c\n" + repeat(2000, "s#.Shutdown(context.Background())\n") + "_ = s }", 20 * time.Second},
		{"ignore comments", begin + repeat(5000, "go http.ListenAndServe(\":#\", nil) //gracelint:ignore serverclose/unstoppable a reason\n") + "<-c\n_ = s }", 10 * time.Second},
		{"ifs after the signal", begin + "go s.ListenAndServe()\n<-c\n" + repeat(1000, "if os.Args[0] == \"#\" { log.Println(#) } else { log.Print(#) }\n") + "os.Exit(1) }", 5 * time.Second},
		{"ifs in ifs", begin + "go s.ListenAndServe()\n<-c\n" + repeat(400, "if os.Args[0] == \"#\" {\n") + "os.Exit(1)\n" + strings.Repeat("}\n", 400) + "}", 5 * time.Second},
		{"gotos", begin + repeat(500, "L#:\nif os.Args[0] == \"#\" { goto L# }\n<-c\nif len(os.Args) == # { os.Exit(1) }\n") + "s.ListenAndServe() }", 5 * time.Second},
		{"selects", begin + "d := make(chan int)\ngo s.ListenAndServe()\n" + repeat(500, "select { case <-c: log.Println(#); case <-d: }\n") + "s.Shutdown(context.Background()) }", 5 * time.Second},
		{"function values", begin + "var f func()\nswitch len(os.Args) {\n" + repeat(500, "case #: f = func() { s.Shutdown(context.Background()) }\n") + "}\n" + repeat(500, "f()\n") + "}", 10 * time.Second},
		{"contexts in one variable", begin + "ctx := context.Background()\n" + repeat(300, "ctx, c# := context.WithTimeout(ctx, 1); defer c#(); func() { _ = ctx }(); s.Shutdown(ctx)\n") + "}", 10 * time.Second},
	} {
		t.Run(test.name, func(t *testing.T) {
			file, err := parser.ParseFile(fset, "main.go", test.source, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			d := newSuite(shared(), nil).driver
			checked, err := check("example.com/growth", "", []*ast.File{file}, func(path string) (*types.Package, error) { return d.imported(path) })
			if err != nil {
				t.Fatal(err)
			}
			start := cpuTime(t)
			d.analyze(t, checked)
			if took := cpuTime(t) - start; took > test.limit {
				t.Errorf("it took %s of CPU time, of at most %s", took, test.limit)
			} else {
				t.Log(took)
			}
		})
	}
}
