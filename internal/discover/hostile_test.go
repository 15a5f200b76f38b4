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
	"time"
)

// What is checked may be anybody's: nothing in it may have git run a program, read elsewhere, or hide a file.
func TestGitRunsNothingThatARepositoryNames(t *testing.T) {
	const pod = "deploy/pod.yaml"
	for name, attack := range map[string]struct {
		dir     string // to look in
		prepare func(t *testing.T, command string)
	}{
		"a bare repository among the files": {"deploy", func(t *testing.T, command string) {
			git(t, "init", "-q")
			for file, content := range map[string]string{
				"HEAD": "ref: refs/heads/master\n", "objects/x": "", "refs/x": "",
				"config": "[core]\nrepositoryformatversion = 0\nbare = false\nworktree = " + filepath.Join(workingDirectory(t), "elsewhere") + "\nfsmonitor = \"" + command + "\"\n",
			} {
				check(t, os.MkdirAll(filepath.Dir(filepath.Join("deploy", file)), 0o777))
				check(t, os.WriteFile(filepath.Join("deploy", file), []byte(content), 0o666))
			}
			check(t, os.Mkdir("elsewhere", 0o777))
		}},
		"a monitor of the file system": {".", func(t *testing.T, command string) {
			git(t, "init", "-q")
			git(t, "config", "core.fsmonitor", command)
		}},
		"a monitor in a file that the settings include": {".", func(t *testing.T, command string) {
			git(t, "init", "-q")
			git(t, "config", "include.path", "../settings")
			check(t, os.WriteFile("settings", []byte("[core]\nfsmonitor = \""+command+"\"\n"), 0o666))
		}},
		"a hook for a new index": {".", func(t *testing.T, command string) {
			git(t, "init", "-q")
			git(t, "add", ".")
			git(t, "config", "core.hooksPath", "hooks")
			check(t, os.MkdirAll("hooks", 0o777))
			check(t, os.WriteFile("hooks/post-index-change", []byte("#!/bin/sh\n"+command+"\n"), 0o777))
		}},
		"a pager": {".", func(t *testing.T, command string) {
			git(t, "init", "-q")
			git(t, "config", "pager.ls-files", command)
		}},
		"objects that a remote has to give": {".", func(t *testing.T, command string) {
			check(t, os.MkdirAll("a/b", 0o777))
			check(t, os.WriteFile("a/b/x", nil, 0o666))
			git(t, "init", "-q")
			git(t, "add", ".")
			git(t, "-c", "user.name=n", "-c", "user.email=e@example.com", "commit", "-qm", "m")
			git(t, "sparse-checkout", "set", "--cone", "--sparse-index", "deploy")
			tree, err := exec.Command("git", "rev-parse", "HEAD:a").Output()
			check(t, err)
			check(t, os.Remove(filepath.Join(".git/objects", string(tree[:2]), strings.TrimSpace(string(tree[2:])))))
			for key, value := range map[string]string{
				"core.repositoryformatversion": "1", "extensions.partialClone": "origin", "remote.origin.promisor": "true",
				"remote.origin.url": "ext::" + command, "protocol.ext.allow": "always",
			} {
				git(t, "config", key, value)
			}
		}},
		"a monitor from the environment": {".", func(t *testing.T, command string) {
			git(t, "init", "-q")
			t.Setenv("GIT_CONFIG_COUNT", "1")
			t.Setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
			t.Setenv("GIT_CONFIG_VALUE_0", command)
		}},
		"another repository from the environment": {".", func(t *testing.T, command string) {
			git(t, "init", "-q")
			git(t, "init", "-q", "other")
			git(t, "-C", "other", "config", "core.fsmonitor", command)
			t.Setenv("GIT_DIR", filepath.Join(workingDirectory(t), "other/.git"))
			t.Setenv("GIT_COMMON_DIR", filepath.Join(workingDirectory(t), "other/.git"))
			t.Setenv("GIT_WORK_TREE", "other")
		}},
	} {
		t.Run(name, func(t *testing.T) {
			tree(t, pod)
			mark := filepath.Join(workingDirectory(t), "ran")
			attack.prepare(t, "touch "+mark)
			found := find(t, attack.dir)
			if !slices.Contains(found.Manifests, pod) {
				t.Errorf("found %q, which lacks %s", found.Manifests, pod)
			}
			if _, err := os.Stat(mark); err == nil {
				t.Error("a program that the repository names has run")
			}
		})
	}
}

func workingDirectory(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	check(t, err)
	return dir
}

// A checkout of another user's, as a container has it, is one that git warns of: what it ignores is left out all the same.
func TestWhatGitIgnoresIsLeftOutWhoeverOwnsIt(t *testing.T) {
	dir := tree(t, ".gitignore = ignored.yaml\n", "ignored.yaml", "pod.yaml")
	git(t, "init", "-q")
	t.Setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
	if os.Getuid() == 0 {
		check(t, filepath.WalkDir(dir, func(name string, _ os.DirEntry, err error) error { return os.Chown(name, 12345, 12345) }))
	}
	found := find(t)
	if got := found.Manifests; !slices.Equal(got, []string{"pod.yaml"}) || len(found.Notices) > 0 {
		t.Errorf("found %q, notices %v", got, found.Notices)
	}
}

func TestWhereGitFailsItIsSaidAndAllIsChecked(t *testing.T) {
	for name, prepare := range map[string]func(t *testing.T){
		"an index that is none":  func(t *testing.T) { check(t, os.WriteFile(".git/index", []byte("none"), 0o666)) },
		"settings that are none": func(t *testing.T) { check(t, os.WriteFile(".git/config", []byte("[core\n"), 0o666)) },
		"a work tree whose repository is absent": func(t *testing.T) {
			check(t, os.RemoveAll(".git"))
			check(t, os.WriteFile(".git", []byte("gitdir: /no/such/repository\n"), 0o666))
		},
	} {
		t.Run(name, func(t *testing.T) {
			tree(t, ".gitignore = ignored.yaml\n", "ignored.yaml", "pod.yaml")
			git(t, "init", "-q")
			prepare(t)
			found := find(t)
			if got := found.Manifests; !slices.Equal(got, []string{"ignored.yaml", "pod.yaml"}) {
				t.Errorf("found %q", got)
			}
			const want = "git cannot tell what it ignores here, so that is checked as well: "
			if len(found.Notices) != 1 || found.Notices[0].Path != "." || len(found.Notices[0].Message) <= len(want) || !strings.HasPrefix(found.Notices[0].Message, want) {
				t.Errorf("notices %+v", found.Notices)
			}
		})
	}
}

func TestARepositoryInAnotherIsNamedWhereItIsLeftOut(t *testing.T) {
	tree(t, "sub/Dockerfile", "nested/Dockerfile", "a/nested/pod.yaml", "testdata/nested/pod.yaml", "empty/", "Dockerfile")
	for _, dir := range []string{"sub", "nested", "a/nested", "testdata/nested", "."} {
		git(t, "-C", dir, "init", "-q")
	}
	git(t, "-C", "sub", "add", ".")
	git(t, "-C", "sub", "-c", "user.name=n", "-c", "user.email=e@example.com", "commit", "-qm", "m")
	git(t, "-c", "advice.addEmbeddedRepo=false", "add", "sub", "Dockerfile")
	// A submodule that has not been checked out holds nothing.
	git(t, "update-index", "--add", "--cacheinfo", "160000,"+strings.Repeat("1", 40)+",empty")
	var got []string
	for _, n := range find(t).Notices {
		got = append(got, fmt.Sprintf("%s %s: %s", n.Kind, n.Path, n.Message))
	}
	const because = ": it is a repository of its own, which is checked when it is named"
	if want := []string{"skipped a/nested" + because, "skipped nested" + because, "skipped sub" + because}; !slices.Equal(got, want) {
		t.Errorf("notices %q\nwant    %q", got, want)
	}
	if found := find(t, "sub"); !slices.Equal(found.Dockerfiles, []string{"sub/Dockerfile"}) || len(found.Notices) > 0 {
		t.Errorf("found %q, notices %v", found.Dockerfiles, found.Notices)
	}
}

// A link in a work tree may be part of anybody's change: nothing outside is read through it, although it is named.
func TestALinkOutOfTheRepositoryIsNotFollowedByName(t *testing.T) {
	outside := t.TempDir()
	check(t, os.Mkdir(filepath.Join(outside, "deploy"), 0o777))
	for _, name := range []string{"pod.yaml", "Dockerfile", "deploy/pod.yaml"} {
		check(t, os.WriteFile(filepath.Join(outside, name), nil, 0o666))
	}
	git(t, "-C", outside, "init", "-q") // another repository is outside, too
	tree(t, "pod.yaml -> "+outside+"/pod.yaml", "a/Dockerfile -> ../out/Dockerfile", "out -> "+outside, "in/pod.yaml", "link -> in")
	git(t, "init", "-q")
	for _, arg := range []string{"pod.yaml", "a/Dockerfile", "out", "out/...", "out/deploy", "out/deploy/pod.yaml", filepath.Join(workingDirectory(t), "out/deploy")} {
		found := find(t, arg)
		if len(found.Manifests)+len(found.Dockerfiles) > 0 || len(found.Notices) != 1 || found.Notices[0].Message != "the symbolic link leads out of the repository" {
			t.Errorf("%s: found %q and %q, notices %v", arg, found.Manifests, found.Dockerfiles, found.Notices)
		}
	}
	if found := find(t, "link"); !slices.Equal(found.Manifests, []string{"link/pod.yaml"}) {
		t.Errorf("within the repository: found %q, notices %v", found.Manifests, found.Notices)
	}
	check(t, os.Chdir("out"))
	if found := find(t, "deploy"); !slices.Equal(found.Manifests, []string{"deploy/pod.yaml"}) {
		t.Errorf("from a directory behind the link: found %q, notices %v", found.Manifests, found.Notices)
	}
}

func TestGitThatHangsEndsWithTheRun(t *testing.T) {
	tree(t, "pod.yaml", "bin/git = #!/bin/sh\nsleep 60\n")
	git(t, "init", "-q")
	check(t, os.Chmod("bin/git", 0o777))
	t.Setenv("PATH", filepath.Join(workingDirectory(t), "bin")+string(os.PathListSeparator)+os.Getenv("PATH"))
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, cancel)
	done := make(chan error, 1)
	go func() {
		_, err := Find(ctx, nil)
		done <- err
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("git is waited for")
	}
}

func TestOnlyRegularFilesAreRead(t *testing.T) {
	for _, name := range []string{"/dev/zero", t.TempDir()} {
		if content, err := ReadFile(name); err == nil {
			t.Errorf("%s is read: %d bytes", name, len(content))
		}
	}
}

// The go command opens whatever ends in .go, and says what it finds in the place of code.
func TestGoFilesThatAreNotToBeOpened(t *testing.T) {
	outside := t.TempDir()
	check(t, os.WriteFile(filepath.Join(outside, "key"), nil, 0o666))
	dir := tree(t, "go.mod", "main.go", "a/a.go", "a/key.go -> "+outside+"/key", "a/zero_test.go -> /dev/zero", "a/same.go -> a.go", "a/dir.go -> ../b", "b/go.mod", "b/b.go", "b/key.go -> ../a/key.go")
	var got []string
	for _, m := range find(t).Go {
		for _, name := range m.Hidden {
			got = append(got, Relative(dir, m.Dir)+": "+Relative(dir, name))
		}
	}
	if want := []string{".: a/key.go", ".: a/zero_test.go", ".: b/key.go", "b: a/key.go", "b: a/zero_test.go", "b: b/key.go"}; !slices.Equal(got, want) {
		t.Errorf("hidden %q, want %q", got, want)
	}
}
