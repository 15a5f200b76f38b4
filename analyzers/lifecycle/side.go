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
// A path is one of them when its first element is in sidePaths, or its last in sideNames, after elements that only say who
// asks.
var (
	sidePaths = []string{"metrics", "health", "healthz", "livez", "readyz", "ready", "live", "liveness", "readiness", "debug", "ping", "status", "version"}
	sideNames = []string{"alive", "health-check", "health_check", "healthcheck", "healthcheckz", "healthy", "pprof", "started", "startup", "startupz", "statusz", "up", "varz"}
	askers    = []string{"-", "_", "actuator", "admin", "internal", "k8s", "management", "monitoring", "ops", "probe", "probes", "system"}
)

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
	if handler != nil && isSideHandler(handler) {
		return true
	}
	isDefault := handler == nil || isDefaultMux(handler)
	var routes []*op
	for _, o := range l.of(opRoute) {
		if o.node.find() == found(handler) || isDefault && (isDefaultMux(o.node) || o.node.find() == l.u.global(defaultMux)) {
			routes = append(routes, o)
		}
	}
	if len(routes) == 0 {
		return l.profiles && isDefault
	}
	exports := slices.ContainsFunc(routes, isMetrics)
	return !slices.ContainsFunc(routes, func(o *op) bool { return !isSideRoute(o) && !(exports && isLanding(o)) })
}

// isDefaultMux reports whether a handler is http.DefaultServeMux, and can be nothing else.
func isDefaultMux(handler *node) bool {
	n := handler.find()
	other := slices.ContainsFunc(n.consts, func(c string) bool { return c != noHandler && c != defaultMux })
	return len(n.consts) > 0 && !other && !n.escaped && len(n.functions()) == 0
}

// ofServeMux is the method of a route of an [net/http.ServeMux].
const ofServeMux = "ServeMux"

// routes returns the patterns of an http.ServeMux that is all of a server's handler, if it is certain that there are no
// others.
func (l *link) routes(server *node) []string {
	handler := server.has("Handler")
	if handler == nil || handler.find().escaped || len(handler.functions())+len(handler.find().globals) > 0 || !slices.Equal(handler.find().consts, []string{ownMux}) {
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

// isMetrics reports whether a route is the one that Prometheus asks.
func isMetrics(o *op) bool {
	pattern, known := theText(o.with)
	return known && strings.HasSuffix(pattern, "/metrics") || slices.ContainsFunc(o.released, isSideHandler)
}

// isLanding reports whether a route is the page at the root of an exporter that leads to its metrics.
func isLanding(o *op) bool {
	pattern, known := theText(o.with)
	_, path, _ := strings.Cut(pattern, "/")
	return known && (path == "" || path == "{$}") && slices.ContainsFunc(o.released, func(n *node) bool {
		return slices.ContainsFunc(servesBy(n), func(l *lambda) bool { return l.page == landingPage })
	})
}

func isSideRoute(o *op) bool {
	pattern, known := theText(o.with)
	return known && isSidePath(pattern) ||
		slices.ContainsFunc(o.released, isSideHandler)
}

// isSideHandler reports whether nothing else is known of a handler than that it is there for operators, or redirects.
func isSideHandler(n *node) bool {
	funcs := servesBy(n)
	if slices.ContainsFunc(funcs, func(l *lambda) bool { return l.page != redirectPage }) {
		return false
	}
	return len(funcs) > 0 || slices.Contains(n.find().consts, operators)
}

// servesBy lists the functions that a handler is, or has.
func servesBy(handler *node) []*lambda {
	return slices.Concat(handler.find().funcs, handler.find().methods["ServeHTTP"])
}

// A page is what a handler answers that neither waits for anything nor looks anything up, so that no request is ever in
// flight there.
type page uint8

const (
	anyPage      page = iota
	redirectPage      // sends clients to HTTPS
	landingPage       // a text with links, or a redirect to the metrics
)

// pageOf returns what the function answers as a handler.
func (p *pkgFlow) pageOf(fn *types.Func) page {
	if fn == nil || !isHandler(fn.Signature()) {
		return anyPage
	}
	if fn.Pkg() != p.pass.Pkg {
		if sum, _ := p.summaryOf(fn); sum != nil {
			return sum.Page
		}
		return anyPage
	}
	return p.pageOfBody(p.pkg.Prog.FuncValue(fn))
}

func isHandler(sig *types.Signature) bool {
	params := sig.Params()
	return params.Len() == 2 && params.At(0).Type().String() == "net/http.ResponseWriter" && params.At(1).Type().String() == "*net/http.Request"
}

func (p *pkgFlow) pageOfBody(fn *ssa.Function) page {
	if fn == nil || !isHandler(fn.Signature) {
		return anyPage
	}
	redirect := false
	var texts strings.Builder
	var quick func(fn *ssa.Function, depth int) bool
	quick = func(fn *ssa.Function, depth int) bool {
		if fn == nil || len(fn.Blocks) == 0 || depth > 3 {
			return false
		}
		for instr := range instrs(fn) {
			for _, operand := range instr.Operands(nil) {
				if text, ok := constString(*operand); ok {
					texts.WriteString(text)
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
				case slices.Contains(pageHelpers, called.FullName()):
				case called.Pkg() != nil && slices.Contains(quickPackages, called.Pkg().Path()):
				case !quick(p.callee(instr.Common()), depth+1):
					return false
				}
			}
		}
		return true
	}
	switch {
	case !quick(fn, 0):
		return anyPage
	case redirect && strings.Contains(texts.String(), "https"):
		return redirectPage
	case redirect && strings.Contains(texts.String(), "/metrics"), strings.Contains(texts.String(), "<a href"):
		return landingPage
	}
	return anyPage
}

// What the handler of a page may call: nothing of it waits.
var (
	quickPackages = []string{"fmt", "log", "log/slog", "net", "net/url", "path", "strconv", "strings"}
	pageHelpers   = []string{
		"net/http.Error", "(net/http.Header).Add", "(net/http.Header).Del", "(net/http.Header).Get", "(net/http.Header).Set", "(net/http.ResponseWriter).Header",
		"(net/http.ResponseWriter).Write", "(net/http.ResponseWriter).WriteHeader", "io.WriteString",
	}
)

func isSidePath(pattern string) bool {
	_, path, _ := strings.Cut(pattern, "/") // a method, or a host, stands before it
	elems := strings.FieldsFunc(strings.TrimSuffix(path, "{$}"), func(r rune) bool { return r == '/' })
	for i, elem := range elems {
		if i > 0 && !slices.Contains(askers, elems[i-1]) {
			break
		}
		if elem = strings.TrimLeft(elem, "_"); slices.Contains(sidePaths, elem) || i == len(elems)-1 && slices.Contains(sideNames, elem) {
			return true
		}
	}
	return false
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

// addressOf returns the node of what the server listens on, or nil.
func addressOf(server *node) *node {
	if n := server.has(addressField); n != nil {
		return n
	}
	return server.has("Addr")
}

// isOff reports whether a dependency starts the server only when it is given an address, and the program gives none.
func (o *op) isOff() bool {
	if !o.optional {
		return false
	}
	addr := addressOf(o.node)
	return len(addr.consts)+len(addr.globals) == 0 && !addr.escaped && addr.has(overridable) == nil
}

// address returns what the server listens on, and whether all of it is known: "localhost:" is the beginning of one.
func address(server *node) (addr string, whole bool) {
	n := addressOf(server)
	if n == nil || len(n.find().consts) != 1 {
		return "", false
	}
	if addr, ok := strings.CutPrefix(n.consts[0], "^"); ok {
		return addr, false
	}
	addr, ok := strings.CutPrefix(n.consts[0], "=")
	return addr, ok && !n.escaped
}

// isOneShot reports whether the server listens on a port of the system's choice: one that a test, or a tool waiting for a
// browser's answer, starts and nobody's Service selects.
func isOneShot(server *node) bool {
	addr, whole := address(server)
	_, port, err := net.SplitHostPort(addr)
	return whole && err == nil && port == "0"
}

// overridable is the constant, in a field of its name, of a text that is a default: something else may be given.
const overridable = "overridable"

func (n *node) override() { n.field(overridable).find().consts = []string{overridable} }

func isOverridable(server *node) bool {
	for _, name := range []string{addressField, "Addr"} {
		if n := server.has(name); n != nil && (n.escaped || n.has(overridable) != nil) {
			return true
		}
	}
	return false
}

// isLocal reports whether the server listens on loopback, or on a port of the system's choice. A default that may be
// overridden is no address.
func isLocal(server *node) bool {
	if isOverridable(server) {
		return false
	}
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
