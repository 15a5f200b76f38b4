package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/analysis"
)

// Import returns the edit that lets the code at pos name the package path by name, or none when it already does. It
// reports false when the file knows the package by another name, or the name is something else there.
func Import(pass *analysis.Pass, pos token.Pos, path, name string) ([]analysis.TextEdit, bool) {
	var named types.Object
	if scope := pass.Pkg.Scope().Innermost(pos); scope != nil {
		_, named = scope.LookupParent(name, pos)
	}
	if pkg, ok := named.(*types.PkgName); ok {
		return nil, pkg.Imported().Path() == path
	}
	file := fileAt(pass, pos)
	if named != nil || file == nil {
		return nil, false
	}
	for _, imp := range file.Imports {
		if got, _ := strconv.Unquote(imp.Path.Value); got == path {
			return nil, false
		}
	}
	return []analysis.TextEdit{importEdit(file, path)}, true
}

// IsOnlyUse reports whether expr, a name in another package, is all that its file needs that package's import for: the
// file would not compile without it.
func IsOnlyUse(pass *analysis.Pass, expr ast.Expr) bool {
	sel, ok := expr.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := sel.X.(*ast.Ident)
	if !ok {
		return false
	}
	uses := 0
	ast.Inspect(fileAt(pass, expr.Pos()), func(n ast.Node) bool {
		if ident, ok := n.(*ast.Ident); ok && pass.TypesInfo.Uses[ident] == pass.TypesInfo.Uses[pkg] {
			uses++
		}
		return true
	})
	return uses == 1
}

func fileAt(pass *analysis.Pass, pos token.Pos) *ast.File {
	for _, file := range pass.Files {
		if file.FileStart <= pos && pos < file.FileEnd {
			return file
		}
	}
	return nil
}

// importEdit adds to the first import declaration, or makes one.
func importEdit(file *ast.File, path string) analysis.TextEdit {
	for _, decl := range file.Decls {
		if decl, ok := decl.(*ast.GenDecl); ok && decl.Tok == token.IMPORT && decl.Lparen.IsValid() {
			return analysis.TextEdit{Pos: decl.Rparen, End: decl.Rparen, NewText: []byte("\t" + strconv.Quote(path) + "\n")}
		}
	}
	return analysis.TextEdit{Pos: file.Name.End(), End: file.Name.End(), NewText: []byte("\n\nimport " + strconv.Quote(path))}
}

// StatementAt returns the innermost statement of a list of statements that holds pos, or nil: the place to put
// another statement before.
func StatementAt(pass *analysis.Pass, pos token.Pos) ast.Stmt {
	var found ast.Stmt
	consider := func(list []ast.Stmt) {
		for _, stmt := range list {
			switch stmt.(type) {
			case *ast.CaseClause, *ast.CommClause: // no place for a statement before it
			default:
				if stmt.Pos() <= pos && pos < stmt.End() {
					found = stmt
				}
			}
		}
	}
	if file := fileAt(pass, pos); file != nil {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BlockStmt:
				consider(n.List)
			case *ast.CaseClause:
				consider(n.Body)
			case *ast.CommClause:
				consider(n.Body)
			}
			return true
		})
	}
	return found
}
