package lifecycle

import (
	"go/constant"
	"go/token"
	"go/types"
	"net"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// sidePaths are what a server serves that is there for operators only.
var sidePaths = []string{"/metrics", "/health", "/healthz", "/livez", "/readyz", "/ready", "/live", "/liveness", "/readiness", "/debug", "/ping", "/status", "/version"}

// sideServices are the packages that register what a gRPC server offers to operators only.
var sideServices = []string{"google.golang.org/grpc/admin", "google.golang.org/grpc/channelz", "google.golang.org/grpc/health", "google.golang.org/grpc/reflection"}

// The kinds of gRPC services, as an opService has them in place of a method.
const (
	sideService      = "side"
	healthService    = "health" // a stream of it, Watch, stays open as long as its client likes
	streamService    = "stream"
	unaryService     = "unary"
	describedService = "described" // its description is known
)

// libraryHealth is the constant of a health service that is the library's own.
const libraryHealth = "health service"

// isStreamed reports whether a service that is registered has streams.
func isStreamed(o *op) bool {
	if o.method != describedService {
		return o.method == streamService || o.method == healthService
	}
	streams := o.with.has("Streams")
	return streams != nil && streams.has("StreamName") != nil
}

func serviceKind(register *types.Func, side bool) string {
	switch {
	case isBelow(register.Pkg().Path(), "google.golang.org/grpc/health"):
		return healthService
	case side:
		return sideService
	}
	params := register.Signature().Params()
	if iface, ok := params.At(params.Len() - 1).Type().Underlying().(*types.Interface); ok {
		for method := range iface.Methods() {
			if slices.ContainsFunc(slices.Collect(method.Signature().Params().Variables()), func(v *types.Var) bool { return isStream(v.Type()) }) {
				return streamService
			}
		}
	}
	return unaryService
}

// isStream reports whether a parameter of a service's method is a gRPC stream: an interface with RecvMsg and SendMsg.
func isStream(t types.Type) bool {
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return false
	}
	found := 0
	for method := range iface.Methods() {
		if method.Name() == "SendMsg" || method.Name() == "RecvMsg" {
			found++
		}
	}
	return found == 2
}

// isSide reports whether everything that the server is seen to serve is there for operators only.
func (l *link) isSide(start *op) bool {
	if start.api.worker {
		return false
	}
	server := start.node
	found := false
	for _, o := range l.ops {
		if o.kind == opService && o.node.find() == server.find() {
			if o.method != sideService && o.method != healthService {
				return false
			}
			found = true
		}
	}
	return found || l.servesSidePaths(start)
}

// servesSidePaths reports whether all that is seen to be served over HTTP is there for operators only.
func (l *link) servesSidePaths(start *op) bool {
	handler := start.node.has("Handler")
	if handler == nil && !strings.HasPrefix(start.api.pkg, "net/http") { // a framework's server is its own router
		handler = start.node
	}
	if handler == nil || slices.Equal(handler.consts, []string{noHandler}) {
		handler = l.u.global(defaultMux)
	}
	if isSideHandler(handler) {
		return true
	}
	if !l.hasRoutes(handler) {
		return slices.Contains(handler.find().globals, defaultMux) && imports(l.u.p.pass.Pkg, "net/http/pprof")
	}
	return !slices.ContainsFunc(l.on(handler, opRoute), func(o *op) bool { return !isSideRoute(o) })
}

// ofServeMux is the method of a route of an [net/http.ServeMux].
const ofServeMux = "ServeMux"

// routes returns the patterns of an http.ServeMux that is all of a server's handler, if it is certain that there are no
// others.
func (l *link) routes(server *node) []string {
	handler := server.has("Handler")
	if handler == nil || handler.find().escaped || len(handler.find().funcs)+len(handler.find().methods)+len(handler.find().consts)+len(handler.find().globals) > 0 {
		return nil
	}
	var patterns []string
	for _, o := range l.on(handler, opRoute) {
		pattern, known := theText(o.with)
		if !known || o.method != ofServeMux {
			return nil
		}
		if !slices.Contains(patterns, pattern) {
			patterns = append(patterns, pattern)
		}
	}
	return patterns
}

func (l *link) hasRoutes(handler *node) bool { return len(l.on(handler, opRoute)) > 0 }

func isSideRoute(o *op) bool {
	pattern, known := theText(o.with)
	return known && isSidePath(pattern) ||
		slices.ContainsFunc(o.released, isSideHandler)
}

// isSideHandler reports whether nothing else is known of a handler than that it is there for operators, or redirects.
func isSideHandler(n *node) bool {
	funcs := slices.Concat(n.find().funcs, n.find().methods["ServeHTTP"])
	if slices.ContainsFunc(funcs, func(l *lambda) bool { return !l.redirects }) {
		return false
	}
	return len(funcs) > 0 || slices.Contains(n.find().consts, operators)
}

// redirects reports whether a handler does nothing but send clients to HTTPS: it neither waits for anything nor looks
// anything up, so that no request is ever in flight there.
func (p *pkgFlow) redirects(fn *types.Func) bool {
	if fn == nil || !isHandler(fn.Signature()) {
		return false
	}
	if fn.Pkg() != p.pass.Pkg {
		sum, _ := p.summaryOf(fn)
		return sum != nil && sum.Redirects
	}
	return p.bodyRedirects(p.pkg.Prog.FuncValue(fn))
}

func isHandler(sig *types.Signature) bool {
	params := sig.Params()
	return params.Len() == 2 && params.At(0).Type().String() == "net/http.ResponseWriter" && params.At(1).Type().String() == "*net/http.Request"
}

func (p *pkgFlow) bodyRedirects(fn *ssa.Function) bool {
	if fn == nil || !isHandler(fn.Signature) {
		return false
	}
	redirect, https := false, false
	var quick func(fn *ssa.Function, depth int) bool
	quick = func(fn *ssa.Function, depth int) bool {
		if fn == nil || len(fn.Blocks) == 0 || depth > 3 {
			return false
		}
		for instr := range instrs(fn) {
			for _, operand := range instr.Operands(nil) {
				if text, ok := constString(*operand); ok && strings.Contains(text, "https") {
					https = true
				}
			}
			switch instr := instr.(type) {
			case *ssa.UnOp:
				if instr.Op == token.ARROW {
					return false
				}
			case *ssa.Select, *ssa.Send, *ssa.Lookup, *ssa.Go:
				return false
			case ssa.CallInstruction:
				called := calledFunc(instr.Common())
				switch {
				case called == nil:
					if _, builtin := instr.Common().Value.(*ssa.Builtin); !builtin {
						return false
					}
				case called.FullName() == "net/http.Redirect":
					redirect = true
				case slices.Contains(redirectHelpers, called.FullName()):
				case called.Pkg() != nil && slices.Contains(quickPackages, called.Pkg().Path()):
				case !quick(p.callee(instr.Common()), depth+1):
					return false
				}
			}
		}
		return true
	}
	return quick(fn, 0) && redirect && https
}

// What a handler that redirects may call besides: nothing of it waits.
var (
	quickPackages   = []string{"fmt", "log", "log/slog", "net", "net/url", "path", "strconv", "strings"}
	redirectHelpers = []string{
		"net/http.Error", "(net/http.Header).Add", "(net/http.Header).Del", "(net/http.Header).Get", "(net/http.Header).Set", "(net/http.ResponseWriter).Header",
		"(net/http.ResponseWriter).WriteHeader",
	}
)

func isSidePath(pattern string) bool {
	if _, path, ok := strings.Cut(pattern, " "); ok {
		pattern = path // a method stands before it
	}
	return slices.ContainsFunc(sidePaths, func(side string) bool { return isBelow(pattern, side) })
}

// isBelow reports whether path is dir or something in it.
func isBelow(path, dir string) bool {
	rest, ok := strings.CutPrefix(path, dir)
	return ok && (rest == "" || rest[0] == '/')
}

func imports(pkg *types.Package, path string) bool {
	return slices.ContainsFunc(pkg.Imports(), func(imp *types.Package) bool { return imp.Path() == path })
}

// theText returns the one text that a node can be.
func theText(n *node) (string, bool) {
	if n == nil || n.find().escaped || len(n.find().consts) != 1 {
		return "", false
	}
	return strings.CutPrefix(n.find().consts[0], "=")
}

// address returns what the server listens on, and whether all of it is known: "localhost:" is the beginning of one.
func address(server *node) (addr string, whole bool) {
	n := server.has(addressField)
	if n == nil {
		n = server.has("Addr")
	}
	if n == nil || len(n.find().consts) != 1 {
		return "", false
	}
	if addr, ok := strings.CutPrefix(n.consts[0], "^"); ok {
		return addr, false
	}
	addr, ok := strings.CutPrefix(n.consts[0], "=")
	return addr, ok && !n.escaped
}

// isLocal reports whether the server listens on loopback or on a port of the system's choice: one that a test, or a
// tool waiting for a browser's answer, starts and nobody's Service selects.
func isLocal(server *node) bool {
	addr, whole := address(server)
	host, port, ok := strings.Cut(addr, ":")
	if v6, isV6 := strings.CutPrefix(addr, "["); isV6 {
		host, _, ok = strings.Cut(v6, "]")
	}
	if whole {
		if h, p, err := net.SplitHostPort(addr); err == nil {
			host, port = h, p
		}
	}
	ip := net.ParseIP(host)
	return ok && (whole && port == "0" || host == "localhost" || ip != nil && ip.IsLoopback())
}

// loopback lists the servers that listen on loopback addresses.
func (l *link) loopback() {
	for _, o := range l.ops {
		if o.kind != opStart && o.kind != opBegin || !isLocal(o.node) {
			continue
		}
		addr, whole := address(o.node)
		listener := Listener{Address: addr, At: o.origin.place()}
		if _, port, err := net.SplitHostPort(addr); whole && err == nil && port != "0" && !slices.Contains(l.program.Loopback, listener) {
			l.program.Loopback = append(l.program.Loopback, listener)
		}
	}
}

func constString(v ssa.Value) (string, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}
