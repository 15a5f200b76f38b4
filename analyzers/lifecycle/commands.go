package lifecycle

import (
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A commandLine is a library that calls the function, or the method, which the command line names. All commands of a
// program are one value here, of which the library calls one, so that it does not matter how they were put together.
type commandLine struct {
	pkg       string
	types     []string // of commands, and of what holds them
	run       []string // methods and functions that call what is named
	variable  string   // that the package's functions work on
	fields    []string // of the types: functions that are called, in this order
	handler   string   // the field with a function that is called instead of the methods, where set, with what has them
	factories string   // the field with functions that make the values with methods
	lists     []string // fields that hold other commands
	add       []string // methods that are given other commands
	keep      []string // methods and functions that are given functions, or values with methods
	methods   []string // of what is kept, or made: called
	tag       string   // of the fields of a struct that is kept which are commands themselves
	params    []string // what is called is given: the context of run, "ctx", or a struct with it, "holder"; a command, "self"; or all that run is given, "all"
	ctx       string   // the method that returns the context of run
}

// commandLineOf returns the row for the function of a site, or nil.
func (s *site) commandLineOf() *commandLine {
	if s.fn.Pkg() == nil {
		return nil
	}
	for i := range commandLines {
		if c := &commandLines[i]; c.pkg == s.fn.Pkg().Path() && (s.recvType != nil && c.has(s.recvType) || s.fn.Signature().Recv() == nil) {
			return c
		}
	}
	return nil
}

// has reports whether the type is one of a command.
func (c *commandLine) has(t types.Type) bool {
	return slices.ContainsFunc(c.types, func(name string) bool { return isNamed(t, c.pkg, name) })
}

// Fields of a command that no struct has.
const (
	contextField = "its context"
	kept         = "what it calls"
)

// ofCommandLine handles a method or a function of a library for command lines.
func (s *site) ofCommandLine() bool {
	c := s.commandLineOf()
	if c == nil {
		return false
	}
	root, name := s.command(c), s.fn.Name()
	switch {
	case root == nil:
		return false
	case slices.Contains(c.run, name):
		if len(c.keep) > 0 && s.recvType == nil {
			s.keepArguments(c, root) // go-flags' Parse is given what it calls
		}
		s.runCommand(c, root, s.contextArgument())
	case slices.Contains(c.add, name):
		for i, n := range s.args() {
			if t := s.paramType(i + len(s.params) - len(s.args())); t == nil || !isPlain(t) {
				unify(root, n)
			}
		}
	case slices.Contains(c.keep, name):
		s.keepArguments(c, root)
	case name == c.ctx:
		unify(s.results[0], root.field(contextField))
	case s.summarized():
		return false
	default:
		for _, n := range s.args() {
			s.call(&pending{fn: n, method: anyMethod, mode: later})
		}
	}
	for i, n := range s.results {
		if c.has(s.fn.Signature().Results().At(i).Type()) {
			unify(n, root)
		}
	}
	return true
}

// command returns what the function works on: its receiver, the library's variable, or the command that it returns. It is
// nil for a function that has to do with none.
func (s *site) command(c *commandLine) *node {
	results := s.fn.Signature().Results()
	switch {
	case s.recvType != nil:
		return s.params[0]
	case c.variable != "" && slices.Contains(slices.Concat(c.run, c.add, c.keep), s.fn.Name()):
		return s.u.global(c.pkg + "." + c.variable)
	case results.Len() > 0 && c.has(results.At(0).Type()):
		return s.results[0]
	case slices.Contains(c.run, s.fn.Name()):
		return &node{}
	}
	return nil
}

// keepArguments keeps the functions, and the values with methods, that the library calls when the command is run.
func (s *site) keepArguments(c *commandLine, root *node) {
	for i, n := range s.args() {
		t := s.paramType(i + len(s.params) - len(s.args()))
		if t == nil || isPlain(t) || isContext(t) || s.fn.Signature().Variadic() && i == s.fn.Signature().Params().Len()-1 {
			continue
		}
		unify(root.field(kept), n)
		if s.instr != nil && c.tag != "" {
			if made, ok := s.instr.Common().Args[i+len(s.params)-len(s.args())].(*ssa.MakeInterface); ok {
				s.keepTagged(c, root, n, made.X.Type())
			}
		}
	}
}

// keepTagged keeps the fields of a struct that are commands by their tag, at any depth.
func (s *site) keepTagged(c *commandLine, root, n *node, t types.Type) {
	for {
		ptr, ok := t.Underlying().(*types.Pointer)
		if !ok {
			break
		}
		t = ptr.Elem()
	}
	str, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i := range str.NumFields() {
		field := str.Field(i)
		tag := reflect.StructTag(str.Tag(i))
		if _, isCommand := tag.Lookup(c.tag); isCommand {
			f := n.field(field.Name())
			s.u.addMethods(f, types.NewPointer(deref(field.Type())), nil)
			unify(root.field(kept), f)
			s.keepTagged(c, root, f, field.Type())
		} else if str.Tag(i) != "" || field.Embedded() { // a group of options
			s.keepTagged(c, root, n.field(field.Name()), field.Type())
		}
	}
}

func deref(t types.Type) types.Type {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		return ptr.Elem()
	}
	return t
}

// runCommand calls what the command holds, and what is kept for it.
func (s *site) runCommand(c *commandLine, root, ctx *node) {
	if ctx == nil {
		ctx = &node{consts: []string{background}}
	}
	unify(root.field(contextField), ctx)
	for _, list := range c.lists {
		unify(root, root.field(list))
	}
	var args []*node
	for _, param := range c.params {
		switch param {
		case "ctx":
			args = append(args, ctx)
		case "holder":
			holder := &node{}
			unify(holder.field("Context"), ctx)
			args = append(args, holder)
		case "self":
			args = append(args, root)
		case "all":
			all := &node{}
			for _, n := range s.args() {
				unify(all, n)
			}
			s.u.escape(all) // other parts of the program may give more
			all.estrange()
			args = append(args, all, all, all, all, all, all)
		}
	}
	call := func(fn *node, method string) {
		p := &pending{fn: fn, method: method, args: args}
		if i := s.errorResult(); i > 0 {
			p.results = []*node{s.results[i-1]} // the error is handed on at once
		}
		s.call(p)
	}
	for _, field := range c.fields {
		if field == "Before" || field == "After" { // what they return is looked at
			s.call(&pending{fn: root.field(field), args: args})
		} else {
			call(root.field(field), "")
		}
	}
	if c.factories != "" {
		s.call(&pending{fn: root.field(c.factories), results: []*node{root.field(kept), {}}})
	}
	handled := c.handler != "" && root.has(c.handler) != nil
	switch {
	case handled:
		s.call(&pending{fn: root.field(c.handler), args: []*node{root.field(kept)}, results: s.results[len(s.results)-1:]})
	case len(c.methods) > 0:
		for _, method := range c.methods {
			call(root.field(kept), method)
		}
	case len(c.keep) > 0:
		call(root.field(kept), "")
	}
}

// fang runs a command of cobra's with a context of its own.
func (s *site) fang() {
	ctx := s.params[2] // see register
	unify(ctx.field(parentField), s.params[0])
	for i := range commandLines {
		if c := &commandLines[i]; c.has(s.fn.Signature().Params().At(1).Type()) {
			s.runCommand(c, s.params[1], ctx)
		}
	}
}
