package discover

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gracelint/gracelint/testdata/need"
)

func TestDockerfilesAndManifests(t *testing.T) {
	tests := []struct {
		name  string
		files []string // as tree makes them
		args  []string
		want  []string // Dockerfiles, then manifests
	}{
		{
			name:  "names that docker and podman look for",
			files: []string{"Dockerfile", "a/dockerfile", "b/Containerfile", "c/containerfile"},
			want:  []string{"Dockerfile", "a/dockerfile", "b/Containerfile", "c/containerfile"},
		},
		{
			name:  "names of variants",
			files: []string{"Dockerfile.debug", "Dockerfile-arm", "Dockerfile_arm", "Containerfile.debug", "web.Dockerfile", "web.dockerfile", "web.Containerfile"},
			want:  []string{"Containerfile.debug", "Dockerfile-arm", "Dockerfile.debug", "Dockerfile_arm", "web.Containerfile", "web.Dockerfile", "web.dockerfile"},
		},
		{
			name: "what stands beside Dockerfiles is none",
			files: []string{
				"Dockerfile~", "Dockerfile.debug~", "Dockerfile.dockerignore", "web.Dockerfile.dockerignore", ".dockerignore",
				"Dockerfile.orig", "Dockerfile.md", "Dockerfiles", "Dockerfile.d/", "MyDockerfile", "go.mod", "Dockerfile.go", ".Dockerfile.swp",
			},
			want: nil,
		},
		{
			name:  "YAML and JSON of any content",
			files: []string{"pod.yaml", "pod.yml", "pod.json", "Dockerfile.json", "pod.yaml.tmpl", "pod.toml", "yaml"},
			want:  []string{"Dockerfile.json", "pod.json", "pod.yaml", "pod.yml"},
		},
		{
			name: "left out by name",
			files: []string{
				"testdata/Dockerfile", "a/vendor/Dockerfile", "node_modules/b/Dockerfile", "third_party/Dockerfile",
				".hidden/Dockerfile", "_old/Dockerfile", "_pod.yaml", ".pod.yaml", "a/Dockerfile", "testdata.yaml",
			},
			want: []string{"a/Dockerfile", "testdata.yaml"},
		},
		{
			name:  ".github is not hidden",
			files: []string{".github/Dockerfile", ".git-stuff/Dockerfile"},
			want:  []string{".github/Dockerfile"},
		},
		{
			name:  "a directory given inside a left out one is looked at, what it holds of the kind is not",
			files: []string{"testdata/src/demo/Dockerfile", "testdata/src/demo/a/pod.yaml", "testdata/src/demo/testdata/Dockerfile"},
			args:  []string{"testdata/src/demo"},
			want:  []string{"testdata/src/demo/Dockerfile", "testdata/src/demo/a/pod.yaml"},
		},
		{
			name:  "a left out directory given itself",
			files: []string{"testdata/Dockerfile", "testdata/vendor/Dockerfile"},
			args:  []string{"testdata"},
			want:  []string{"testdata/Dockerfile"},
		},
		{
			name:  "DIR/... is the directory",
			files: []string{"Dockerfile", "a/Dockerfile", "a/b/Dockerfile"},
			args:  []string{"a/..."},
			want:  []string{"a/Dockerfile", "a/b/Dockerfile"},
		},
		{
			name:  "./... and ... are the working directory",
			files: []string{"Dockerfile", "a/Dockerfile"},
			args:  []string{"./...", "..."},
			want:  []string{"Dockerfile", "a/Dockerfile"},
		},
		{
			name:  "paths that overlap name each file once",
			files: []string{"Dockerfile", "a/Dockerfile", "a/pod.yaml"},
			args:  []string{"a", ".", "./a/pod.yaml", "a/Dockerfile"},
			want:  []string{"Dockerfile", "a/Dockerfile", "a/pod.yaml"},
		},
		{
			name:  "a file given by name is taken from anywhere",
			files: []string{"vendor/Dockerfile", "_x/pod.yaml", "testdata/My-Dockerfile.md"},
			args:  []string{"vendor/Dockerfile", "_x/pod.yaml", "testdata/My-Dockerfile.md"},
			want:  []string{"testdata/My-Dockerfile.md", "vendor/Dockerfile", "_x/pod.yaml"},
		},
		{
			name:  "names with spaces, quotes, line ends and letters of any script",
			files: []string{"a b/Dockerfile", "it's/\"pod\".yaml", "服务/pod.yaml", "line\nend/Dockerfile"},
			want:  []string{"a b/Dockerfile", "line\nend/Dockerfile", "it's/\"pod\".yaml", "服务/pod.yaml"},
		},
		{
			name:  "a link to a file that is found itself is not taken twice",
			files: []string{"a/Dockerfile", "Dockerfile -> a/Dockerfile", "b/Dockerfile -> ../Dockerfile"},
			want:  []string{"a/Dockerfile"},
		},
		{
			name:  "a file found only through links is taken once",
			files: []string{"images/web.txt", "Dockerfile -> images/web.txt", "b/Dockerfile -> ../Dockerfile"},
			want:  []string{"Dockerfile"},
		},
		{
			name:  "a link is followed after the files of all paths",
			files: []string{"Dockerfile", "a/Dockerfile -> ../Dockerfile"},
			args:  []string{"a", "."},
			want:  []string{"Dockerfile"},
		},
		{
			name:  "links to directories are not followed",
			files: []string{"a/Dockerfile", "a/up -> ..", "b -> a", "Dockerfile -> a"},
			want:  []string{"a/Dockerfile"},
		},
		{
			name:  "a link to a directory given by name is",
			files: []string{"a/Dockerfile", "b -> a"},
			args:  []string{"b"},
			want:  []string{"b/Dockerfile"},
		},
		{
			name:  "an empty directory",
			files: []string{"a/"},
			want:  nil,
		},
	}
	for _, test := range tests {
		for _, way := range ways {
			t.Run(test.name+"/"+way.name, func(t *testing.T) {
				tree(t, test.files...)
				way.prepare(t)
				found := find(t, test.args...)
				if got := append(found.Dockerfiles, found.Manifests...); !slices.Equal(got, test.want) {
					t.Errorf("found %q, want %q", got, test.want)
				}
				if len(found.Notices) > 0 {
					t.Errorf("unexpected notices: %+v", found.Notices)
				}
			})
		}
	}
}

func TestGoModules(t *testing.T) {
	tests := []struct {
		name  string
		files []string
		args  []string
		want  []string // "DIR: PATTERN…: FILE…", the files being those of the tree that are wanted
	}{
		{
			name:  "one module",
			files: []string{"go.mod", "main.go", "a/a.go"},
			want:  []string{".: ./...: a/a.go main.go"},
		},
		{
			name:  "a directory inside a module is a pattern of it",
			files: []string{"go.mod", "main.go", "a/a.go", "a/b/b.go", "ab/ab.go"},
			args:  []string{"a"},
			want:  []string{".: ./a/...: a/a.go a/b/b.go"},
		},
		{
			name:  "several modules, one nested in another",
			files: []string{"x/go.mod", "x/x.go", "x/y/go.mod", "x/y/y.go", "z/go.mod", "z/z.go"},
			want:  []string{"x: ./...: x/x.go", "x/y: ./...: x/y/y.go", "z: ./...: z/z.go"},
		},
		{
			name:  "a module with nothing asked for is none",
			files: []string{"go.mod", "tools/go.mod", "tools/README", "a/a.go", "a/b/go.mod", "a/b/testdata/b.go"},
			want:  []string{".: ./...: a/a.go"},
		},
		{
			name:  "what is left out is not wanted although ./... matches it",
			files: []string{"go.mod", "main.go", "node_modules/a/a.go", "third_party/b/b.go", "_x.go", "c/third_party/go.mod", "c/third_party/c.go"},
			want:  []string{".: ./...: main.go"},
		},
		{
			name:  "a directory given inside testdata, in the module around it and in its own",
			files: []string{"go.mod", "main.go", "testdata/src/demo/main.go", "testdata/own/go.mod", "testdata/own/main.go"},
			args:  []string{"testdata/src/demo", "testdata/own"},
			want:  []string{".: ./testdata/src/demo/...: testdata/src/demo/main.go", "testdata/own: ./...: testdata/own/main.go"},
		},
		{
			name:  "a left out directory given itself: each package in it, since ./testdata/... matches nothing",
			files: []string{"go.mod", "main.go", "testdata/x.go", "testdata/a/b/b.go"},
			args:  []string{"testdata"},
			want:  []string{".: ./testdata ./testdata/a/b: testdata/a/b/b.go testdata/x.go"},
		},
		{
			name:  "a file given by name wants its package's pattern and itself",
			files: []string{"go.mod", "main.go", "cmd/a/a.go", "cmd/a/b.go"},
			args:  []string{"cmd/a/a.go"},
			want:  []string{".: ./cmd/a: cmd/a/a.go"},
		},
		{
			name:  "files and directories together",
			files: []string{"go.mod", "main.go", "a/a.go", "a/b.go", "b/b.go"},
			args:  []string{"a/a.go", "main.go", "./b/..."},
			want:  []string{".: ./. ./a ./b/...: a/a.go b/b.go main.go"},
		},
		{
			name:  "import paths want all that they match",
			files: []string{"go.mod", "main.go", "a/a.go"},
			args:  []string{"example.com/mod/a/...", "example.com/.../b"},
			want:  []string{".: example.com/.../b example.com/mod/a/...: a/a.go main.go"},
		},
		{
			name:  "an import path without a domain, as the module's is",
			files: []string{"go.mod = module shop // ours\n", "main.go"},
			args:  []string{"shop/..."},
			want:  []string{".: shop/...: main.go"},
		},
		{
			name:  "an import path in a workspace",
			files: []string{"go.work", "a/go.mod", "a/a.go"},
			args:  []string{"example.com/mod"},
			want:  []string{".: example.com/mod: a/a.go"},
		},
		{
			name:  "a Go file that is a link to another is not wanted twice",
			files: []string{"go.mod", "a/a.go", "b/a.go -> ../a/a.go"},
			want:  []string{".: ./...: a/a.go"},
		},
	}
	for _, test := range tests {
		for _, way := range ways {
			t.Run(test.name+"/"+way.name, func(t *testing.T) {
				dir := tree(t, test.files...)
				way.prepare(t)
				found := find(t, test.args...)
				var got []string
				for _, m := range found.Go {
					got = append(got, fmt.Sprintf("%s: %s: %s", Relative(dir, m.Dir), strings.Join(m.Patterns, " "), strings.Join(wanted(t, dir, m), " ")))
				}
				if !slices.Equal(got, test.want) {
					t.Errorf("found %q\nwant  %q", got, test.want)
				}
				if len(found.Notices) > 0 {
					t.Errorf("unexpected notices: %+v", found.Notices)
				}
			})
		}
	}
}

func TestTheGoCommandTakesThePatterns(t *testing.T) {
	tree(t, "go.mod", "main.go", "a/a.go", "testdata/x/x.go", "_y/y.go", "_y/z/z.go", "b+c/b.go")
	for _, args := range [][]string{{"."}, {"main.go"}, {"a/a.go", "testdata/x"}, {"_y"}, {"testdata"}, {"b+c"}, {"example.com/mod/a"}} {
		for _, m := range find(t, args...).Go {
			list := exec.Command("go", append([]string{"list"}, m.Patterns...)...)
			list.Dir = m.Dir
			list.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off", "GOTOOLCHAIN=local")
			if out, err := list.CombinedOutput(); err != nil || strings.Contains(string(out), "matched no packages") {
				t.Errorf("%q: go list %q: %v\n%s", args, m.Patterns, err, out)
			}
		}
	}
}

func TestAPackageIsWantedWhenAFileOfItIs(t *testing.T) {
	dir := tree(t, "go.mod", "a/a.go", "a/b/b.go", "node_modules/c/c.go")
	m := find(t).Go[0]
	for name, want := range map[string]bool{"a": true, "a/b": true, ".": false, "node_modules/c": false} {
		if got := m.Wants(filepath.Join(dir, name)); got != want {
			t.Errorf("Wants(%s) = %t, want %t", name, got, want)
		}
	}
}

func TestNotices(t *testing.T) {
	const inNoModule = "its Go files belong to no module, and the go command reads none outside of modules: run go mod init there"
	tests := []struct {
		name  string
		files []string
		args  []string
		want  []string // "kind path: message"
	}{
		{
			name:  "a link that leads nowhere",
			files: []string{"Dockerfile -> gone", "a/Dockerfile"},
			want:  []string{"failed Dockerfile: the symbolic link cannot be followed: no such file or directory"},
		},
		{
			name:  "links that lead to each other",
			files: []string{"Dockerfile -> pod.yaml", "pod.yaml -> Dockerfile"},
			want: []string{
				"failed Dockerfile: the symbolic link cannot be followed: too many levels of symbolic links",
				"failed pod.yaml: the symbolic link cannot be followed: too many levels of symbolic links",
			},
		},
		{
			name:  "a link given by name that loops, and one in place of a directory",
			files: []string{"Dockerfile -> Dockerfile", "a -> a"},
			args:  []string{"Dockerfile", "a", "a/..."},
			want: []string{
				"failed Dockerfile: the symbolic link cannot be followed: too many levels of symbolic links",
				"failed a: the symbolic link cannot be followed: too many levels of symbolic links",
			},
		},
		{
			name:  "a link that leads out of the repository",
			files: []string{"Dockerfile -> /etc/hostname"},
			want:  []string{"skipped Dockerfile: the symbolic link leads out of the repository"},
		},
		{
			name:  "links of other names are nobody's business",
			files: []string{"README -> gone", ".#pod.yaml -> gone", "node_modules/a.json -> gone"},
			want:  nil,
		},
		{
			name:  "Go files in no module",
			files: []string{"a/b/x.go", "a/c/y.go", "Dockerfile"},
			want:  []string{"failed .: " + inNoModule},
		},
		{
			name:  "Go files in no module beside modules: the topmost directories without one",
			files: []string{"hack/a/x.go", "hack/b/y.go", "svc/go.mod", "svc/main.go", "svc/a/a.go", "tools/x.go", "tools/a/x.go"},
			want:  []string{"failed hack: " + inNoModule, "failed tools: " + inNoModule},
		},
		{
			name:  "Go files in no module above modules",
			files: []string{"x.go", "a/x.go", "svc/go.mod", "svc/main.go"},
			want:  []string{"failed .: " + inNoModule},
		},
		{
			name:  "a Go file given by name that belongs to no module",
			files: []string{"a/x.go", "b/y.go"},
			args:  []string{"a/x.go"},
			want:  []string{"failed a: " + inNoModule},
		},
		{
			name:  "Go files in no module that are left out",
			files: []string{"testdata/x.go", "vendor/a/y.go", "_x/z.go"},
			want:  nil,
		},
	}
	for _, test := range tests {
		for _, way := range ways {
			t.Run(test.name+"/"+way.name, func(t *testing.T) {
				tree(t, test.files...)
				way.prepare(t)
				var got []string
				for _, n := range find(t, test.args...).Notices {
					got = append(got, fmt.Sprintf("%s %s: %s", n.Kind, n.Path, n.Message))
				}
				if !slices.Equal(got, test.want) {
					t.Errorf("notices %q\nwant    %q", got, test.want)
				}
			})
		}
	}
}

func TestDirectoriesThatCannotBeListed(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may list every directory")
	}
	for _, way := range ways {
		t.Run(way.name, func(t *testing.T) {
			tree(t, "a/tracked/Dockerfile", "a/b/Dockerfile", "node_modules/c/Dockerfile")
			way.prepare(t)
			for _, dir := range []string{"a/tracked", "a/b", "node_modules/c"} {
				if err := os.Chmod(dir, 0); err != nil {
					t.Fatal(err)
				}
				defer os.Chmod(dir, 0o700)
			}
			for _, arg := range []string{".", "a"} {
				var got []string
				for _, n := range find(t, arg).Notices {
					got = append(got, n.Path+": "+n.Message)
				}
				want := []string{"a/b: it cannot be read: permission denied", "a/tracked: it cannot be read: permission denied"}
				if !slices.Equal(got, want) {
					t.Errorf("%s: notices %q, want %q", arg, got, want)
				}
			}
		})
	}
}

func TestWrongUsageNamesThePath(t *testing.T) {
	tree(t, "go.mod", "main.go", "notes.txt", "deploy/pod.yaml")
	const noFile = ": no such file or directory"
	for arg, want := range map[string]string{
		"":                    noFile,
		"deplyo":              noFile,
		"./example.com/a":     noFile,
		"/no/such/directory":  noFile,
		"deplyo/...":          noFile,
		"example.com/pod.yml": noFile,
		"pod.yaml":            noFile,
		"fmt":                 noFile,
		"main.go/...":         "main.go/...: main.go is not a directory",
		"main.go/main.go":     noFile,
		"notes.txt":           "notes.txt: neither a directory, a .go file, a Dockerfile, a .yaml, .yml or .json file, a Makefile, nor a .sh script",
		"/dev/null":           "/dev/null: neither a directory",
	} {
		if _, err := Find(context.Background(), []string{"deploy", arg}); err == nil || !strings.HasPrefix(err.Error(), arg) || !strings.Contains(err.Error(), want) {
			t.Errorf("Find(%q) = %v, want an error with %q", arg, err, want)
		}
	}
}

func TestAnImportPathNeedsAModule(t *testing.T) {
	tree(t, "a/go.mod", "a/a.go")
	if _, err := Find(context.Background(), []string{"example.com/mod"}); err == nil {
		t.Error("no error for an import path outside of any module")
	}
}

func TestGitDecidesWhatIsThere(t *testing.T) {
	tree(t,
		".gitignore = /build/\n*.local.yaml\n/kept.local.yaml\n",
		"go.mod", "main.go", "gen/gen.go", "gen/.gitignore = *\n",
		"build/Dockerfile", "build/pod.yaml", "pod.local.yaml", "kept.local.yaml", "gone.yaml", "untracked.yaml", "deploy/pod.yaml", "deploy/pod.local.yaml",
	)
	git(t, "init", "-q")
	git(t, "add", ".gitignore", "gone.yaml", "go.mod")
	git(t, "add", "-f", "kept.local.yaml")
	if err := os.Remove("gone.yaml"); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, arg string
		want      []string
	}{
		{"ignored files are left out, tracked and new ones taken", ".", []string{"deploy/pod.yaml", "kept.local.yaml", "untracked.yaml"}},
		{"an ignored file given by name is taken", "pod.local.yaml", []string{"pod.local.yaml"}},
		{"an ignored directory given by name is taken", "build", []string{"build/Dockerfile", "build/pod.yaml"}},
		{"a directory below the top", "deploy", []string{"deploy/pod.yaml"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found := find(t, test.arg)
			if got := append(found.Dockerfiles, found.Manifests...); !slices.Equal(got, test.want) {
				t.Errorf("found %q, want %q", got, test.want)
			}
		})
	}
	t.Run("ignored Go files are not wanted", func(t *testing.T) {
		cwd, _ := os.Getwd()
		if got := wanted(t, cwd, find(t).Go[0]); !slices.Equal(got, []string{"main.go"}) {
			t.Errorf("wanted %q", got)
		}
	})
	t.Run("from inside a git hook", func(t *testing.T) {
		t.Setenv("GIT_DIR", ".git")
		t.Setenv("GIT_WORK_TREE", ".")
		t.Setenv("GIT_INDEX_FILE", filepath.Join(t.TempDir(), "index"))
		if got := find(t, "deploy", ".").Manifests; !slices.Equal(got, []string{"deploy/pod.yaml", "kept.local.yaml", "untracked.yaml"}) {
			t.Errorf("found %q", got)
		}
	})
	t.Run("without git, ignored files are taken", func(t *testing.T) {
		t.Setenv("PATH", t.TempDir())
		if got := find(t, ".").Dockerfiles; !slices.Equal(got, []string{"build/Dockerfile"}) {
			t.Errorf("found %q", got)
		}
	})
}

func TestSubmodulesAreOtherRepositories(t *testing.T) {
	tree(t, "sub/Dockerfile", "nested/Dockerfile", "Dockerfile", "a/Dockerfile -> ../sub/Dockerfile")
	for _, dir := range []string{"sub", "nested", "."} {
		git(t, "-C", dir, "init", "-q")
	}
	git(t, "-C", "sub", "add", ".")
	git(t, "-C", "sub", "-c", "user.name=n", "-c", "user.email=e@example.com", "commit", "-qm", "m")
	git(t, "-c", "advice.addEmbeddedRepo=false", "add", "sub", "Dockerfile")
	if got, want := find(t).Dockerfiles, []string{"Dockerfile", "a/Dockerfile"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	if got, want := find(t, "sub", "nested").Dockerfiles, []string{"nested/Dockerfile", "sub/Dockerfile"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestPathsAreRelativeToTheWorkingDirectory(t *testing.T) {
	dir := tree(t, "a/Dockerfile", "b/pod.yaml")
	t.Chdir("b")
	found := find(t, "..", filepath.Join(dir, "b", "pod.yaml"))
	if got, want := append(found.Dockerfiles, found.Manifests...), []string{"../a/Dockerfile", "pod.yaml"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

// ways are those in which a directory's files become known.
var ways = []struct {
	name    string
	prepare func(t *testing.T) // in the working directory
}{
	{"git, new files", func(t *testing.T) { git(t, "init", "-q") }},
	{"git, tracked files", func(t *testing.T) {
		git(t, "init", "-q")
		git(t, "add", "-f", ".")
	}},
	{"no repository", func(t *testing.T) {}},
	{"no git", func(t *testing.T) {
		git(t, "init", "-q")
		t.Setenv("PATH", t.TempDir())
	}},
}

func git(t *testing.T, args ...string) {
	t.Helper()
	need.Tools(t, "git")
	if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
		t.Fatalf("git %q: %v\n%s", args, err, out)
	}
}

// tree makes files in a new directory, which becomes the working directory: "name", "name = content", "link -> target",
// "directory/".
func tree(t *testing.T, files ...string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	t.Chdir(dir)
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull) // what the user ignores everywhere is no part of the test
	for _, file := range files {
		name, target, isLink := strings.Cut(file, " -> ")
		name, content, hasContent := strings.Cut(name, " = ")
		if strings.HasSuffix(name, "/") {
			check(t, os.MkdirAll(name, 0o777))
			continue
		}
		check(t, os.MkdirAll(filepath.Dir(name), 0o777))
		switch {
		case isLink:
			check(t, os.Symlink(target, name))
		case hasContent:
			check(t, os.WriteFile(name, []byte(content), 0o666))
		case filepath.Base(name) == "go.mod":
			check(t, os.WriteFile(name, []byte("module example.com/mod\n\ngo 1.26\n"), 0o666))
		case strings.HasSuffix(name, ".go"):
			check(t, os.WriteFile(name, []byte("package main\n"), 0o666))
		default:
			check(t, os.WriteFile(name, nil, 0o666))
		}
	}
	return dir
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func find(t *testing.T, args ...string) *Found {
	t.Helper()
	found, err := Find(context.Background(), args)
	check(t, err)
	return found
}

// wanted returns the .go files under dir that the module wants.
func wanted(t *testing.T, dir string, m GoModule) []string {
	t.Helper()
	var names []string
	check(t, filepath.WalkDir(dir, func(name string, _ os.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".go" && m.Wants(name) {
			names = append(names, Relative(dir, name))
		}
		return err
	}))
	return names
}

func TestScriptsAndWhatRunsInCI(t *testing.T) {
	tree(t, "deploy.sh", "lib/common.bash", "Makefile", "rules.mk", ".gitlab-ci.yml", ".gitlab/ci/test.yml", ".github/workflows/ci.yml",
		"Makefile.am", "script.py", "vendor/x/Makefile", ".hidden.sh")
	found := find(t)
	if want := []string{"Makefile", "deploy.sh", "lib/common.bash", "rules.mk"}; !slices.Equal(found.Scripts, want) {
		t.Errorf("found the scripts %q, want %q", found.Scripts, want)
	}
	if want := []string{".github/workflows/ci.yml", ".gitlab-ci.yml", ".gitlab/ci/test.yml"}; !slices.Equal(found.Manifests, want) {
		t.Errorf("found %q, want %q", found.Manifests, want)
	}
}

func TestTheChartOfATemplate(t *testing.T) {
	tree(t, "charts/shop/Chart.yaml", "charts/shop/templates/web/deployment.yaml", "deploy/pod.yaml")
	if dir, ok := Chart("charts/shop/templates/web/deployment.yaml"); !ok || dir != "charts/shop" {
		t.Errorf("got %q, %v", dir, ok)
	}
	if dir, ok := Chart("deploy/pod.yaml"); ok {
		t.Errorf("got the chart %q of a file in none", dir)
	}
}

func TestADirectoryIsResolvedWhereThatCanBe(t *testing.T) {
	real, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(real)
	if err := os.Mkdir("a", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a", "link"); err != nil {
		need.Missing(t, err.Error())
	}
	for dir, want := range map[string]string{"link": "a", "a": "a", "gone": "gone"} {
		if got := Resolve(dir); got != filepath.Join(real, want) {
			t.Errorf("Resolve(%q) = %q, want %q", dir, got, filepath.Join(real, want))
		}
	}
}
