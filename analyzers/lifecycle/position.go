package lifecycle

import (
	"go/token"
	"path/filepath"
	"strings"
)

// Position returns where the code stands in the file that was read, whatever a //line comment says: that may be anything,
// and nobody finds what is told of another place. What cgo makes of a file is the exception: by such comments it says
// where the code was before.
func Position(fset *token.FileSet, pos token.Pos) token.Position {
	at := fset.PositionFor(pos, false)
	if isByCgo(at.Filename) {
		return fset.Position(pos)
	}
	return at
}

// isByCgo reports whether the file is cgo's, by the names that the go command gives it: in its work folder, or in its
// cache.
func isByCgo(name string) bool {
	base := filepath.Base(name)
	return strings.HasSuffix(base, ".cgo1.go") || base == "_cgo_gotypes.go" || filepath.Ext(base) != ".go"
}
