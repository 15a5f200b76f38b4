package dockerfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"

	"github.com/gracelint/gracelint"
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

// A wanted is a file or a program that is looked for in a stage.
type wanted struct {
	stage *Stage
	name  string
}

// A memory keeps what was found in stages and in the repository: what copies from what may be a maze.
type memory struct {
	looked   int // of [gracelint.MaxSearch]
	scripts  map[wanted]*script
	packages map[wanted]string
	files    map[string]fs.FileInfo      // by name; nil: there is none, or it is behind a symbolic link
	folders  []string                    // see contexts
	listed   map[string]map[string]bool  // the names in a folder
	writes   map[string][]*regexp.Regexp // see writesTo
}

func newMemory() memory {
	return memory{scripts: map[wanted]*script{}, packages: map[wanted]string{}, files: map[string]fs.FileInfo{}, listed: map[string]map[string]bool{}, writes: map[string][]*regexp.Regexp{}}
}

// look counts so much of a search, and reports whether it may be made.
func (b *builder) look(amount int) bool {
	b.looked += amount
	if b.looked > gracelint.MaxSearch {
		b.leaveOut(errMaze)
		return false
	}
	return true
}

var errMaze = errors.New("what its COPY and RUN instructions bring is too much to be looked through")

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
	dirs, _ := s.values.get("PATH")
	for dir := range strings.SplitSeq(dirs, ":") {
		if found, ok := b.findAt(s, path.Join("/", dir, name)); ok {
			return found, true
		}
	}
	return script{}, false
}

// findAt looks for what was copied last to the absolute name.
func (b *builder) findAt(s *Stage, name string) (script, bool) {
	if len(name) > gracelint.MaxPath {
		return script{}, false
	}
	key := wanted{s, name}
	found, ok := b.scripts[key]
	if !ok && b.look(len(name)) {
		found = b.search(s, name)
		b.scripts[key] = found
	}
	if found == nil {
		return script{}, false
	}
	return *found, true
}

func (b *builder) search(s *Stage, name string) *script {
	for layer := s; layer != nil; layer = layer.below {
		if !b.look(len(layer.builds)) || slices.ContainsFunc(layer.builds, func(build goBuild) bool { return build.makes(name) }) {
			return nil
		}
	}
	for ; s != nil; s = s.below {
		for _, c := range slices.Backward(s.copies) {
			if !b.look(1 + len(c.sources) + len(c.run)/100) {
				return nil
			}
			if c.run != "" {
				if b.changes(c.run, path.Base(name)) {
					return nil
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
					return nil
				case context:
					if !b.look(len(c.sources)) || slices.Contains(c.sources, source) && b.mayBeBuilt(source) {
						return nil
					}
					if found := b.readContext(source); found != nil {
						return found
					}
				default:
					if found, ok := b.findAt(&b.file.Stages[c.from], path.Join("/", source)); ok {
						return &found
					}
				}
			}
		}
	}
	return nil
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
				if !b.look(1) {
					return true
				}
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
func (b *builder) changes(run, base string) bool {
	if !strings.Contains(run, base) || strings.Contains(run, `\r`) {
		return false
	}
	if !b.look(len(run)) {
		return true
	}
	writes, ok := b.writes[base]
	if !ok {
		writes = writesTo(base)
		b.writes[base] = writes
	}
	isOther := func(command string) bool { return strings.Count(command, base) == 1 } // else the file is put elsewhere by its name
	return writes == nil || writes[0].MatchString(run) || slices.ContainsFunc(writes[1].FindAllString(run, -1), isOther)
}

// writesTo returns what the commands look like that write to a file of that name, and those that may have it as a source
// as well; nil when that cannot be told.
func writesTo(base string) []*regexp.Regexp {
	var commands []*regexp.Regexp
	for _, pattern := range []string{
		`\b(?:sed|perl|patch|tee|envsubst)\b[^&;|]*NAME|>\s*\S*NAME|(?:\s-o\s*(?:\S*/)?|\bmake\s(?:[^&;|]*\s)?)NAME(?:[\s;&|]|$)`,
		`\b(?:cp|mv|ln|install)\s[^&;|\n]*[\s/]NAME\s*(?:[;&|\n]|$)`,
	} {
		re, err := regexp.Compile(strings.ReplaceAll(pattern, "NAME", regexp.QuoteMeta(base)))
		if err != nil {
			return nil
		}
		commands = append(commands, re)
	}
	return commands
}

// heredoc returns the text of a here-document. One in which the builder puts in variables is not known.
func (b *builder) heredoc(c copied, doc instructions.SourceContent) *script {
	if doc.Expand && strings.Contains(doc.Data, "$") || !b.look(len(doc.Data)) {
		return nil
	}
	at := bytes.Index(b.file.src[b.lines[c.node-1]:], []byte(doc.Data))
	if at < 0 {
		return nil
	}
	return &script{path: b.file.Path, src: b.file.src, text: doc.Data, at: b.lines[c.node-1] + at}
}

// readContext reads a text file of the build context. Programs and archives, which are larger than scripts, are not read.
func (b *builder) readContext(name string) *script {
	name, info, ok := b.inContext(name)
	if !ok || !info.Mode().IsRegular() {
		return nil
	}
	src, err := b.read(name)
	if err != nil || bytes.IndexByte(src, 0) >= 0 || !b.look(len(src)) {
		return nil
	}
	if len(src) > gracelint.MaxShell {
		if bytes.HasPrefix(src, []byte("#!")) {
			b.leaveOut(fmt.Errorf("the script %s has more than %d KB", b.build.Name(name), gracelint.MaxShell>>10))
		}
		return nil
	}
	return &script{path: b.build.Name(name), src: src, text: string(src)}
}

// read reads as much of a file as a script may have, and a byte more.
func (b *builder) read(name string) ([]byte, error) {
	file, err := b.build.Files.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, gracelint.MaxShell+1))
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
	if b.build.Files == nil || len(name) > gracelint.MaxPath || !fs.ValidPath(name) || !b.look(len(name)) {
		return nil, false
	}
	var info fs.FileInfo
	for at := 0; at <= len(name); at++ {
		if at < len(name) && name[at] != '/' {
			continue
		}
		var ok bool
		if info, ok = b.files[name[:at]]; !ok {
			var err error
			if !b.lists(path.Dir(name[:at]), path.Base(name[:at])) {
				info = nil
			} else if info, err = fs.Lstat(b.build.Files, name[:at]); err != nil || info.Mode()&fs.ModeSymlink != 0 {
				info = nil
			}
			b.files[name[:at]] = info
		}
		if info == nil {
			return nil, false
		}
	}
	return info, true
}

// lists reports whether a folder has a file of that name. A folder is read once, since to look for what is not there takes
// a step for each folder above.
func (b *builder) lists(folder, name string) bool {
	names, ok := b.listed[folder]
	if !ok {
		entries, _ := fs.ReadDir(b.build.Files, folder)
		names = map[string]bool{".": folder == "."}
		for _, entry := range entries {
			names[entry.Name()] = true
		}
		b.listed[folder] = names
	}
	return names[name]
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
	var sources []string
	for _, stage := range b.file.Stages {
		for _, c := range stage.copies {
			if c.from == context {
				sources = append(sources, c.sources[:min(len(c.sources), gracelint.MaxSources-len(sources))]...)
			}
		}
	}
	most := -1
	folder := path.Dir(b.build.File)
	for range gracelint.MaxFolders {
		count := 0
		for _, source := range sources {
			if _, ok := b.stat(path.Join(folder, path.Join("/", source))); ok {
				count++
			}
		}
		if count > most {
			most, b.folders = count, nil
		}
		if count == most {
			b.folders = append(b.folders, folder)
		}
		if folder == "." || folder == "/" {
			break
		}
		folder = path.Dir(folder)
	}
	return b.folders
}
