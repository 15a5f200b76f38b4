package shell

import (
	"strings"
	"testing"

	"github.com/gracelint/gracelint/testdata/cost"
)

func FuzzDecide(f *testing.F) {
	for _, seed := range []struct{ source, script, arg string }{
		{"cd / && app $X", "", ""},
		{"app & p=$!; trap \"kill $p\" TERM; wait $p; wait $p", "", ""},
		{"/run sh -c app", "#!/bin/sh -e\nif [ \"${1#-}\" != \"$1\" ]; then set -- app \"$@\"; fi\nexec \"$@\"\n", "-v"},
		{"exec /run", "#!/usr/bin/env -S bash -e\n_main() { case \"$1\" in a*) app;; *) exec gosu x \"$0\" \"$@\";; esac; }\n_main \"$@\"\n", "abc"},
		{"tini -g -- /run", "#!/bin/bash\n. /lib.sh\nwhile [[ $# -gt 0 && $1 == -* ]]; do shift; done\nf() { f; }; f\n", ""},
		{"exec npm start", `{"scripts": {"start": "app | cat"}}`, ""},
	} {
		f.Add(seed.source, seed.script, seed.arg)
	}
	for _, attack := range hostile {
		if script := attack.files["/e.sh"]; len(script) > 0 && len(script) < 10_000 {
			f.Add("exec /run 1 2", script, "a")
		}
	}
	for _, opener := range nested {
		f.Add(strings.Repeat(opener, 40), strings.Repeat(opener, 400), "")
	}
	f.Fuzz(func(t *testing.T, source, script, arg string) {
		image := Image{Work: &Work{}, Read: func(string) (string, bool) { return script, true }}
		for _, image.Sh = range columns {
			for _, argv := range [][]string{{"sh", "-c", source, "sh", arg}, {"/run", arg}, {"dumb-init", "sh", "/run", arg, source}} {
				var v Verdict
				cost.Linear(t, len(source)+len(script)+len(arg), 5, 1_000, func() { v = image.Decide(argv) }) // bounded, too, by the work of all
				text := script
				if v.Script == "" {
					if v.Arg < 0 || v.Arg >= len(argv) {
						t.Fatalf("%q: argument %d decides", argv, v.Arg)
					}
					text = argv[v.Arg]
				}
				if v.Start < 0 || v.End < v.Start || v.End > len(text) {
					t.Errorf("%q: %+v stands outside of its text", argv, v)
				}
				for _, at := range v.Execs {
					if at < 0 || at >= len(text) {
						t.Errorf("%q: exec at %d, of %+v", argv, at, v)
					}
				}
			}
		}
	})
}
