package dockerfile

import (
	"path"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// A goBuild is a go build or go install of a RUN.
type goBuild struct {
	output string // absolute: the program, or the folder that it is put in
	folder string // absolute: of the package; it ends in /... when there may be several below
}

// goBuilds returns the calls of the go command in a RUN that make programs.
func (s *Stage) goBuilds(run string) []goBuild {
	if !strings.Contains(run, "go ") {
		return nil
	}
	file, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(run), "")
	if err != nil {
		return nil
	}
	var builds []goBuild
	syntax.Walk(file, func(n syntax.Node) bool {
		call, ok := n.(*syntax.CallExpr)
		if !ok || len(call.Args) < 2 {
			return true
		}
		var words []string
		for _, arg := range call.Args {
			words = append(words, expand(run[arg.Pos().Offset():arg.End().Offset()], s.values))
		}
		if words[0] == "go" && (words[1] == "build" || words[1] == "install") {
			builds = append(builds, s.goBuild(words[1], words[2:])...)
		}
		return true
	})
	return builds
}

// valued are the options of go build that take the next argument.
const valued = " -C -o -p -asmflags -buildmode -buildvcs -compiler -gccgoflags -gcflags -installsuffix -ldflags -mod -modfile -overlay -pgo -pkgdir -tags -toolexec "

func (s *Stage) goBuild(command string, args []string) []goBuild {
	output := ""
	dir := s.WorkDir
	for len(args) > 0 && strings.HasPrefix(args[0], "-") {
		option, value, hasValue := strings.Cut(args[0], "=")
		option = "-" + strings.TrimLeft(option, "-")
		args = args[1:]
		if !hasValue && strings.Contains(valued, " "+option+" ") && len(args) > 0 {
			value, args = args[0], args[1:]
		}
		switch option {
		case "-o":
			output = s.absolute(value)
		case "-C":
			dir = s.absolute(value)
		}
	}
	if len(args) == 0 {
		args = []string{"."}
	}
	var builds []goBuild
	for _, pkg := range args {
		folder := path.Join(dir, pkg)
		if strings.HasSuffix(pkg, ".go") || path.Base(pkg) == "*" {
			folder = path.Dir(folder)
		}
		b := goBuild{output, folder}
		switch {
		case command == "install":
			b.output = "/go/bin/"
		case output == "":
			b.output = path.Join(dir, path.Base(folder))
		}
		builds = append(builds, b)
	}
	return builds
}

// of returns the folder of the package that a program is built of.
func (b *goBuild) of(program string) string {
	if folder, several := strings.CutSuffix(b.folder, "/..."); several {
		return path.Join(folder, path.Base(program))
	}
	return b.folder
}

// makes reports whether a program of that absolute name may be what is built.
func (b *goBuild) makes(program string) bool {
	inFolder := path.Dir(program) == path.Clean(b.output) && path.Base(program) == path.Base(b.of(program))
	return program == path.Clean(b.output) || inFolder
}

// packageStarted returns the folder of the repository with the Go package that a program is built of, which the stage
// starts by its name alone or by a path.
func (b *builder) packageStarted(s *Stage, program string) string {
	switch {
	case program == "":
		return ""
	case strings.Contains(program, "/"):
		return b.packageOf(s, program)
	}
	for dir := range strings.SplitSeq(s.values["PATH"], ":") {
		if found := b.packageOf(s, path.Join("/", dir, program)); found != "" {
			return found
		}
	}
	return ""
}

// packageOf returns the folder of the repository with the Go package that the program of that name is built of.
func (b *builder) packageOf(s *Stage, program string) string {
	program = s.absolute(program)
	for _, build := range s.builds {
		if !build.makes(program) {
			continue
		}
		folder := build.of(program)
		for _, c := range s.copies {
			for _, origin := range append(c.origins(folder+"/x"), c.goFiles(folder)...) {
				if name, info, ok := b.inContext(path.Dir(origin)); ok && info.IsDir() && c.from == context {
					return name
				}
			}
		}
	}
	for _, c := range s.copies {
		for _, origin := range c.origins(program) {
			if c.from < 0 {
				continue
			}
			if found := b.packageOf(&b.file.Stages[c.from], path.Join("/", origin)); found != "" {
				return found
			}
		}
	}
	return ""
}

// goFiles returns what is copied into the folder of the files of a package by themselves, as in COPY *.go ./ or COPY web/main.go main.go
func (c *copied) goFiles(folder string) []string {
	dest := path.Clean(c.dest)
	if path.Ext(dest) == ".go" {
		dest = path.Dir(dest)
	}
	if dest != folder {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(c.sources), func(source string) bool { return path.Ext(source) != ".go" })
}
