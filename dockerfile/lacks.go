package dockerfile

import (
	"path"
	"slices"
	"strings"

	"github.com/gracelint/gracelint/shell"
)

// systemPrograms are those that every image with a shell has, and one without a shell has not.
var systemPrograms = strings.Fields("ash bash busybox cat dash date echo kill ls printf rm sh sleep sync test touch true")

// systemFolders are where such programs are; empty: a name is looked for in all of them.
var systemFolders = []string{"", "/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin"}

// Lacks reports whether the image is certain not to have a program, by its name or its path: its base is one of those
// without any, and nothing that is copied into it may be the program.
func (s *Stage) Lacks(program string) bool {
	dir, name := path.Split(program)
	if !slices.Contains(systemPrograms, name) || !slices.Contains(systemFolders, strings.TrimSuffix(dir, "/")) ||
		s.Sh != shell.NoShell || s.foundSh || !bareImages.MatchString(s.Image) || strings.Contains(s.Image, "debug") || strings.Contains(s.Image, "$") {
		return false
	}
	brings := func(file string) bool {
		base := path.Base(file)
		return base == name || base == "busybox" || base == "toybox"
	}
	for ; s != nil; s = s.below {
		if slices.ContainsFunc(s.copies, func(c copied) bool {
			return c.run != "" || brings(c.dest) || slices.ContainsFunc(c.sources, brings) // a program that runs there may install others
		}) {
			return false
		}
	}
	return true
}
