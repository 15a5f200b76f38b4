package lifecycle

import (
	"cmp"
	"go/constant"
	"go/types"
	"net"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// A Program is what is known of a main package: the verdicts that signalnotify and serverclose print.
type Program struct {
	Path    string   // import path
	Servers []Server // that the program starts, in the order of the source; loopback and one-shot ones left out
	Term    Term
}

// Term is what a program does with SIGTERM.
type Term int

const (
	TermHeard    Term = iota // it may catch it
	TermReplaced             // it catches a signal instead that cannot be caught
	TermIntOnly              // it catches SIGINT and leaves out SIGTERM
	TermUnheard              // it catches neither
)

// A Server is one call that starts a server.
type Server struct {
	Name    string         // what is started, such as http.Server, or what starts it, such as http.ListenAndServe
	Start   analysis.Range // the call
	Stop    Stop
	Methods []string // that would stop it gracefully
	Instead string   // what to start instead of what cannot be stopped
	Side    bool     // serves metrics, health or profiles only
}

// Stop is how a program stops a server.
type Stop int

const (
	StopUnknown  Stop = iota // somehow, perhaps: the server is handed to something that is not understood
	StopNever                // not at all
	StopGraceful             // open requests are let finish, at least on some path
	StopAbrupt               // only by cutting open requests
	Unstoppable              // it was started in a way that leaves no handle to stop it with
)

// NeverStopped reports whether the server is cut off whenever the program ends.
func (s *Server) NeverStopped() bool { return s.Stop == StopNever || s.Stop == Unstoppable }

// NeverStopped returns the servers that are cut off whenever the program ends.
func (p *Program) NeverStopped() []Server {
	return slices.DeleteFunc(slices.Clone(p.Servers), func(s Server) bool { return !s.NeverStopped() })
}

// SideOnly reports whether the program starts side servers only.
func (p *Program) SideOnly() bool {
	return !slices.ContainsFunc(p.Servers, func(s Server) bool { return !s.Side })
}

// Fault names the fault that two families see: servers that are never stopped in a program that hears no signal. It
// is empty when there is none.
func (p *Program) Fault() string {
	if p.Term != TermUnheard || len(p.NeverStopped()) == 0 {
		return ""
	}
	return "never stopped: " + p.Path
}

// program returns the verdicts, or nil when the program starts nothing, or its host decides when it ends.
func (f *flow) program(signals *signals) *Program {
	if slices.ContainsFunc(f.pass.Pkg.Imports(), func(imp *types.Package) bool { return slices.Contains(hosts, imp.Path()) }) {
		return nil
	}
	p := &Program{Path: f.pass.Pkg.Path(), Term: signals.term()}
	reached := f.reachable()
	started := map[node]bool{} // by representative: one server may be started with TLS or without
	for _, c := range slices.SortedStableFunc(slices.Values(f.calls), func(a, b call) int { return cmp.Compare(a.instr.Pos(), b.instr.Pos()) }) {
		api := apiOfFunc(servers, c.fn)
		if api == nil || !slices.Contains(api.start, c.fn.Name()) || !reached[c.instr.Parent()] || f.isLocal(c) {
			continue
		}
		s := f.server(c, api)
		if s.Stop != Unstoppable {
			class := f.find(c.recv)
			if started[class] {
				continue
			}
			started[class] = true
		}
		p.Servers = append(p.Servers, s)
	}
	if len(p.Servers) == 0 {
		return nil
	}
	return p
}

// reachable returns the functions that main may come to run. A method may run once its type is in an interface.
func (f *flow) reachable() map[*ssa.Function]bool {
	reached := map[*ssa.Function]bool{}
	var visit func(fn *ssa.Function)
	visit = func(fn *ssa.Function) {
		if fn = declared(fn); reached[fn] || fn.Pkg != f.pkg {
			return
		}
		reached[fn] = true
		for instr := range instrs(fn) {
			for _, op := range instr.Operands(nil) {
				if target, ok := (*op).(*ssa.Function); ok {
					visit(target)
				}
			}
			if made, ok := instr.(*ssa.MakeInterface); ok {
				for _, method := range f.methods(made.X.Type()) {
					visit(method)
				}
			}
		}
	}
	for _, root := range []string{"init", "main"} {
		if fn := f.pkg.Func(root); fn != nil {
			visit(fn)
		}
	}
	return reached
}

func (f *flow) server(c call, api *api) Server {
	s := Server{Name: c.fn.Pkg().Name() + "." + api.typ, Start: f.extent(c.instr), Methods: api.stop, Instead: api.instead, Side: f.isSide(c, api)}
	switch {
	case api.typ == "":
		s.Name += c.fn.Name()
		s.Stop = Unstoppable
	case api.stop == nil:
		s.Name += "." + c.fn.Name()
		s.Stop = Unstoppable
	case f.callsOn(c.recv, api.stop):
		s.Stop = StopGraceful
	case f.callsOn(c.recv, api.abort):
		s.Stop = StopAbrupt
	case f.escaped[f.find(c.recv)]:
		s.Stop = StopUnknown
	default:
		s.Stop = StopNever
	}
	return s
}

// callsOn reports whether one of the methods is called on what may be the value.
func (f *flow) callsOn(recv node, methods []string) bool {
	class := f.find(recv)
	return slices.ContainsFunc(f.calls, func(c call) bool {
		return c.recv != nil && slices.Contains(methods, c.fn.Name()) && f.find(c.recv) == class
	})
}

// extent returns where a call, or the making of a method value, stands in the source.
func (f *flow) extent(instr ssa.Instruction) analysis.Range {
	pos := instr.Pos()
	if called, ok := instr.(ssa.CallInstruction); ok {
		pos = called.Common().Pos() // of a go or defer statement, the call in it
	}
	return nodeAt(f.pass, pos)
}

// isLocal reports whether the server listens on loopback or on a port of the system's choice: one that a test, or a
// tool waiting for a browser's answer, starts and nobody's Service selects.
func (f *flow) isLocal(c call) bool {
	host, port := hostPort(f.address(c))
	ip := net.ParseIP(host)
	return port == "0" || host == "localhost" || ip != nil && ip.IsLoopback()
}

// address returns the address that a start listens on: an argument, the server's Addr, or what its listener was made
// with; or nil.
func (f *flow) address(c call) ssa.Value {
	for i, arg := range c.args {
		switch c.fn.Signature().Params().At(i).Type().String() {
		case "string":
			return arg
		case "[]string":
			return onlyElement(arg)
		case "net.Listener":
			return f.listenAddress(arg)
		}
	}
	return f.setTo(c.recv, "Addr")
}

// listens are the functions that make a listener, with the index of the address.
var listens = map[string]int{"net.Listen": 1, "crypto/tls.Listen": 1, "(*net.ListenConfig).Listen": 2}

func (f *flow) listenAddress(listener ssa.Value) ssa.Value {
	class := f.find(listener)
	for _, c := range f.calls {
		made, ok := c.instr.(*ssa.Call)
		if index := listens[c.fn.FullName()]; ok && index > 0 && f.find(result{made, 0}) == class {
			return c.args[index]
		}
	}
	return nil
}

// onlyElement returns the one argument that variadic parameters get, or nil.
func onlyElement(args ssa.Value) ssa.Value {
	slice, ok := args.(*ssa.Slice)
	if !ok {
		return nil
	}
	var stored []ssa.Value
	for _, ref := range *slice.X.Referrers() {
		if elem, ok := ref.(*ssa.IndexAddr); ok {
			for _, ref := range *elem.Referrers() {
				if store, ok := ref.(*ssa.Store); ok {
					stored = append(stored, store.Val)
				}
			}
		}
	}
	if len(stored) != 1 {
		return nil
	}
	return stored[0]
}

// hostPort returns what is constant of an address: both of "localhost:8080", the host of "localhost:" + port and the
// like.
func hostPort(addr ssa.Value) (host, port string) {
	switch addr := addr.(type) {
	case *ssa.Const:
		if text, ok := constString(addr); ok {
			host, port, _ = net.SplitHostPort(text)
		}
	case *ssa.BinOp:
		return hostOf(addr.X), ""
	case *ssa.Call:
		if fn := addr.Common().StaticCallee(); fn != nil && len(addr.Common().Args) == 2 {
			switch fn.String() {
			case "fmt.Sprintf":
				return hostOf(addr.Common().Args[0]), ""
			case "net.JoinHostPort":
				host, _ = constString(addr.Common().Args[0])
				port, _ = constString(addr.Common().Args[1])
			}
		}
	}
	return host, port
}

// hostOf returns what stands before the colon in the constant beginning of an address.
func hostOf(beginning ssa.Value) string {
	text, _ := constString(beginning)
	host, _, ok := strings.Cut(text, ":")
	if !ok {
		return ""
	}
	return host
}

// setTo returns what a field of a server is set to, or nil.
func (f *flow) setTo(server ssa.Value, field string) ssa.Value {
	if server == nil {
		return nil
	}
	class := f.find(server)
	for _, s := range f.settings {
		if s.field == field && f.find(s.server) == class {
			return s.value
		}
	}
	return nil
}

// sidePaths are what a server serves that is there for operators only.
var sidePaths = []string{"/metrics", "/health", "/healthz", "/livez", "/readyz", "/ready", "/live", "/liveness", "/readiness", "/debug", "/ping", "/status", "/version"}

// sideServices are the packages that register what a gRPC server offers to operators only.
var sideServices = []string{"google.golang.org/grpc/admin", "google.golang.org/grpc/channelz", "google.golang.org/grpc/health", "google.golang.org/grpc/reflection"}

// isSide reports whether everything that the server is seen to serve is there for operators only.
func (f *flow) isSide(c call, api *api) bool {
	switch api.pkg {
	case "net/http":
		return f.servesSidePaths(c)
	case "google.golang.org/grpc":
		return f.servesSideServices(c)
	}
	return false
}

func (f *flow) servesSideServices(c call) bool {
	class := f.find(c.recv)
	found := false
	for _, registration := range f.calls {
		if !slices.ContainsFunc(registration.args, func(arg ssa.Value) bool { return f.find(arg) == class }) || registration.fn.Pkg() == nil {
			continue
		}
		if !slices.ContainsFunc(sideServices, func(side string) bool { return isBelow(registration.fn.Pkg().Path(), side) }) {
			return false
		}
		found = true
	}
	return found
}

// isBelow reports whether path is dir or something in it.
func isBelow(path, dir string) bool {
	rest, ok := strings.CutPrefix(path, dir)
	return ok && (rest == "" || rest[0] == '/')
}

// servesSidePaths reports whether every path that an HTTP server is seen to serve is one of sidePaths.
func (f *flow) servesSidePaths(c call) bool {
	handler := f.setTo(c.recv, "Handler")
	for i, arg := range c.args {
		if c.fn.Signature().Params().At(i).Type().String() == "net/http.Handler" {
			handler = arg
		}
	}
	patterns, known := f.patterns(handler)
	if len(patterns) == 0 {
		return isDefaultMux(handler) && f.imports("net/http/pprof") || servesMetrics(handler)
	}
	return known && !slices.ContainsFunc(patterns, func(p string) bool { return !isSidePath(p) })
}

func isDefaultMux(handler ssa.Value) bool {
	if handler == nil || isConst(handler) {
		return true
	}
	if made, ok := handler.(*ssa.MakeInterface); ok {
		handler = made.X
	}
	load, ok := handler.(*ssa.UnOp)
	return ok && load.X.String() == "net/http.DefaultServeMux"
}

// patterns returns what is registered on a handler, and whether all of it is constant.
func (f *flow) patterns(handler ssa.Value) (patterns []string, known bool) {
	known = true
	for _, c := range f.calls {
		if name := c.fn.Name(); name != "Handle" && name != "HandleFunc" || len(c.args) == 0 || c.fn.Pkg() == nil || c.fn.Pkg().Path() != "net/http" {
			continue
		}
		onDefault := c.recv == nil || isDefaultMux(c.recv)
		if onDefault != isDefaultMux(handler) || !onDefault && f.find(c.recv) != f.find(handler) {
			continue
		}
		pattern, ok := constString(c.args[0])
		known = known && ok
		patterns = append(patterns, pattern)
	}
	return patterns, known
}

func isSidePath(pattern string) bool {
	if _, path, ok := strings.Cut(pattern, " "); ok {
		pattern = path // a method stands before it
	}
	return slices.ContainsFunc(sidePaths, func(side string) bool { return isBelow(pattern, side) })
}

func (f *flow) imports(path string) bool {
	return slices.ContainsFunc(f.pass.Pkg.Imports(), func(imp *types.Package) bool { return imp.Path() == path })
}

// servesMetrics reports whether the handler is one that a library makes for metrics alone.
func servesMetrics(handler ssa.Value) bool {
	if made, ok := handler.(*ssa.MakeInterface); ok {
		handler = made.X
	}
	made, ok := handler.(*ssa.Call)
	if !ok {
		return false
	}
	fn := made.Common().StaticCallee()
	return fn != nil && fn.Pkg != nil && slices.Contains(metricsHandlers, fn.Pkg.Pkg.Path())
}

func constString(v ssa.Value) (string, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}
