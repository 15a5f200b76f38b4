package dockerfile

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/cost"
	"github.com/gracelint/gracelint/testdata/need"
)

func TestWhatCannotBeCheckedIsSaid(t *testing.T) {
	for _, tc := range []struct {
		name, src string
		kind      gracelint.NoticeKind
		line      int
		message   string
	}{
		{"empty", "", gracelint.Failed, 0, "the file has no instruction: it builds nothing"},
		{"only comments", "# one\n\n# two\n", gracelint.Failed, 0, "the file has no instruction: it builds nothing"},
		{"no FROM", "RUN true\n", gracelint.Failed, 0, "the file has no FROM: it builds nothing"},
		{"an instruction before FROM", "RUN true\nFROM debian\n", gracelint.Failed, 1, "RUN stands before the first FROM"},
		{"an unknown instruction", "FROM debian\nCOMD app\n", gracelint.Failed, 2, "unknown instruction: COMD (did you mean CMD?)"},
		{"an array of numbers", "FROM debian\nCMD [1]\n", gracelint.Failed, 2, "when using JSON array syntax, arrays must be comprised of strings only"},
		{"an open here-document", "FROM debian\nRUN <<EOF\ntrue\n", gracelint.Failed, 2, "unterminated heredoc"},
		{"an escape that is none", "# escape=x\nFROM debian\n", gracelint.Failed, 0, "invalid escape token 'x' does not match ` or \\"},
		{"NUL", "FROM debian\x00\n", gracelint.Failed, 0, "this is not the text of a Dockerfile: it has bytes that are not UTF-8 text"},
		{"not UTF-8", "FROM debian\nCMD \xff\n", gracelint.Failed, 0, "this is not the text of a Dockerfile: it has bytes that are not UTF-8 text"},
		{"Windows", "FROM mcr.microsoft.com/windows/servercore\nCMD app\n", gracelint.Skipped, 1, "the image is a Windows image, which gets no SIGTERM: nothing in this file was checked"},
		{"Windows by platform", "FROM --platform=windows/amd64 golang\nCMD app\n", gracelint.Skipped, 1, "the image is a Windows image, which gets no SIGTERM: nothing in this file was checked"},
		{"Windows by SHELL", "FROM acme/base\nSHELL [\"powershell\", \"-Command\"]\nCMD app\n", gracelint.Skipped, 1, "the image is a Windows image, which gets no SIGTERM: nothing in this file was checked"},
		{"a Go template", "FROM {{ .Base }}\nCMD app\n", gracelint.Skipped, 1, "this is a template: check the Dockerfile that is made of it"},
		{"a Jinja template", "FROM debian\n{% if x %}\nCMD app\n{% endif %}\n", gracelint.Skipped, 2, "this is a template: check the Dockerfile that is made of it"},
		{"names to be replaced", "FROM debian\nCMD [\"%%APP%%\"]\n", gracelint.Skipped, 2, "this is a template: check the Dockerfile that is made of it"},
		{"a base to be filled in", "ARG A\nFROM BASEIMAGE\nCMD app\n", gracelint.Skipped, 2, "this is a template: check the Dockerfile that is made of it"},
		{"m4", "FROM debian\ninclude(`run.m4')\n", gracelint.Skipped, 2, "this is a template: check the Dockerfile that is made of it"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f, notices := Parse("Dockerfile", []byte(tc.src), Build{})
			want := gracelint.Notice{Kind: tc.kind, Path: "Dockerfile", Line: tc.line, Message: tc.message}
			if f != nil || len(notices) != 1 || notices[0] != want {
				t.Errorf("got %+v, %+v, want %+v", f, notices, want)
			}
		})
	}
}

func TestBracesForAnotherProgramAreNoTemplate(t *testing.T) {
	findings := check(t, "Dockerfile", "FROM debian\nRUN docker inspect -f '{{ .Id }}' x\nCOPY <<EOF /x\n{{ y }}\nEOF\nCMD app\n")
	if len(findings) != 1 {
		t.Errorf("%d findings, want that of CMD", len(findings))
	}
}

func TestAnUnreadableFileNamedAsATemplateIsOne(t *testing.T) {
	_, notices := Parse("Dockerfile.template", []byte("FROM debian\nesac\n"), Build{})
	if len(notices) != 1 || notices[0].Kind != gracelint.Skipped {
		t.Errorf("%+v, want it skipped", notices)
	}
}

func TestTheModelHoldsWhatTheFinalStageInherits(t *testing.T) {
	f, _ := Parse("Dockerfile", []byte(`ARG VERSION="12"
FROM debian:${VERSION}-slim AS base
ENV PORT=80 HOST=x
SHELL ["bash", "-c"]
CMD old

FROM base
ARG TAG
ENV MORE=1
WORKDIR srv/$HOST
EXPOSE $PORT 9090/udp
STOPSIGNAL SIGQUIT
ENTRYPOINT ["tini", "--"]
CMD ["app"]
`), Build{})
	got, err := json.MarshalIndent(f.Stages[1], "", " ")
	if err != nil {
		t.Fatal(err)
	}
	want := `{
 "name": "",
 "base": "base",
 "image": "debian:12-slim",
 "from": {
  "line": 2,
  "column": 1
 },
 "sh": "Debian's dash",
 "shell": [
  "bash",
  "-c"
 ],
 "setAt": {
  "line": 4,
  "column": 1
 },
 "env": [
  "PORT",
  "HOST",
  "MORE"
 ],
 "args": [
  "TAG"
 ],
 "workDir": "/srv/x",
 "ports": [
  "80",
  "9090/udp"
 ],
 "entrypoint": {
  "line": 13,
  "column": 1,
  "endLine": 13,
  "instruction": "ENTRYPOINT",
  "shellForm": false,
  "words": [
   {
    "text": "tini"
   },
   {
    "text": "--"
   }
  ]
 },
 "cmd": {
  "line": 14,
  "column": 1,
  "endLine": 14,
  "instruction": "CMD",
  "shellForm": false,
  "words": [
   {
    "text": "app"
   }
  ]
 },
 "stopSignal": {
  "line": 12,
  "column": 1,
  "name": "SIGQUIT"
 },
 "pid1": {
  "outcome": "",
  "shell": "",
  "app": "app",
  "init": "",
  "script": "",
  "arg": 0,
  "start": 0,
  "end": 0,
  "trap": false,
  "branch": false,
  "wrapper": false,
  "next": null,
  "execs": null,
  "certain": true,
  "anySh": false
 },
 "package": ""
}`
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTheBaseComesThroughArgumentsAndStages(t *testing.T) {
	for src, want := range map[string]string{
		"FROM debian": "debian",
		"FROM --platform=$BUILDPLATFORM debian AS x":        "debian",
		"ARG B=debian\nFROM $B":                             "debian",
		"ARG B='debian'\nFROM ${B}:12":                      "debian:12",
		"ARG V=12\nARG B=debian:$V\nFROM $B":                "debian:12",
		"ARG B\nFROM ${B}":                                  "${B}",
		"ARG B\nFROM ${B:-debian}":                          "debian",
		"ARG B=x\nFROM debian${B:+-slim}":                   "debian-slim",
		"ARG B\nFROM debian${B:+-slim}":                     "debian",
		"FROM golang:${V}-alpine":                           "golang:${V}-alpine",
		"FROM debian AS A\nFROM a AS b\nFROM B":             "debian",
		"FROM debian AS a\nFROM alpine AS a2\nFROM a AS a3": "debian",
	} {
		f, notices := Parse("Dockerfile", []byte(src), Build{})
		if f == nil {
			t.Errorf("%q: %v", src, notices)
		} else if got := f.final().Image; got != want {
			t.Errorf("%q: the image is %q, want %q", src, got, want)
		}
	}
}

func TestTheGoPackageOfTheProgramIsKnown(t *testing.T) {
	for name, tc := range map[string]struct{ src, want string }{
		"by -o":         {"FROM golang AS b\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -ldflags '-s -w' -o /out/app ./cmd/app\nFROM debian\nCOPY --from=b /out/app /usr/bin/app\nCMD [\"/usr/bin/app\"]", "cmd/app"},
		"in a folder":   {"FROM golang AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o /out/ ./cmd/...\nFROM debian\nCOPY --from=b /out /bin\nCMD [\"/bin/app\"]", "cmd/app"},
		"by go install": {"FROM golang AS b\nWORKDIR /src\nADD . /src\nRUN go install ./cmd/app\nFROM debian\nCOPY --from=0 /go/bin/app /\nENTRYPOINT [\"tini\", \"/app\"]", "cmd/app"},
		"by variables":  {"FROM golang AS b\nARG CMD=app\nWORKDIR /src\nCOPY cmd cmd\nRUN go build -o ${CMD} ./cmd/${CMD}\nCMD [\"/src/app\"]", "cmd/app"},
		"without -o":    {"FROM golang\nWORKDIR /src/app\nCOPY cmd/app .\nRUN go build\nCMD [\"./app\"]", "cmd/app"},
		"by a pattern":  {"FROM golang AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o bin/app cmd/app/*\nFROM debian\nWORKDIR /home/app\nCOPY --from=b /src/bin/app .\nCMD [\"./app\"]", "cmd/app"},
		"by name":       {"FROM golang AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o /out/app ./cmd/app\nFROM debian\nCOPY --from=b /out/app /usr/local/bin/\nCMD [\"app\"]", "cmd/app"},
		"by its files":  {"FROM golang\nWORKDIR /src\nCOPY go.mod ./\nCOPY cmd/app/*.go ./\nRUN go build -o /app\nCMD [\"/app\"]", "cmd/app"},
		"by one file":   {"FROM golang\nWORKDIR /src\nCOPY cmd/app/main.go .\nRUN go build -o /app .\nCMD [\"/app\"]", "cmd/app"},
		"by a renamed":  {"FROM golang\nWORKDIR /src\nCOPY cmd/app/main.go app.go\nRUN go build -o app app.go\nCMD [\"./app\"]", "cmd/app"},
		"not on PATH":   {"FROM golang AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o /out/app ./cmd/app\nFROM debian\nCOPY --from=b /out/app /\nCMD [\"app\"]", ""},
		"another":       {"FROM golang AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o /out/app ./cmd/app\nFROM debian\nCOPY --from=b /out/app /app\nCMD [\"/other\"]", ""},
		"no such":       {"FROM golang\nWORKDIR /src\nCOPY . .\nRUN go build -o /app ./cmd/other\nCMD [\"/app\"]", ""},
	} {
		f, notices := Parse("Dockerfile", []byte(tc.src), Build{Files: fstest.MapFS{"cmd/app/main.go": {}}, File: "Dockerfile", Name: func(name string) string { return name }})
		if f == nil {
			t.Errorf("%s: %v", name, notices)
		} else if got := f.final().Package; got != tc.want {
			t.Errorf("%s: %q, want %q", name, got, tc.want)
		}
	}
}

func TestTheContextIsWhereWhatIsCopiedLies(t *testing.T) {
	files := fstest.MapFS{
		"docker/api/Dockerfile": {}, "docker/api/run.sh": {Data: []byte("#!/bin/sh\nnear\n")},
		"docker/run.sh": {Data: []byte("#!/bin/sh\nmiddle\n")}, "docker/etc": {},
		"run.sh": {Data: []byte("#!/bin/sh\nfar\n")}, "go.mod": {}, "cmd/main.go": {},
	}
	for name, tc := range map[string]struct{ copies, context, want string }{
		"the nearest":           {"COPY run.sh /", "", "near"},
		"where more of it lies": {"COPY go.mod cmd run.sh /", "", "far"},
		"in between":            {"COPY etc /etc\nCOPY ./run.sh /", "", "middle"},
		"as a compose file has": {"COPY run.sh /", "docker", "middle"},
		"never above it":        {"COPY ../../run.sh /", "docker", "middle"},
		"not there":             {"COPY x/run.sh /", "", ""},
	} {
		build := Build{Files: files, Name: func(name string) string { return name }, File: "docker/api/Dockerfile", Context: tc.context}
		f, _ := Parse("docker/api/Dockerfile", []byte("FROM alpine\n"+tc.copies+"\nCMD [\"/run.sh\"]\n"), build)
		got := ""
		if v := f.final().PID1; v.Outcome.Lost() {
			got = v.App
		}
		if got != tc.want {
			t.Errorf("%s: the script starts %q, want %q", name, got, tc.want)
		}
	}
}

// What a build makes is no file of the repository, though one there has its name.
func TestAProductOfTheBuildIsNotRead(t *testing.T) {
	script := &fstest.MapFile{Data: []byte("#!/bin/sh\napp\n")}
	files := fstest.MapFS{
		"orders": script, "run.sh": script, "bin/orders": script, "tools/orders/main.go": {}, "go.mod": {}, "conf/orders.toml": {},
		"build/package/Dockerfile": {}, "build/package/orders.toml": {}, "build/package/entrypoint": script,
	}
	const outside, beside = "build/package/Dockerfile", "Dockerfile"
	for name, tc := range map[string]struct {
		file, instructions string
		context            string
		found              bool
	}{
		"beside the Dockerfile, before the build":  {outside, "COPY ./orders /orders", "", false},
		"there, to a folder":                       {outside, "COPY orders /usr/bin/\nRUN ln -s /usr/bin/orders /", "", false},
		"there, with what lies there":              {outside, "COPY orders.toml orders /", "", false},
		"there, with ADD":                          {outside, "ADD bin/orders /orders", "", false},
		"by an earlier stage, -o":                  {beside, "WORKDIR /src\nCOPY . .\nRUN go build -o orders ./tools/orders\nFROM debian\nCOPY --from=0 /src/orders /orders", "", false},
		"by an earlier stage, named as its folder": {beside, "WORKDIR /src\nCOPY . .\nRUN go build ./tools/orders\nFROM debian\nCOPY --from=0 /src/orders /orders", "", false},
		"by an earlier stage, to a folder":         {beside, "WORKDIR /src\nCOPY . .\nRUN go build -o bin/ ./tools/...\nFROM debian\nCOPY --from=0 /src/bin/orders /orders", "", false},
		"by an earlier stage, of another language": {beside, "WORKDIR /src\nCOPY . .\nRUN gcc -O2 -o orders main.c\nFROM debian\nCOPY --from=0 /src/orders /orders", "", false},
		"by make":                         {beside, "WORKDIR /src\nCOPY . .\nRUN make -j4 orders\nFROM debian\nCOPY --from=0 /src/orders /orders", "", false},
		"fetched over it":                 {beside, "COPY orders /orders\nRUN curl -fsSL -o /orders https://example.com/orders", "", false},
		"moved over it":                   {beside, "COPY orders /orders\nRUN mv /tmp/built /orders && chmod +x /orders", "", false},
		"copied over it":                  {beside, "COPY orders /orders\nRUN install -m 755 /tmp/built /orders", "", false},
		"what lies beside the Dockerfile": {outside, "COPY entrypoint /orders", "", true},
		"what is named with the Dockerfile's folder": {outside, "COPY build/package/entrypoint /orders", "", true},
		"with what only the root has":                {outside, "COPY go.mod /\nCOPY orders /orders", "", true},
		"with a folder that only the root has":       {outside, "COPY tools /tools\nCOPY orders /orders", "", true},
		"with an extension that people give":         {outside, "COPY run.sh /orders", "", true},
		"in a context that is named":                 {outside, "COPY ./orders /orders", ".", true},
		"in all that is copied":                      {outside, "COPY . /", "", true},
		"in the root":                                {beside, "COPY orders /orders", "", true},
		"after a build of something else":            {beside, "WORKDIR /src\nCOPY . .\nRUN go build -o /out/web ./tools/orders && make web\nFROM debian\nCOPY --from=0 /src/orders /orders", "", true},
		"linked to another place":                    {beside, "COPY orders /orders\nRUN ln -s /orders /usr/bin/orders", "", true},
		"copied away":                                {beside, "COPY orders /orders\nRUN cp /orders /backup && curl -o /orders.sig https://example.com/", "", true},
	} {
		t.Run(name, func(t *testing.T) {
			build := Build{Files: files, Name: func(name string) string { return name }, File: tc.file, Context: tc.context}
			f, notices := Parse(tc.file, []byte("FROM debian\n"+tc.instructions+"\nCMD [\"/orders\"]\n"), build)
			if f == nil {
				t.Fatal(notices)
			}
			if found := Check(f); (len(found) > 0) != tc.found {
				t.Errorf("found: %v, want %v", found, tc.found)
			}
		})
	}
}

func TestNoSymbolicLinkIsFollowed(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	for name, content := range map[string]string{outside + "/run.sh": "#!/bin/sh\napp\n", dir + "/real.sh": "#!/bin/sh\napp\n"} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{"away.sh": outside + "/run.sh", "near.sh": "real.sh", "folder": outside} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			need.Missing(t, err.Error())
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for name, want := range map[string]int{"real.sh": 1, "away.sh": 0, "near.sh": 0, "folder/run.sh": 0, "../" + filepath.Base(outside) + "/run.sh": 0} {
		build := Build{Files: root.FS(), Name: func(name string) string { return name }, File: "Dockerfile"}
		f, _ := Parse("Dockerfile", []byte("FROM alpine\nCOPY "+name+" /run.sh\nCMD [\"/run.sh\"]\n"), build)
		if got := len(Check(f)); got != want {
			t.Errorf("%s: %d findings, want %d", name, got, want)
		}
	}
}

func TestOnlyWhatStartsTheImageCounts(t *testing.T) {
	for name, src := range map[string]string{
		"ONBUILD":                        "FROM debian\nONBUILD CMD app\nONBUILD ENTRYPOINT app\nCMD [\"app\"]\n",
		"HEALTHCHECK":                    "FROM debian\nHEALTHCHECK CMD app\nCMD [\"app\"]\n",
		"HEALTHCHECK over lines":         "FROM debian\nHEALTHCHECK --interval=5m --timeout=3s \\\n  CMD curl -f localhost || exit 1\nCMD [\"app\"]\n",
		"HEALTHCHECK after CMD":          "FROM debian\nCMD [\"app\"]\nHEALTHCHECK \\\n\n  # why\n  CMD app\n",
		"a syntax line":                  "# syntax=docker/dockerfile:1\nFROM debian\nCMD [\"app\"]\n",
		"both directives":                "# syntax=docker/dockerfile:1\n# escape=`\nFROM debian\nCMD `\n[\"app\"]\n",
		"a line RUN has":                 "FROM debian\nRUN true && \\\n  CMD app\nCMD [\"app\"]\n",
		"a here-document with a CMD":     "FROM debian\nRUN <<EOF\nCMD app\nEOF\nCMD [\"app\"]\n",
		"the last CMD":                   "FROM debian\nCMD app\nCMD [\"app\"]\n",
		"an empty ENTRYPOINT and no CMD": "FROM debian\nENTRYPOINT app\nENTRYPOINT []\n",
	} {
		if findings := check(t, "Dockerfile", src); len(findings) > 0 {
			t.Errorf("%s: %s", name, findings[0].Text())
		}
	}
}

func TestAnImageHasALowerCaseName(t *testing.T) {
	for ref, want := range map[string]bool{
		"debian": true, "debian:12-Slim": true, "$BASE": true, "ghcr.io/a/b:V1": true, "a${B}": true, "Registry.Example/a": true,
		"BASEIMAGE": false, "acme/BASE:1": false, "a@sha256:ABC": true,
	} {
		if got := isImage(ref); got != want {
			t.Errorf("isImage(%q) = %v", ref, got)
		}
	}
}

func TestARunMayChangeTheShell(t *testing.T) {
	for run, want := range map[string]string{
		"ln -sf /bin/bash /bin/sh":                                "bash",
		"rm /bin/sh && ln -s bash /bin/sh && true":                "bash",
		"ln -snf /usr/bin/mksh /usr/bin/sh":                       "mksh",
		"echo 'dash dash/sh boolean false' | debconf-set":         "bash",
		"ln -s /opt/strange /bin/sh":                              "",
		"ls /bin/sh":                                              "Debian's dash",
		"cp app /bin/share":                                       "Debian's dash",
		"<<EOF\nln -sf /bin/bash /bin/sh\nEOF":                    "bash",
		"apt-get update && \\\n    ln -sf /bin/bash \\\n /bin/sh": "bash",
	} {
		f, notices := Parse("Dockerfile", []byte("FROM debian\nRUN "+run+"\n"), Build{})
		if f == nil {
			t.Errorf("%q: %v", run, notices)
		} else if got := f.final().Sh; string(got) != want {
			t.Errorf("%q: /bin/sh is %q, want %q", run, got, want)
		}
	}
}

func TestIgnoreCommentsAreFoundWhereTheBuilderSeesComments(t *testing.T) {
	f, _ := Parse("Dockerfile", []byte(strings.Join([]string{
		"\ufeff# gracelint:ignore a/b first",
		"FROM debian",
		"  #gracelint:ignore a/b,c/d second",
		"RUN true && \\",
		"\t# gracelint:ignore a/b third",
		"    true",
		"RUN <<EOF",
		"# gracelint:ignore a/b of the script",
		"EOF",
		"RUN echo '# gracelint:ignore a/b no comment'",
	}, "\n")), Build{})
	if f == nil || len(f.Ignores) != 3 {
		t.Fatalf("got %+v, want three comments", f)
	}
	for i, want := range []struct{ line, column, rules int }{{1, 1, 1}, {3, 3, 2}, {5, 2, 1}} {
		ig := f.Ignores[i]
		if ig.Line != want.line || ig.Column != want.column || len(ig.Rules) != want.rules || !ig.Own || ig.Path != "Dockerfile" {
			t.Errorf("comment %d is %+v, want %+v", i, ig, want)
		}
	}
}

// TestTheBuildersOwnTestFilesGoThrough reads what the builder's parser is tested with: whatever it takes, there is a
// model or a notice of it.
func TestTheBuildersOwnTestFilesGoThrough(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/moby/buildkit").Output()
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	err = filepath.WalkDir(filepath.Join(strings.TrimSpace(string(dir)), "frontend", "dockerfile"), func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.Contains(entry.Name(), "Dockerfile") {
			return err
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		read++
		f, notices := Parse(name, src, Build{})
		if (f == nil) != (len(notices) == 1) {
			t.Errorf("%s: file %v with notices %v", name, f, notices)
		}
		if f != nil {
			Check(f)
		}
		return nil
	})
	if err != nil || read < 30 {
		t.Errorf("%d files read, %v", read, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, src := range []string{
		"FROM debian\nCMD app $X\n",
		"# escape=`\nFROM a:1 AS b\nFROM b\nENTRYPOINT [\"sh\", `\n \"-c\"]\nCMD [\"a \\\"b\\\"\"]",
		"\ufeffARG A=b\r\nFROM ${A:-c}\r\nSHELL [\"bash\", \"-c\"]\r\n# gracelint:ignore x y\r\nCMD a && \\\r\n # c\r\n b | d\r\n",
		"FROM debian\nRUN <<E\nln -s x /bin/sh\nE\nONBUILD CMD x\nHEALTHCHECK CMD y\nENV A=1 B=2\nCMD [\"a\", \"$A\", \"b c\"]\n",
		"FROM a\nCMD trap 'kill $p; wait' TERM; f() { x; }; f & p=$!; while true; do wait; done; eval; command; exec\n",
		"FROM {{ x }}\n",
		"FROM a AS b\nCOPY . /\nCOPY --from=b run.sh* /usr/bin/\nWORKDIR x\nADD run.sh .\nENTRYPOINT [\"./run.sh\"]\nCMD [\"npm\", \"start\"]\n",
		"FROM scratch\nCOPY <<'E' /run.sh\n#!/bin/bash\napp\nE\nSTOPSIGNAL 9\nEXPOSE $P\nRUN go build -o x ./...\nCMD ['/run.sh', 'a',]\n",
	} {
		f.Add([]byte(src), []byte("#!/bin/sh\nexec \"$@\"\n"))
	}
	for _, src := range hostile {
		if len(src) < 20_000 {
			f.Add([]byte(src), []byte("#!/bin/sh\ncase $X in a) exec /run.sh a \"$@\";; b) exec /run.sh b \"$@\";; esac\n"))
		}
	}
	f.Fuzz(func(t *testing.T, src, script []byte) {
		build := Build{
			Files:   fstest.MapFS{"run.sh": {Data: script}, "package.json": {Data: script}},
			Name:    func(name string) string { return name },
			File:    "Dockerfile",
			Targets: []string{"b"},
		}
		var file *File
		var notices []gracelint.Notice
		cost.Linear(t, len(src)+len(script), 20, 4_000, func() {
			if file, notices = Parse("Dockerfile", src, build); file != nil {
				Check(file)
			}
		})
		if file == nil && len(notices) == 0 || len(notices) > 1 {
			t.Fatalf("file %v with notices %v", file, notices)
		}
		if file == nil {
			return
		}
		for _, found := range Check(file) {
			text := src
			if found.Path == "run.sh" {
				text = script
			}
			lines := bytes.Count(text, []byte("\n")) + 1
			if found.Line < 1 || found.Column < 1 || found.EndLine < found.Line || found.EndLine > lines {
				t.Errorf("a finding at %d:%d to %d:%d", found.Line, found.Column, found.EndLine, found.EndColumn)
			}
			for _, fix := range found.Fixes {
				if fix.Edits[0].Path != "Dockerfile" {
					continue
				}
				if mended, notices := Parse("Dockerfile", []byte(apply(string(src), fix.Edits)), Build{}); mended == nil {
					t.Errorf("the fix breaks the file: %v", notices)
				}
			}
		}
	})
}

func BenchmarkParseAndCheck(b *testing.B) {
	src := []byte("FROM golang:1.23 AS build\nWORKDIR /src\nCOPY . .\nRUN --mount=type=cache,target=/cache go build -o /app .\n\n" +
		"FROM debian:12-slim\nENV PORT=80\nRUN apt-get update && \\\n    apt-get install -y ca-certificates\nCOPY --from=build /app /app\n" +
		"COPY docker/entrypoint.sh /\nHEALTHCHECK CMD curl -f localhost\nENTRYPOINT [\"/entrypoint.sh\"]\nCMD [\"sh\", \"-c\", \"cd /srv && /app --port=$PORT\"]\n")
	build := Build{
		Files: fstest.MapFS{"go.mod": {}, "docker/entrypoint.sh": {Data: []byte("#!/bin/sh\nset -e\nif [ \"$1\" = app ]; then\n\texec gosu app \"$@\"\nfi\nexec \"$@\"\n")}},
		Name:  func(name string) string { return name },
		File:  "docker/Dockerfile",
	}
	for b.Loop() {
		f, _ := Parse("Dockerfile", src, build)
		Check(f)
	}
}
