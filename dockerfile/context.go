package dockerfile

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
)

// A Build says how images are built of a Dockerfile, as far as it is known.
type Build struct {
	Files   fs.FS                    // the repository, which is never left; nil: no file can be read
	Name    func(file string) string // gives the name in findings of a file in Files
	File    string                   // the Dockerfile's name in Files
	Context string                   // the folder in Files that is the build context; empty: not known
	Targets []string                 // stages that are built by name, beside the last
}

// A copied is a COPY or ADD, or a RUN that comes between them and may change what they have brought.
type copied struct {
	from     int      // the stage that it copies from; context, or elsewhere
	sources  []string // as written, with variables put in
	dest     string   // absolute; it ends in a slash when it is certainly a folder
	heredocs []instructions.SourceContent
	node     int    // the line of the instruction
	run      string // the text of a RUN
}

const (
	context   = -1
	elsewhere = -2 // an image, or the web
)

// A script is the text of a file in the image that is a text in the repository.
type script struct {
	path string // as findings name it
	src  []byte // the whole file, a script or the Dockerfile
	text string // the script's part of it
	at   int    // where in src the text begins
}

// maxScript is more than any script has: programs and archives are not read.
const maxScript = 1 << 20

// find returns the text file that the image of the stage has by that name, if it comes from the repository.
func (b *builder) find(s *Stage, name string) (script, bool) {
	switch {
	case path.IsAbs(name):
		return b.findAt(s, path.Clean(name))
	case strings.Contains(name, "/") || strings.Contains(name, "."):
		if found, ok := b.findAt(s, path.Join(s.WorkDir, name)); ok || strings.Contains(name, "/") {
			return found, ok
		}
	}
	for dir := range strings.SplitSeq(s.values["PATH"], ":") {
		if found, ok := b.findAt(s, path.Join("/", dir, name)); ok {
			return found, true
		}
	}
	return script{}, false
}

// findAt looks for what was copied last to the absolute name.
func (b *builder) findAt(s *Stage, name string) (script, bool) {
	if slices.ContainsFunc(s.builds, func(build goBuild) bool { return build.makes(name) }) {
		return script{}, false
	}
	for _, c := range slices.Backward(s.copies) {
		if c.run != "" {
			if changes(c.run, path.Base(name)) {
				return script{}, false
			}
			continue
		}
		for _, doc := range c.heredocs {
			if name == path.Clean(c.dest) || name == path.Join(c.dest, doc.Path) {
				return b.heredoc(c, doc)
			}
		}
		for _, source := range c.origins(name) {
			switch c.from {
			case elsewhere:
				return script{}, false
			case context:
				if slices.Contains(c.sources, source) && b.mayBeBuilt(source) {
					return script{}, false
				}
				if found, ok := b.readContext(source); ok {
					return found, true
				}
			default:
				if found, ok := b.findAt(&b.file.Stages[c.from], path.Join("/", source)); ok {
					return found, true
				}
			}
		}
	}
	return script{}, false
}

// origins returns what the file of that name may have been where it was copied from.
func (c *copied) origins(name string) []string {
	var origins []string
	dest := path.Clean(c.dest)
	for _, source := range c.sources {
		isFolder := strings.HasSuffix(source, "/") || path.Base(source) == "."
		isPattern := strings.ContainsAny(source, "*?[")
		if isPattern {
			if matches, err := path.Match(path.Base(source), path.Base(name)); err == nil && matches && path.Dir(name) == dest {
				origins = append(origins, path.Join(path.Dir(source), path.Base(name)))
			}
			continue
		}
		if name == dest && !isFolder || name == path.Join(dest, path.Base(source)) {
			origins = append(origins, source)
		}
		if rest, ok := strings.CutPrefix(name, strings.TrimSuffix(dest, "/")+"/"); ok {
			origins = append(origins, path.Join(source, rest))
		}
	}
	return origins
}

// mayBeBuilt reports whether what COPY names may be a program that is put beside the Dockerfile before the image is
// built, although a file of its name lies in a folder above: no context is named, and all that is missing beside the
// Dockerfile has names that programs have. What else is missing there tells that the context is above.
func (b *builder) mayBeBuilt(name string) bool {
	own := path.Dir(b.build.File)
	missing := func(source string) bool {
		_, ok := b.stat(path.Join(own, path.Join("/", source)))
		return !ok
	}
	if own == "." || b.build.Context != "" || !missing(name) {
		return false
	}
	for _, stage := range b.file.Stages {
		for _, c := range stage.copies {
			for _, source := range c.sources {
				if c.from != context || !missing(source) {
					continue
				}
				_, info, ok := b.inContext(source)
				if path.Ext(source) != "" || ok && info.IsDir() || strings.HasPrefix(path.Join("/", source), "/"+own+"/") {
					return false
				}
			}
		}
	}
	return true
}

// changes reports whether a RUN writes to a file of that name. Taking out carriage returns changes nothing here.
func changes(run, base string) bool {
	if !strings.Contains(run, base) || strings.Contains(run, `\r`) {
		return false
	}
	commands := func(pattern string) []string {
		re, err := regexp.Compile(strings.ReplaceAll(pattern, "NAME", regexp.QuoteMeta(base)))
		if err != nil {
			return nil
		}
		return re.FindAllString(run, -1)
	}
	isOther := func(command string) bool { return strings.Count(command, base) == 1 } // else the file is put elsewhere by its name
	return commands(`\b(?:sed|perl|patch|tee|envsubst)\b[^&;|]*NAME|>\s*\S*NAME`) != nil ||
		commands(`(?:\s-o\s*(?:\S*/)?|\bmake\s(?:[^&;|]*\s)?)NAME(?:[\s;&|]|$)`) != nil ||
		slices.ContainsFunc(commands(`\b(?:cp|mv|ln|install)\s[^&;|\n]*[\s/]NAME\s*(?:[;&|\n]|$)`), isOther)
}

// heredoc returns the text of a here-document. One in which the builder puts in variables is not known.
func (b *builder) heredoc(c copied, doc instructions.SourceContent) (script, bool) {
	found := script{path: b.file.Path, src: b.file.src, text: doc.Data}
	at := bytes.Index(b.file.src[b.lines[c.node-1]:], []byte(doc.Data))
	if at < 0 || doc.Expand && strings.Contains(doc.Data, "$") {
		return script{}, false
	}
	found.at = b.lines[c.node-1] + at
	return found, true
}

// readContext reads a text file of the build context.
func (b *builder) readContext(name string) (script, bool) {
	name, info, ok := b.inContext(name)
	if !ok || !info.Mode().IsRegular() || info.Size() > maxScript {
		return script{}, false
	}
	src, err := fs.ReadFile(b.build.Files, name)
	if err != nil || bytes.IndexByte(src, 0) >= 0 {
		return script{}, false
	}
	return script{path: b.build.Name(name), src: src, text: string(src)}, true
}

// inContext returns the name in the repository of what COPY calls name, if it is there.
func (b *builder) inContext(name string) (string, fs.FileInfo, bool) {
	for _, folder := range b.contexts() {
		within := path.Join(folder, path.Join("/", name)) // .. does not lead out of the context
		if info, ok := b.stat(within); ok {
			return within, info, true
		}
	}
	return "", nil, false
}

// stat looks at a file of the repository, but at none that a symbolic link leads to: the builder copies the link.
func (b *builder) stat(name string) (fs.FileInfo, bool) {
	if b.build.Files == nil || !fs.ValidPath(name) {
		return nil, false
	}
	var info fs.FileInfo
	for at := 0; at <= len(name); at++ {
		if at < len(name) && name[at] != '/' {
			continue
		}
		var err error
		if info, err = fs.Lstat(b.build.Files, name[:at]); err != nil || info.Mode()&fs.ModeSymlink != 0 {
			return nil, false
		}
	}
	return info, true
}

// contexts returns the folder that is the build context. Where no compose file says which, it may be the folder of the
// Dockerfile or one above it, the nearest first, of those in which most of what the Dockerfile copies lies.
func (b *builder) contexts() []string {
	if b.folders != nil {
		return b.folders
	}
	if b.build.Context != "" {
		b.folders = []string{b.build.Context}
		return b.folders
	}
	most := -1
	for folder := path.Dir(b.build.File); ; folder = path.Dir(folder) {
		count := 0
		for _, stage := range b.file.Stages {
			for _, c := range stage.copies {
				for _, source := range c.sources {
					if _, ok := b.stat(path.Join(folder, path.Join("/", source))); ok && c.from == context {
						count++
					}
				}
			}
		}
		if count > most {
			most, b.folders = count, nil
		}
		if count == most {
			b.folders = append(b.folders, folder)
		}
		if folder == "." || folder == "/" {
			return b.folders
		}
	}
}
