package lifecycle

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// An api is how the servers of one type are started and stopped. What is known of libraries stands here, and in no
// fact: drivers differ in the packages that they make facts for.
type api struct {
	pkg, typ string   // import path and type name; no type: the package's functions
	start    []string // blocks while it serves
	stop     []string // lets open requests finish; none: the type has no graceful stop
	abort    []string // cuts open requests
	instead  string   // for what has no graceful stop: what to start instead
}

// servers: net/http 1.26.8, grpc v1.85.0, gin v1.12.0, echo v4.16.0, fiber v2.52.15, fasthttp v1.78.0, each as its
// source has it.
var servers = []api{
	{pkg: "net/http", start: httpStarts, instead: "start an http.Server of your own and call its Shutdown"},
	{pkg: "net/http", typ: "Server", start: httpStarts, stop: []string{"Shutdown"}, abort: []string{"Close"}},
	{pkg: "google.golang.org/grpc", typ: "Server", start: []string{"Serve"}, stop: []string{"GracefulStop"}, abort: []string{"Stop"}},
	{pkg: "github.com/gin-gonic/gin", typ: "Engine", start: []string{"Run", "RunTLS", "RunUnix", "RunFd", "RunQUIC", "RunListener"}, instead: "make the engine the Handler of an http.Server and call that one's Shutdown"},
	{pkg: "github.com/labstack/echo/v4", typ: "Echo", start: []string{"Start", "StartTLS", "StartAutoTLS", "StartServer", "StartH2CServer"}, stop: []string{"Shutdown"}, abort: []string{"Close"}},
	{pkg: "github.com/gofiber/fiber/v2", typ: "App", start: []string{"Listen", "Listener", "ListenTLS", "ListenTLSWithCertificate", "ListenMutualTLS", "ListenMutualTLSWithCertificate"}, stop: []string{"Shutdown", "ShutdownWithTimeout", "ShutdownWithContext"}},
	{pkg: "github.com/valyala/fasthttp", start: fasthttpStarts, instead: "start a fasthttp.Server of your own and call its ShutdownWithContext"},
	{pkg: "github.com/valyala/fasthttp", typ: "Server", start: fasthttpStarts, stop: []string{"Shutdown", "ShutdownWithContext"}},
}

var (
	httpStarts     = []string{"ListenAndServe", "ListenAndServeTLS", "Serve", "ServeTLS"}
	fasthttpStarts = []string{"ListenAndServe", "ListenAndServeTLS", "ListenAndServeTLSEmbed", "ListenAndServeUNIX", "Serve", "ServeTLS", "ServeTLSEmbed"}
)

// flushers hold work until they are shut down within the time that a context leaves.
var flushers = []api{
	{pkg: "go.opentelemetry.io/otel/sdk/trace", typ: "TracerProvider", stop: []string{"Shutdown", "ForceFlush"}},
	{pkg: "go.opentelemetry.io/otel/sdk/metric", typ: "MeterProvider", stop: []string{"Shutdown", "ForceFlush"}},
	{pkg: "go.opentelemetry.io/otel/sdk/log", typ: "LoggerProvider", stop: []string{"Shutdown", "ForceFlush"}},
}

// registersService reports whether fn has the form that protoc-gen-go gave, up to 2020, to the function that registers
// a service: it takes the server itself, and does nothing else with it.
func registersService(fn *types.Func) bool {
	params := fn.Signature().Params()
	return strings.HasPrefix(fn.Name(), "Register") && strings.HasSuffix(fn.Name(), "Server") &&
		params.Len() == 2 && params.At(0).Type().String() == "*google.golang.org/grpc.Server" && types.IsInterface(params.At(1).Type())
}

// metricsHandlers are packages whose functions make handlers that serve metrics alone.
var metricsHandlers = []string{
	"github.com/prometheus/client_golang/prometheus/promhttp",
	"github.com/docker/go-metrics",
	"expvar",
}

// hosts start the program's code and decide its end themselves: a main package that imports one is no server that
// Kubernetes stops.
var hosts = []string{
	"github.com/aws/aws-lambda-go/lambda",
	"golang.org/x/sys/windows/svc",
}

// apiOf returns the rows for the type, or for a package's functions when typ is empty.
func apiOf(rows []api, pkg, typ string) *api {
	for i := range rows {
		if rows[i].pkg == pkg && rows[i].typ == typ {
			return &rows[i]
		}
	}
	return nil
}

// apiOfType returns the row for a type, or for what it points to.
func apiOfType(rows []api, t types.Type) *api {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil {
		return apiOf(rows, named.Obj().Pkg().Path(), named.Obj().Name())
	}
	return nil
}

// apiOfFunc returns the row that fn, a function or a method, belongs to.
func apiOfFunc(rows []api, fn *types.Func) *api {
	if recv := fn.Signature().Recv(); recv != nil {
		return apiOfType(rows, recv.Type())
	}
	if fn.Pkg() == nil {
		return nil
	}
	return apiOf(rows, fn.Pkg().Path(), "")
}

// stopsSomething reports whether a method of this name stops a server of some row: what a value of unknown type may
// be asked to do.
func stopsSomething(method string) bool {
	return slices.ContainsFunc(servers, func(a api) bool {
		return slices.Contains(a.stop, method) || slices.Contains(a.abort, method)
	})
}

// callsTable reports whether the package names a function or a method of the table at all: SSA is built only then.
func callsTable(pass *analysis.Pass) bool {
	for _, obj := range pass.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok && (apiOfFunc(servers, fn) != nil || apiOfFunc(flushers, fn) != nil) {
			return true
		}
	}
	return false
}
