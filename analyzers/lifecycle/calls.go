package lifecycle

import (
	"go/constant"
	"go/token"
	"go/types"
	"net"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A site is one call of a function whose body is not in the unit, or the making of a function value of it.
type site struct {
	u               *unit
	fn              *types.Func // nil: unknown
	recvType        types.Type  // of a method
	params, results []*node     // the receiver first
	emit            func(*op)
	instr           ssa.CallInstruction // nil for a function value
	pos             token.Pos
}

// args are the parameters without the receiver.
func (s *site) args() []*node {
	if s.recvType != nil && len(s.params) > 0 {
		return s.params[1:]
	}
	return s.params
}

// receiver is what a method is called on, or nil.
func (s *site) receiver() *node {
	if s.recvType == nil || len(s.params) == 0 {
		return nil
	}
	return s.params[0]
}

func (s *site) do(kind opKind, n *node) *op {
	o := &op{kind: kind, node: n, site: s.pos}
	s.u.p.locate(o)
	if s.fn != nil {
		o.method = s.fn.Name()
	}
	s.emit(o)
	return o
}

// call notes a call of a function value.
func (s *site) call(p *pending) {
	s.u.calls = append(s.u.calls, p)
	o := s.do(opCall, p.fn)
	o.call = p
	if len(p.results) > 0 {
		o.rawError = s.errorResult()
	}
}

// perform joins what the call joins, and emits what it does.
func (s *site) perform() {
	if s.fn != nil {
		s.fn = s.fn.Origin()
		if s.fn.Pkg() == nil { // Error of an error
			return
		}
		if s.known() {
			return
		}
		if sum, ok := s.u.p.summaryOf(s.fn); ok {
			switch {
			case sum == nil:
			case s.u.p.copied > maxCopied:
				s.unknown()
			default:
				sum.instantiate(s)
			}
			return
		}
		if recv := s.fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
			if isIdle(s.fn) {
				return
			}
			s.call(&pending{fn: s.params[0], method: s.fn.Name(), args: s.params[1:], results: s.results, report: isReport(s.fn.Signature())})
			return
		}
	}
	s.unknown()
}

// unknown lets go of what the function is given, and takes what it returns for anything.
func (s *site) unknown() {
	if s.fn != nil && s.fn.Pkg() != nil && slices.Contains(harmlessPackages, s.fn.Pkg().Path()) {
		if ctx := s.contextArgument(); ctx != nil {
			s.u.escape(ctx) // it is looked at
		}
		for i, n := range s.results { // os.Getenv's may be anything
			if isString(s.fn.Signature().Results().At(i).Type()) {
				n.override()
			}
		}
		if decodes := s.fn.Pkg().Path() == "encoding/json" && (s.fn.Name() == "Unmarshal" || s.fn.Name() == "Decode"); decodes {
			s.u.escape(s.args()[len(s.args())-1])
		}
		return
	}
	if len(s.params) == 0 {
		s.call(&pending{fn: &node{}, method: anyMethod, mode: later})
	}
	for i, n := range s.params {
		switch t := s.paramType(i); {
		case t != nil && isContext(t): // it may wait for its end, and can do nothing else with it
			s.u.escape(n)
		case !s.cannotStop(i) && (t == nil || !isPlain(t)):
			s.letGo([]*node{n})
		}
	}
	for _, n := range s.results {
		s.u.escape(n)
		n.estrange()
	}
}

// letGo notes that somebody may hold the values, and call them some time.
func (s *site) letGo(nodes []*node) {
	for _, n := range nodes {
		s.u.escape(n)
		s.call(&pending{fn: n, method: anyMethod, mode: later})
	}
}

// paramType returns the type of what the function is given, or nil.
func (s *site) paramType(i int) types.Type {
	if s.fn == nil {
		return nil
	}
	i -= len(s.params) - len(s.args())
	if params := s.fn.Signature().Params(); i >= 0 && i < params.Len() {
		return params.At(i).Type()
	}
	return nil
}

// cannotStop reports whether the parameter is an interface without a method that stops anything, such as
// grpc.ServiceRegistrar: it gives no handle to do it with.
func (s *site) cannotStop(i int) bool {
	t := s.paramType(i)
	if t == nil {
		return false
	}
	iface, ok := t.Underlying().(*types.Interface)
	if !ok || iface.NumMethods() == 0 {
		return registersService(s.fn)
	}
	for method := range iface.Methods() {
		if stopsSomething(s.u.p.servers, method.Name()) {
			return false
		}
	}
	return true
}

// known handles the functions of the table, and those of the standard library through which contexts, channels and
// function values go.
func (s *site) known() bool {
	name := s.fn.FullName()
	if act, ok := acts[name]; ok {
		act(s)
		return true
	}
	if endsProcess(s.fn) {
		s.do(opExit, nil).certain = true
		return true
	}
	if rows := callersOf(name); rows != nil {
		for _, c := range rows {
			s.callback(c)
		}
		if a := s.row(); a == nil || !a.starts(s.fn.Name()) {
			return true
		}
	}
	if s.ofCommandLine() {
		return true
	}
	if first, ok := registrars[name]; ok {
		s.register(first.first, first.catches)
		return true
	}
	if slices.Contains(catchers, name) {
		s.catches(s.fn.Signature())
		return true
	}
	return s.contains() || s.iterates() || s.appends() || s.wires() || s.ofRouter() || s.ofTable() || s.ofFlag()
}

// catches handles a function of catchers. What it is given is called when the signal comes, or held till then.
func (s *site) catches(sig *types.Signature) {
	ends := &node{escaped: true} // the library looks at it
	if sig.Results().Len() > 0 && endsWithSignal(sig.Results().At(0).Type()) {
		ends = s.results[0]
	}
	s.do(opCatch, ends).with = &node{consts: []string{strconv.Itoa(SIGINT), strconv.Itoa(SIGTERM)}}
	s.letGo(s.args())
}

// endsWithSignal reports whether a result of the type, of a function of catchers, ends with the signal.
func endsWithSignal(t types.Type) bool {
	_, channel := t.Underlying().(*types.Chan)
	return channel || isContext(t)
}

// contains handles the methods of containers, which are one with what they hold.
func (s *site) contains() bool {
	if s.recvType == nil || !slices.ContainsFunc(containers, func(name string) bool { return namedAs(s.recvType, name) }) {
		return false
	}
	if s.fn.Name() == "Range" {
		s.call(&pending{fn: s.params[1], args: []*node{s.params[0], s.params[0]}})
		return true
	}
	for _, n := range slices.Concat(s.args(), s.results) {
		unify(s.params[0], n)
	}
	return true
}

// acts are the functions whose effect is none of a library's start or stop.
var acts = map[string]func(*site){
	"context.Background":                                 func(s *site) { s.results[0].find().consts = []string{background} },
	"context.TODO":                                       func(s *site) { s.results[0].find().consts = []string{background} },
	"context.WithCancel":                                 (*site).derive,
	"context.WithCancelCause":                            (*site).derive,
	"context.WithTimeout":                                (*site).derive,
	"context.WithTimeoutCause":                           (*site).derive,
	"context.WithDeadline":                               (*site).derive,
	"context.WithDeadlineCause":                          (*site).derive,
	"context.AfterFunc":                                  (*site).afterFunc,
	"context.WithValue":                                  (*site).derive,
	"github.com/go-logr/logr.NewContext":                 (*site).derive,
	"sigs.k8s.io/controller-runtime/pkg/log.IntoContext": (*site).derive,
	"context.WithoutCancel":                              func(s *site) { s.results[0].find().consts = []string{background} },
	"(context.Context).Done":                             func(s *site) { unify(s.results[0], s.params[0]) },
	"(context.Context).Err":                              func(s *site) { s.u.escape(s.params[0]) }, // it is looked at
	"golang.org/x/sync/errgroup.WithContext": func(s *site) {
		unify(s.results[1].field(parentField), s.params[0])
	},
	"(*golang.org/x/sync/errgroup.Group).Wait":     func(s *site) { s.do(opJoin, s.params[0]) },
	"(*golang.org/x/sync/errgroup.Group).SetLimit": func(s *site) {},
	"sync.OnceFunc":                           func(s *site) { unify(s.results[0], s.params[0]) },
	"(*sync.WaitGroup).Wait":                  func(s *site) { s.do(opJoin, s.params[0]) },
	"(*sync.WaitGroup).Done":                  func(s *site) { s.do(opRelease, s.params[0]) },
	"(*sync.WaitGroup).Add":                   func(s *site) {},
	"(*sync.Mutex).Lock":                      func(s *site) {},
	"(*sync.Mutex).Unlock":                    func(s *site) {},
	"(*sync.RWMutex).Lock":                    func(s *site) {},
	"(*sync.RWMutex).Unlock":                  func(s *site) {},
	"(*sync.RWMutex).RLock":                   func(s *site) {},
	"(*sync.RWMutex).RUnlock":                 func(s *site) {},
	"os/signal.Stop":                          func(s *site) { s.do(opUnregister, s.params[0]) },
	"os/signal.Reset":                         func(s *site) { s.do(opUnregister, s.u.global(everyChannel)) },
	"time.Sleep":                              func(s *site) { s.do(opSleep, s.params[0]) },
	"(time.Time).Add":                         (*site).deadline,
	"net.Listen":                              func(s *site) { unify(s.results[0].field(addressField), s.params[1]) },
	"crypto/tls.Listen":                       func(s *site) { unify(s.results[0].field(addressField), s.params[1]) },
	"(*net.ListenConfig).Listen":              func(s *site) { unify(s.results[0].field(addressField), s.params[3]) },
	"crypto/tls.NewListener":                  func(s *site) { unify(s.results[0], s.params[0]) },
	"(net.Listener).Close":                    func(s *site) { s.do(opAbort, s.params[0]) },
	"(*net.TCPListener).Close":                func(s *site) { s.do(opAbort, s.params[0]) },
	"(*net.UnixListener).Close":               func(s *site) { s.do(opAbort, s.params[0]) },
	"github.com/gin-gonic/gin.WrapH":          func(s *site) { unify(s.results[0], s.params[0]) },
	"github.com/labstack/echo/v4.WrapHandler": func(s *site) { unify(s.results[0], s.params[0]) },
	"net/http.NewServeMux":                    func(s *site) { s.results[0].find().consts = []string{ownMux} },
	"(*golang.org/x/crypto/acme/autocert.Manager).HTTPHandler": (*site).challenges,
	"net/http.Handle":                                          func(s *site) { s.route(s.u.global(defaultMux), s.params[0], s.params[1]) },
	"net/http.HandleFunc":                                      func(s *site) { s.route(s.u.global(defaultMux), s.params[0], s.params[1]) },
	"(*net/http.ServeMux).Handle":                              func(s *site) { s.route(s.params[0], s.params[1], s.params[2]).method = ofServeMux },
	"(*net/http.ServeMux).HandleFunc":                          func(s *site) { s.route(s.params[0], s.params[1], s.params[2]).method = ofServeMux },
	"google.golang.org/grpc/health.NewServer":                  func(s *site) { s.results[0].find().consts = []string{libraryHealth} },
	"(*google.golang.org/grpc/health.Server).Shutdown":         func(s *site) { s.do(opNotServing, s.params[0]) },
	"(*google.golang.org/grpc/health.Server).SetServingStatus": (*site).setServingStatus,
	"github.com/charmbracelet/fang.Execute":                    (*site).fang,
	"errors.Is":                                                func(s *site) {},
	"fmt.Sprintf":                                              (*site).format,
	"net.JoinHostPort":                                         (*site).joinHostPort,
}

const (
	background = "background" // the constant of a context that nothing ends
	defaultMux = "net/http.DefaultServeMux"
	ownMux     = "a mux" // the constant of a new http.ServeMux
)

// derive makes a context from another, and the function that ends it.
func (s *site) derive() {
	ctx := s.results[0]
	unify(ctx.field(parentField), s.params[0])
	switch s.fn.Name() {
	case "WithTimeout", "WithTimeoutCause":
		unify(ctx.field(timeoutField), s.params[1])
	case "WithDeadline", "WithDeadlineCause":
		unify(ctx.field(timeoutField), s.params[1].field(timeoutField))
	}
	if ctx.has(timeoutField) != nil {
		s.do(opTimer, ctx)
	}
	if len(s.results) > 1 {
		s.cancels(ctx, s.results[1])
	}
}

// afterFunc calls a function when the context is done.
func (s *site) afterFunc() {
	join := s.do(opJoin, s.params[0])
	join.mode, join.signal = spawned, true
	s.call(&pending{fn: s.params[1], mode: spawned, after: s.params[0]})
}

func (s *site) cancels(ctx, cancel *node) {
	release := &op{kind: opRelease, node: ctx, site: s.pos, certain: true}
	s.u.p.locate(release)
	l := &lambda{ops: []*op{release}}
	cancel.find().funcs = append(cancel.find().funcs, l)
}

// register registers for signals, which begin at an index: those of a channel, or of a context that it makes.
func (s *site) register(first int, catches bool) {
	if !catches {
		s.do(opIgnore, nil).with = s.signals(first)
		return
	}
	var n *node
	switch s.fn.Name() {
	case "NotifyContext":
		n = s.results[0]
		unify(n.field(parentField), s.params[0])
		s.cancels(n, s.results[1])
	case "SignalHandler": // of oklog/run: an actor that waits for it
		n = &node{}
		s.do(opJoin, n).signal = true
	case "WithNotifySignal": // of fang: an option, which is one with the context that Execute makes
		n = s.results[0]
	default:
		n = s.params[0]
	}
	s.do(opCatch, n).with = s.signals(first)
}

func (s *site) signals(first int) *node {
	if first < len(s.params) {
		return s.params[first]
	}
	return &node{}
}

func (s *site) route(mux, pattern *node, handlers ...*node) *op {
	if isDefaultMux(mux) {
		mux = s.u.global(defaultMux)
	}
	o := s.do(opRoute, mux)
	o.with, o.released = pattern, handlers
	for _, handler := range handlers {
		s.call(&pending{fn: handler, method: anyMethod, mode: later, handler: true})
	}
	return o
}

// ofRouter handles what routers of libraries, and servers that are ones, are told to serve.
func (s *site) ofRouter() bool {
	if s.recvType == nil || !slices.ContainsFunc(routers, func(name string) bool { return namedAs(s.recvType, name) }) {
		return false
	}
	args := s.args()
	switch name := s.fn.Name(); {
	case len(args) > 1 && slices.Contains(routes, strings.ToUpper(name)):
		if text, known := theText(args[0]); known && !strings.Contains(text, "/") && len(args) > 2 { // a method
			args = args[1:]
		}
		s.route(s.params[0], args[0], args[1:]...)
	case slices.Contains(subrouters, name):
		s.route(s.params[0], &node{}, args...)
	default:
		return s.ofChain()
	}
	if s.isRoute(0) {
		unify(s.results[0].field(routerField), s.params[0])
	}
	return true
}

// A route of gorilla/mux is made link by link, and knows its router and its path.
const (
	routerField = "its router"
	pathField   = "its path"
)

// isRoute reports whether a result is a route of gorilla/mux, which says more in the methods called on it.
func (s *site) isRoute(result int) bool {
	results := s.fn.Signature().Results()
	return result < results.Len() && namedAs(results.At(result).Type(), muxRoute)
}

// ofChain handles a link of a route of gorilla/mux.
func (s *site) ofChain() bool {
	route := s.params[0]
	if !namedAs(s.recvType, muxRoute) {
		if !s.isRoute(0) {
			return false
		}
		route = s.results[0]
		unify(route.field(routerField), s.params[0])
	}
	switch s.fn.Name() {
	case "Path", "PathPrefix":
		unify(route.field(pathField), s.args()[0])
	case "Handler", "HandlerFunc":
		s.route(route.field(routerField), route.field(pathField), s.args()...)
	case "Subrouter":
		s.route(route.field(routerField), route.field(pathField))
	}
	if s.isRoute(0) {
		unify(s.results[0], route)
	}
	return true
}

// challenges makes a handler that answers ACME's challenges, and hands on what is none; nil sends it to HTTPS. Of autocert
// v0.59.0.
func (s *site) challenges() {
	if slices.Equal(s.params[1].find().consts, []string{noHandler}) {
		s.results[0].find().consts = []string{operators}
		return
	}
	unify(s.results[0], s.params[1])
	s.call(&pending{fn: s.params[1], method: "ServeHTTP", mode: later})
}

func (s *site) format() {
	if format := s.params[0].find().consts; len(format) == 1 {
		beginning, _, _ := strings.Cut(strings.TrimPrefix(format[0], "="), "%")
		s.results[0].find().consts = []string{prefixConst(beginning)}
	}
}

func (s *site) joinHostPort() {
	host, port := s.params[0].find().consts, s.params[1].find().consts
	switch {
	case len(host) != 1:
	case len(port) == 1:
		s.results[0].find().consts = []string{textConst(net.JoinHostPort(host[0][1:], port[0][1:]))}
	default:
		s.results[0].find().consts = []string{prefixConst(net.JoinHostPort(host[0][1:], ""))}
	}
}

// callback calls the function values that a function of the table is given, or keeps them until a method of the same
// receiver calls them.
func (s *site) callback(c *caller) {
	recv := &node{}
	if s.recvType != nil {
		recv = s.params[0]
	}
	for _, i := range c.args {
		if i >= len(s.args()) {
			continue
		}
		fn := s.args()[i]
		switch {
		case len(c.by) > 0:
			unify(recv.field(keptField+c.key()), fn)
		case c.how == now:
			s.call(&pending{fn: fn})
		case c.how == goroutine:
			p := &pending{fn: fn, mode: spawned}
			if len(c.join) > 0 {
				p.release = recv
			}
			s.call(p)
		default:
			s.call(&pending{fn: fn, mode: spawned, timer: c.fn == "time.AfterFunc"})
		}
	}
}

// keptField begins the name of the field that holds the functions which a method calls later.
const keptField = "kept "

// runKept calls what the receiver keeps for the method.
func (s *site) runKept() {
	for _, c := range callersBy(s.fn) {
		p := &pending{fn: s.params[0].field(keptField + c.key()), method: c.method}
		if ctx := s.contextArgument(); ctx != nil && c.method != "" {
			p.args = []*node{ctx}
		}
		if c.how != now {
			p.mode = spawned
		}
		if slices.Contains(c.join, s.fn.Name()) {
			p.release = s.params[0]
		}
		s.call(p)
		if p.release != nil {
			s.do(opJoin, p.release)
		}
	}
}

// recvPrefix returns how the full names of the methods of fn's receiver begin.
func recvPrefix(fn *types.Func) string {
	name := fn.FullName()
	return name[:strings.LastIndexByte(name, '.')+1]
}

// ofTable handles the functions and methods of the types that the table knows.
func (s *site) ofTable() bool {
	handled := false
	if s.recvType != nil && len(callersBy(s.fn)) > 0 {
		s.runKept()
		handled = true
	}
	for i := range flushers {
		if row := &flushers[i]; row.has(s) && slices.Contains(row.stop, s.fn.Name()) {
			o := s.do(opFlush, s.receiver())
			o.api, o.with = row, s.contextArgument()
			handled = true
		}
	}
	for i := range resources {
		if row := &resources[i]; row.has(s) && slices.Contains(row.stop, s.fn.Name()) {
			s.do(opRelinquish, s.params[0]).api = row
			handled = true
		}
	}
	for _, row := range registries {
		if row.has(s) && slices.Contains(row.start, s.fn.Name()) {
			s.do(opRegister, s.params[0])
			handled = true
		}
		if row.has(s) && slices.Contains(row.stop, s.fn.Name()) {
			s.do(opDeregister, s.params[0])
			handled = true
		}
	}
	if slices.Contains(sideHandlers, s.fn.FullName()) && len(s.results) > 0 {
		s.results[0].find().consts = []string{operators}
		return true
	}
	if s.service() {
		return true
	}
	return s.ofServers() || handled
}

// operators is the constant of a handler that is there for operators alone.
const operators = "operators"

// ofServers handles what starts and stops servers and workers.
func (s *site) ofServers() bool {
	a := s.row()
	if a == nil {
		return s.constructs()
	}
	name := s.fn.Name()
	server := &node{}
	switch {
	case a.of != "" && slices.Contains(a.start, name):
		return s.startArgument(a.of)
	case slices.Contains(a.handles, name):
		unify(s.params[1].field("Handler"), s.params[0])
		return s.startArgument("net/http.Server")
	case s.recvType != nil:
		server = s.params[0]
	}
	switch {
	case a.starts(name):
		s.start(a, server)
	case slices.Contains(a.stop, name):
		o := s.do(opStop, server)
		o.api, o.with, o.certain = a, s.limit(), true
		s.markStopping(a)
	case slices.Contains(a.abort, name):
		o := s.do(opAbort, server)
		o.api, o.certain = a, true
	case s.recvType == nil:
		return s.constructs()
	case a.own && s.summarized(): // which says more
		return false
	default: // a server that another one holds (echo's Server) is stopped with it
		for i, n := range s.args() {
			if i < s.fn.Signature().Params().Len() && apiOfType(s.u.p.servers, s.fn.Signature().Params().At(i).Type()) != nil {
				unify(n, server)
			} else {
				s.call(&pending{fn: n, method: anyMethod, mode: later})
			}
		}
		for i, n := range s.results {
			if apiOfType(s.u.p.servers, s.fn.Signature().Results().At(i).Type()) != nil {
				unify(n, server)
			}
		}
	}
	return true
}

// startArgument starts the argument of the type, whose own row says how it is stopped.
func (s *site) startArgument(typ string) bool {
	params := s.fn.Signature().Params()
	for i, n := range s.args() {
		if i < params.Len() && namedAs(params.At(i).Type(), typ) {
			s.start(apiNamed(s.u.p.servers, typ), n)
			return true
		}
	}
	return false
}

// row returns the table's row for the function. A method of an interface belongs to the type that it is called on.
func (s *site) row() *api {
	if s.recvType != nil {
		if a := apiOfType(s.u.p.servers, s.recvType); a != nil {
			return a
		}
	}
	return apiOfFunc(s.u.p.servers, s.fn)
}

// summarized reports whether it is known what the function does.
func (s *site) summarized() bool {
	_, ok := s.u.p.summaryOf(s.fn)
	return ok
}

// constructs reports whether a function of a library makes the server that it returns, so that nobody else knows it.
func (s *site) constructs() bool {
	if s.recvType != nil || s.fn.Signature().Results().Len() == 0 {
		return false
	}
	a := apiOfType(s.u.p.servers, s.fn.Signature().Results().At(0).Type())
	if a == nil || a.pkg != s.fn.Pkg().Path() || a.own && s.summarized() {
		return false
	}
	for _, n := range s.params {
		s.call(&pending{fn: n, method: anyMethod, mode: later})
	}
	return true
}

func (s *site) start(a *api, server *node) {
	o := &op{kind: opStart, node: server, api: a, method: s.fn.Name(), site: s.pos, with: s.contextArgument()}
	s.u.p.locate(o)
	switch {
	case slices.Contains(a.begin, o.method) && a.lossy > 0 && (!s.isTrue(a.lossy-1) || s.takesReply()):
		return
	case slices.Contains(a.begin, o.method):
		o.kind = opBegin
	case slices.Contains(a.loop, o.method):
		o.kind = opTake
	case a.rawError():
		o.rawError = errorResult(s.fn.Signature())
	}
	params := s.fn.Signature().Params()
	for i, n := range s.args() {
		if i >= params.Len() {
			break
		}
		switch t := params.At(i).Type().String(); t {
		case "string", "[]string":
			if server.has(addressField) == nil && !a.worker { // a worker is given that of its broker, or a topic
				unify(server.field(addressField), n)
			}
		case "net.Listener":
			unify(server.field(listenerField), n)
			unify(server.field(addressField), n.field(addressField))
		case "net/http.Handler":
			unify(server.field("Handler"), n)
			s.call(&pending{fn: n, method: anyMethod, mode: later})
		default:
			if apiOfType(s.u.p.servers, params.At(i).Type()) != nil {
				unify(server, n) // it is the argument itself, see [site.startArgument]
			} else {
				s.call(&pending{fn: n, method: anyMethod, mode: later})
			}
		}
		if a.ctx && o.with == nil && endsWithSignal(params.At(i).Type()) {
			o.with = n // temporal's Run: a channel
		}
		if a.grace != "" && n.has(a.grace) != nil {
			o.with = n.has(a.grace)
			s.u.escape(server)
		}
	}
	for i, n := range s.results { // a subscription is stopped with its connection, and the other way round
		if apiOfType(s.u.p.servers, s.fn.Signature().Results().At(i).Type()) != nil {
			unify(n, server)
		}
	}
	if a.lends {
		s.u.escape(server)
	}
	o.optional = s.u.p.sharp && s.needsAddress(addressOf(server))
	s.emit(o)
}

// needsAddress reports whether the call is made only when a text, the address, is not empty.
func (s *site) needsAddress(addr *node) bool {
	if s.instr == nil || addr == nil {
		return false
	}
	for _, block := range s.instr.Parent().Blocks {
		branch, ok := block.Instrs[len(block.Instrs)-1].(*ssa.If)
		if !ok || !block.Dominates(s.instr.Block()) {
			continue
		}
		if cond, ok := branch.Cond.(*ssa.BinOp); ok && isString(cond.X.Type()) && s.u.value(cond.X) == addr {
			if text, ok := constString(cond.Y); ok && text == "" {
				return true
			}
		}
	}
	return false
}

// isTrue reports whether the argument of a call is the constant true.
func (s *site) isTrue(index int) bool {
	if s.instr == nil {
		return false
	}
	args := s.instr.Common().Args
	c, ok := args[len(args)-s.fn.Signature().Params().Len()+index].(*ssa.Const)
	return ok && c.Value != nil && constant.BoolVal(c.Value)
}

// takesReply reports whether the loop over what a call returns ends once something has come: it is a client that waits for
// an answer, and no worker.
func (s *site) takesReply() bool {
	call, ok := s.instr.(*ssa.Call)
	if !ok {
		return false
	}
	messages := resultAt(call, 0)
	if messages == nil {
		return false
	}
	for _, ref := range *messages.Referrers() {
		receive, ok := ref.(*ssa.UnOp)
		if !ok || receive.Op != token.ARROW || !receive.CommaOk {
			continue
		}
		for _, ref := range *receive.Referrers() {
			got, ok := ref.(*ssa.Extract)
			if !ok || got.Index != 1 {
				continue
			}
			for _, ref := range *got.Referrers() {
				if branch, ok := ref.(*ssa.If); ok && returnsAvoiding(branch.Block().Succs[0].Instrs[0], receive) {
					return true
				}
			}
		}
	}
	return false
}

// returnsAvoiding reports whether the function can return after from without coming by another instruction.
func returnsAvoiding(from, other ssa.Instruction) bool {
	for instr := range instrs(from.Parent()) {
		if r, ok := instr.(*ssa.Return); ok && r.Block() != from.Parent().Recover && reachesAvoiding(from, r, []ssa.Instruction{other}) {
			return true
		}
	}
	return false
}

// listenerField is the field of a server that holds its listener.
const listenerField = "listener"

// contextArgument returns the context that the call is given, or nil.
func (s *site) contextArgument() *node {
	params := s.fn.Signature().Params()
	for i, n := range s.args() {
		if i < params.Len() && isContext(params.At(i).Type()) {
			return n
		}
	}
	return nil
}

// limit returns the context that limits a stop; one is made up for a duration.
func (s *site) limit() *node {
	params := s.fn.Signature().Params()
	for i, n := range s.args() {
		if i < params.Len() && params.At(i).Type().String() == "time.Duration" {
			limited := &node{}
			unify(limited.field(timeoutField), n)
			return limited
		}
	}
	return s.contextArgument()
}

// service notes the registration of a gRPC service.
func (s *site) service() bool {
	if s.fn.Pkg() == nil {
		return false
	}
	if registersService(s.fn) {
		if sum, _ := s.u.p.summaryOf(s.fn); sum != nil && slices.ContainsFunc(sum.Ops, func(o opSummary) bool { return o.Kind == opService }) {
			sum.instantiate(s) // it says which service
			return true
		}
	}
	side := slices.ContainsFunc(sideServices, func(path string) bool { return isBelow(s.fn.Pkg().Path(), path) })
	if !side && !registersService(s.fn) {
		if s.fn.Name() == "RegisterService" && s.recvType != nil && takesGRPC(s.recvType) {
			o := s.do(opService, s.params[0])
			o.method, o.with = describedService, s.args()[0]
			if types.IsInterface(s.recvType) { // what implements it is told of no service, which may have hundreds of methods
				s.call(&pending{fn: s.params[0], method: s.fn.Name()})
				s.call(&pending{fn: s.args()[1], method: anyMethod, mode: later})
				return true
			}
		}
		return false
	}
	for i, n := range s.args() {
		if i >= s.fn.Signature().Params().Len() {
			break
		}
		if t := s.fn.Signature().Params().At(i).Type(); types.IsInterface(t) || apiOfType(s.u.p.servers, t) != nil {
			o := s.do(opService, n)
			o.method = serviceKind(s.fn, side)
			for j, other := range s.args() {
				if j != i { // what is registered may call what it likes, but not the server
					o.with = other
					s.call(&pending{fn: other, method: anyMethod, mode: later})
				}
			}
			break
		}
	}
	return true
}

// setServingStatus tells clients that a service goes, unless the status is known to be another than NOT_SERVING.
func (s *site) setServingStatus() {
	if status := s.args()[1].find().consts; len(status) != 1 || status[0] == "2" {
		s.do(opNotServing, s.params[0])
	}
}

// ofFlag joins a flag's variable with its default value.
func (s *site) ofFlag() bool {
	if s.fn.Pkg() == nil || !slices.Contains([]string{"flag", "github.com/spf13/pflag"}, s.fn.Pkg().Path()) {
		return false
	}
	for _, kind := range []string{"Duration", "String", "Int"} {
		suffix, ok := strings.CutPrefix(s.fn.Name(), kind)
		defaults, known := map[string]int{"": 1, "P": 2, "Var": 2, "VarP": 3}[suffix]
		if !ok || !known || defaults >= len(s.args()) {
			continue
		}
		variable := s.args()[0]
		if !strings.HasPrefix(suffix, "Var") {
			variable = s.results[0]
		}
		unify(variable, s.args()[defaults])
		if kind == "String" {
			variable.override()
		}
		return true
	}
	return false
}
