package discover

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// kind is what the name of a file says of it.
type kind int

const (
	other kind = iota
	goFile
	dockerfile
	manifest
	script
)

// kindOf tells a file that was come upon by its name.
func kindOf(name string) kind {
	switch filepath.Ext(name) {
	case ".go":
		return goFile
	case ".yaml", ".yml", ".json":
		return manifest
	case ".sh", ".bash", ".mk":
		return script
	}
	switch base := filepath.Base(name); {
	case isDockerfile(base):
		return dockerfile
	case base == "Makefile" || base == "makefile" || base == "GNUmakefile":
		return script
	}
	return other
}

// kindOfNamed tells a file that the user named: one with Dockerfile anywhere in its name is meant as one.
func kindOfNamed(name string) kind {
	base := strings.ToLower(filepath.Base(name))
	if kind := kindOf(name); kind != other || !strings.Contains(base, "dockerfile") && !strings.Contains(base, "containerfile") {
		return kind
	}
	return dockerfile
}

// IsDockerfile reports whether a file that the user named is meant as a Dockerfile.
func IsDockerfile(name string) bool { return kindOfNamed(name) == dockerfile }

// IsManifest reports whether the name is that of a file which may hold manifests.
func IsManifest(name string) bool { return kindOf(name) == manifest }

// Chart returns the folder of the Helm chart that has the file among its templates.
func Chart(file string) (dir string, ok bool) {
	for dir := filepath.Dir(file); ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "Chart.yaml")); err == nil {
			return filepath.ToSlash(dir), true
		}
		if dir == filepath.Dir(dir) {
			return "", false
		}
	}
}

// isDockerfile knows the names that docker and podman look for (the lower-case one too), app.Dockerfile, and the
// variants Dockerfile.debug, Dockerfile-debug and Dockerfile_debug.
func isDockerfile(base string) bool {
	for _, name := range []string{"Dockerfile", "Containerfile"} {
		if base == strings.ToLower(name) || strings.HasSuffix(base, "."+name) || strings.HasSuffix(base, "."+strings.ToLower(name)) {
			return true
		}
		if tail, ok := strings.CutPrefix(base, name); ok && (tail == "" || strings.ContainsAny(tail[:1], ".-_")) {
			return !isLeftover(tail)
		}
	}
	return false
}

// isLeftover tells what stands beside Dockerfiles and is none: copies that editors and patches leave, and scripts,
// notes and ignore lists named after one.
func isLeftover(tail string) bool {
	ext := filepath.Ext(tail)
	return strings.HasSuffix(tail, "~") ||
		slices.Contains([]string{".bak", ".dockerignore", ".js", ".md", ".orig", ".py", ".rej", ".sh", ".swp"}, ext)
}

// excluded tells the directories and files that nobody means when naming a directory above them: fixtures, other
// people's code, and what the go command and git take for hidden.
func excluded(base string) bool {
	switch base {
	case "testdata", "vendor", "node_modules", "third_party":
		return true
	case ".github", ".gitlab", ".gitlab-ci.yml", ".gitlab-ci.yaml":
		return false
	}
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_")
}

// isExcluded reports whether a path below a directory asked for has an excluded name in it; path has slashes.
func isExcluded(path string) bool {
	return slices.ContainsFunc(strings.Split(path, "/"), excluded)
}
