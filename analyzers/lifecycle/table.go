package lifecycle

import (
	"go/types"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// An api is how the servers, or the workers, of one type are started and stopped. What is known of libraries stands
// here, and in no fact: drivers differ in the packages that they make facts for.
//
// To teach gracelint a library, add a line to servers, under the version whose source was read. Methods are named as the
// type that declares them has them, an embedded one included: Shutdown of a hertz server is a method of route.Engine. A
// server in a server is one with it where both have a line.
type api struct {
	pkg, typ string   // import path and type name (an interface too); no type: the package's functions
	start    []string // blocks while it serves
	begin    []string // returns at once, and serves in goroutines of the library
	loop     []string // takes one message, or one batch: a worker when it is called in a loop
	owns     []string // of start: catches SIGTERM itself, and stops then
	stop     []string // lets open requests finish; none: the type has no graceful stop
	async    []string // of stop: returns while the work goes on; it is done when the context that it returns is, or as awaits tell
	awaits   []string // options, methods and fields of the package that tell when async is done
	part     bool     // of something bigger: the program may well go on when it is stopped
	abort    []string // cuts open requests
	sentinel string   // what start returns as soon as, or when, a stop was asked for: path.Var, or "nil"; empty: it depends, or start returns nothing
	waits    bool     // start returns only when the stop is done
	ctx      bool     // it stops when the context, or the channel, that start is given ends
	worker   bool     // works on jobs or messages
	of       string   // of functions: the type, as path.Type, of the argument that is the server, whose own line says how it stops
	handles  []string // methods that start the http.Server which they are given first, as its handler: none of stop stops that one
	lossy    int      // of begin: 1 + the index of the argument that is true when what is cut is lost; where it may not be, it comes again, and begin starts nothing
	lends    bool     // start hands what stops it to what it is given, so that nobody knows who does
	grace    string   // of an argument of start: the field whose context stops it, where set
	logs     bool     // of a flusher: what it holds is a log
	own      bool     // of the user, see [apis]
	instead  string   // for what has no graceful stop: what to start instead
}

// servers holds what was read in each library's own source, at the version named.
var servers = []api{
	// net/http 1.26.8
	{pkg: "net/http", start: httpStarts, instead: "start an http.Server of your own and call its Shutdown"},
	{pkg: "net/http", typ: "Server", start: httpStarts, stop: shutdown, abort: closes, sentinel: "net/http.ErrServerClosed"},
	// exporter-toolkit v0.17.1
	{pkg: "github.com/prometheus/exporter-toolkit/web", start: []string{"ListenAndServe", "Listen", "Serve", "ServeMultiple"}, of: "net/http.Server"},
	// grpc v1.85.0: Serve waits for the stop that has begun, and GracefulStop for the last stream
	{pkg: "google.golang.org/grpc", typ: "Server", start: serve, stop: []string{"GracefulStop"}, abort: stops, waits: true, sentinel: "nil"},
	{pkg: "google.golang.org/grpc/xds", typ: "GRPCServer", start: serve, stop: []string{"GracefulStop"}, abort: stops, waits: true, sentinel: "nil"},
	// gin v1.12.0
	{pkg: "github.com/gin-gonic/gin", typ: "Engine", start: []string{"Run", "RunTLS", "RunUnix", "RunFd", "RunQUIC", "RunListener"}, instead: "make the engine the Handler of an http.Server and call that one's Shutdown"},
	// echo v4.16.0, v5.4.4
	{pkg: "github.com/labstack/echo/v4", typ: "Echo", start: []string{"Start", "StartTLS", "StartAutoTLS", "StartH2CServer"}, handles: []string{"StartServer"}, stop: shutdown, abort: closes, sentinel: "net/http.ErrServerClosed"},
	{pkg: "github.com/labstack/echo/v5", typ: "Echo", start: []string{"Start"}, owns: []string{"Start"}, waits: true, sentinel: "nil"},
	{pkg: "github.com/labstack/echo/v5", typ: "StartConfig", start: []string{"Start", "StartTLS"}, ctx: true, waits: true, sentinel: "nil"},
	// fiber v2.52.15, v3.1.0
	{pkg: "github.com/gofiber/fiber/v2", typ: "App", start: []string{"Listen", "Listener", "ListenTLS", "ListenTLSWithCertificate", "ListenMutualTLS", "ListenMutualTLSWithCertificate"}, stop: fiberStops, sentinel: "nil"},
	{pkg: "github.com/gofiber/fiber/v3", typ: "App", start: []string{"Listen", "Listener"}, stop: fiberStops, grace: "GracefulContext", sentinel: "nil"},
	// fasthttp v1.78.0
	{pkg: "github.com/valyala/fasthttp", start: fasthttpStarts, instead: "start a fasthttp.Server of your own and call its ShutdownWithContext"},
	{pkg: "github.com/valyala/fasthttp", typ: "Server", start: fasthttpStarts, stop: []string{"Shutdown", "ShutdownWithContext"}, sentinel: "nil"},
	// http3 v0.65.0
	{pkg: "github.com/quic-go/quic-go/http3", start: []string{"ListenAndServeQUIC", "ListenAndServeTLS"}, instead: "start an http3.Server of your own and call its Shutdown"},
	{pkg: "github.com/quic-go/quic-go/http3", typ: "Server", start: []string{"ListenAndServe", "ListenAndServeTLS", "Serve", "ServeListener"}, stop: shutdown, abort: closes, sentinel: "net/http.ErrServerClosed"},
	// dns v1.1.73: the start closes what the stop waits for
	{pkg: "github.com/miekg/dns", start: []string{"ListenAndServe", "ListenAndServeTLS", "ActivateAndServe"}, instead: "start a dns.Server of your own and call its ShutdownContext"},
	{pkg: "github.com/miekg/dns", typ: "Server", start: []string{"ListenAndServe", "ActivateAndServe"}, stop: []string{"Shutdown", "ShutdownContext"}, waits: true, sentinel: "nil"},
	// go-smtp v0.25.1, ssh v0.3.8
	{pkg: "github.com/emersion/go-smtp", typ: "Server", start: []string{"ListenAndServe", "ListenAndServeTLS", "Serve"}, stop: shutdown, abort: closes, sentinel: "nil"},
	{pkg: "github.com/gliderlabs/ssh", start: []string{"ListenAndServe", "Serve"}, instead: "start an ssh.Server of your own and call its Shutdown"},
	{pkg: "github.com/gliderlabs/ssh", typ: "Server", start: []string{"ListenAndServe", "Serve"}, stop: shutdown, abort: closes, sentinel: "github.com/gliderlabs/ssh.ErrServerClosed"},
	// hertz v0.10.4 (before v0.9.6 SIGTERM cut open requests): Run is the engine's
	{pkg: "github.com/cloudwego/hertz/pkg/app/server", typ: "Hertz", start: []string{"Spin"}, owns: []string{"Spin"}, waits: true},
	{pkg: "github.com/cloudwego/hertz/pkg/route", typ: "Engine", start: []string{"Run"}, stop: shutdown, abort: closes, sentinel: "nil"},
	// kitex of its commit 0031c31: Run catches SIGINT, SIGHUP and SIGTERM, unless it is given something else to wait for
	{pkg: "github.com/cloudwego/kitex/server", typ: "Server", start: []string{"Run"}, owns: []string{"Run"}, stop: stops, waits: true, sentinel: "nil"},
	// kratos v2.8.3: the servers that it is given stop with it, or by themselves
	{pkg: "github.com/go-kratos/kratos/v2", typ: "App", start: []string{"Run"}, owns: []string{"Run"}, stop: stops, waits: true, sentinel: "nil"},
	{pkg: "github.com/go-kratos/kratos/v2/transport/http", typ: "Server", start: []string{"Start"}, stop: stops, sentinel: "nil"},
	{pkg: "github.com/go-kratos/kratos/v2/transport/grpc", typ: "Server", start: []string{"Start"}, stop: stops, waits: true, sentinel: "nil"},
	// go-zero v1.10.3: the package proc stops the servers; their own Stop closes the log only
	{pkg: "github.com/zeromicro/go-zero/rest", typ: "Server", start: []string{"Start", "StartWithOpts"}, owns: []string{"Start", "StartWithOpts"}, waits: true},
	{pkg: "github.com/zeromicro/go-zero/zrpc", typ: "RpcServer", start: []string{"Start"}, owns: []string{"Start"}, waits: true},
	{pkg: "github.com/zeromicro/go-zero/core/service", typ: "ServiceGroup", start: []string{"Start"}, owns: []string{"Start"}, stop: stops, waits: true},
	// iris v12.2.11: nil where its own handler stopped it, else http.ErrServerClosed, unless that is ignored
	{pkg: "github.com/kataras/iris/v12", typ: "Application", start: []string{"Run", "Listen"}, owns: []string{"Run", "Listen"}, stop: shutdown},
	// beego v2 of its commit 005b8b5, whose Run catches signals as soon as Graceful is set, which conf/app.conf may do, and
	// which serves by web.BeeApp.Server else; buffalo of its commit 002824e
	{pkg: "github.com/beego/beego/v2/server/web", start: beegoStarts, owns: beegoStarts, waits: true},
	{pkg: "github.com/beego/beego/v2/server/web/grace", start: []string{"ListenAndServe", "ListenAndServeTLS"}, owns: []string{"ListenAndServe", "ListenAndServeTLS"}, waits: true, sentinel: "nil"},
	{pkg: "github.com/gobuffalo/buffalo", typ: "App", start: []string{"Serve"}, owns: []string{"Serve"}, stop: stops, waits: true, sentinel: "nil"},
	// fx v1.24.0
	{pkg: "go.uber.org/fx", typ: "App", start: []string{"Run"}, owns: []string{"Run"}, waits: true},
	// controller-runtime v0.25.2, apiserver v0.37.2
	{pkg: "sigs.k8s.io/controller-runtime/pkg/manager", typ: "Manager", start: []string{"Start"}, ctx: true, waits: true, worker: true, sentinel: "nil"},
	{pkg: "k8s.io/apiserver/pkg/server", typ: "preparedGenericAPIServer", start: []string{"Run", "RunWithContext"}, ctx: true, waits: true, sentinel: "nil"},
	// kardianos/service v1.2.4: returns what the program's own Stop does
	{pkg: "github.com/kardianos/service", typ: "Service", start: []string{"Run"}, owns: []string{"Run"}, waits: true},
	// ory/graceful v0.1.3, tylerb/graceful v1.2.15
	{pkg: "github.com/ory/graceful", start: []string{"Graceful"}, owns: []string{"Graceful"}, waits: true, sentinel: "nil"},
	{pkg: "gopkg.in/tylerb/graceful.v1", start: gracefulStarts, owns: gracefulStarts, waits: true, sentinel: "nil"},
	{pkg: "gopkg.in/tylerb/graceful.v1", typ: "Server", start: gracefulMethods, owns: gracefulMethods, stop: stops, waits: true, sentinel: "nil"},
	// gnet v2.9.7: OnBoot of the handler is given the engine, and each handler may stop it
	{pkg: "github.com/panjf2000/gnet/v2", start: []string{"Run", "Rotate"}, stop: stops, lends: true, waits: true, sentinel: "nil"},
	// thrift v0.22.0
	{pkg: "github.com/apache/thrift/lib/go/thrift", typ: "TSimpleServer", start: []string{"Serve", "AcceptLoop"}, stop: stops, waits: true, sentinel: "nil"},

	// Workers.
	// asynq v0.26.0: Run ends with the signal only
	{pkg: "github.com/hibiken/asynq", typ: "Server", start: []string{"Run"}, begin: []string{"Start"}, owns: []string{"Run"}, stop: shutdown, waits: true, worker: true, sentinel: "nil"},
	{pkg: "github.com/hibiken/asynq", typ: "Scheduler", start: []string{"Run"}, begin: []string{"Start"}, owns: []string{"Run"}, stop: shutdown, waits: true, worker: true, sentinel: "nil"},
	{pkg: "github.com/hibiken/asynq", typ: "PeriodicTaskManager", start: []string{"Run"}, begin: []string{"Start"}, owns: []string{"Run"}, stop: shutdown, waits: true, worker: true, sentinel: "nil"},
	// machinery of its commit 24fa353
	{pkg: "github.com/RichardKnop/machinery/v1", typ: "Worker", start: []string{"Launch"}, begin: []string{"LaunchAsync"}, owns: launches, stop: []string{"Quit"}, waits: true, worker: true},
	{pkg: "github.com/RichardKnop/machinery/v2", typ: "Worker", start: []string{"Launch"}, begin: []string{"LaunchAsync"}, owns: launches, stop: []string{"Quit"}, waits: true, worker: true},
	// river v0.51.2: the end of the context cuts the jobs, as StopAndCancel does
	{pkg: "github.com/riverqueue/river", typ: "Client", begin: []string{"Start"}, stop: []string{"Stop"}, abort: []string{"StopAndCancel"}, ctx: true, worker: true},
	// temporal v1.51.0: Run is given a channel
	{pkg: "go.temporal.io/sdk/worker", typ: "Worker", start: []string{"Run"}, begin: []string{"Start"}, stop: stops, ctx: true, waits: true, worker: true, sentinel: "nil"},
	// watermill v1.5.1
	{pkg: "github.com/ThreeDotsLabs/watermill/message", typ: "Router", start: []string{"Run"}, stop: closes, ctx: true, waits: true, worker: true, sentinel: "nil"},
	// sarama v1.61.1, v1.38.1 under its old path; franz-go v1.22.3, kafka-go v0.4.51, confluent-kafka-go v2.11.1
	{pkg: "github.com/IBM/sarama", typ: "ConsumerGroup", loop: []string{"Consume"}, stop: closes, ctx: true, worker: true},
	{pkg: "github.com/Shopify/sarama", typ: "ConsumerGroup", loop: []string{"Consume"}, stop: closes, ctx: true, worker: true},
	{pkg: "github.com/twmb/franz-go/pkg/kgo", typ: "Client", loop: []string{"PollFetches", "PollRecords"}, stop: []string{"Close", "CloseAllowingRebalance"}, ctx: true, worker: true},
	{pkg: "github.com/segmentio/kafka-go", typ: "Reader", loop: []string{"ReadMessage", "FetchMessage"}, stop: closes, ctx: true, worker: true},
	{pkg: "github.com/confluentinc/confluent-kafka-go/v2/kafka", typ: "Consumer", loop: []string{"Poll", "ReadMessage"}, stop: closes, worker: true},
	// pulsar v0.16.0
	{pkg: "github.com/apache/pulsar-client-go/pulsar", typ: "Consumer", loop: []string{"Receive"}, stop: closes, ctx: true, worker: true},
	// nsq v1.1.0: StopChan is closed when the stop is done
	{pkg: "github.com/nsqio/go-nsq", typ: "Consumer", begin: []string{"ConnectToNSQD", "ConnectToNSQDs", "ConnectToNSQLookupd", "ConnectToNSQLookupds"}, stop: stops, async: stops, awaits: []string{"StopChan"}, worker: true},
	// pubsub v1.50.1, v2.9.0
	{pkg: "cloud.google.com/go/pubsub", typ: "Subscription", start: []string{"Receive"}, ctx: true, waits: true, worker: true, sentinel: "nil"},
	{pkg: "cloud.google.com/go/pubsub/v2", typ: "Subscriber", start: []string{"Receive"}, ctx: true, waits: true, worker: true, sentinel: "nil"},
	// cron v1.2.0, whose Stop cannot be waited for, v3.0.1, whose Stop returns what tells
	{pkg: "github.com/robfig/cron", typ: "Cron", start: []string{"Run"}, begin: []string{"Start"}, stop: stops, worker: true},
	{pkg: "github.com/robfig/cron/v3", typ: "Cron", start: []string{"Run"}, begin: []string{"Start"}, stop: stops, async: stops, worker: true},
	// gocron v1.37.0, v2.21.2
	{pkg: "github.com/go-co-op/gocron", typ: "Scheduler", start: []string{"StartBlocking"}, begin: []string{"StartAsync"}, stop: stops, waits: true, worker: true},
	{pkg: "github.com/go-co-op/gocron/v2", typ: "Scheduler", begin: []string{"Start"}, stop: []string{"Shutdown", "ShutdownWithContext", "StopJobs", "StopJobsWithContext"}, worker: true},
	// nats v1.55.0: a subscription serves in goroutines of the library
	{pkg: "github.com/nats-io/nats.go", typ: "Conn", stop: []string{"Drain"}, async: []string{"Drain"}, awaits: natsEnds, worker: true},
	{pkg: "github.com/nats-io/nats.go", typ: "Subscription", stop: []string{"Drain"}, async: []string{"Drain"}, worker: true},
	{pkg: "github.com/nats-io/nats.go/jetstream", typ: "ConsumeContext", stop: []string{"Drain"}, async: []string{"Drain"}, awaits: []string{"Closed"}, part: true, worker: true},
	// stan v0.10.4: a client that has not said that it goes is given messages until the server misses its heartbeats
	{pkg: "github.com/nats-io/stan.go", typ: "Conn", begin: []string{"Subscribe", "QueueSubscribe"}, stop: closes, worker: true},
	{pkg: "github.com/nats-io/stan.go", typ: "Subscription", stop: []string{"Close", "Unsubscribe"}, worker: true},
	// amqp v1.1.0, amqp091 v1.16.0: Cancel lets the deliveries that have come be taken, Close drops them. A connection is one
	// with its channels, of which those for publishing are closed all the time
	{pkg: "github.com/streadway/amqp", typ: "Connection", abort: closes, worker: true},
	{pkg: "github.com/streadway/amqp", typ: "Channel", begin: []string{"Consume"}, stop: []string{"Cancel"}, lossy: 3, worker: true},
	{pkg: "github.com/rabbitmq/amqp091-go", typ: "Connection", abort: []string{"Close", "CloseDeadline"}, worker: true},
	{pkg: "github.com/rabbitmq/amqp091-go", typ: "Channel", begin: []string{"Consume"}, stop: []string{"Cancel"}, lossy: 3, worker: true},
}

var (
	httpStarts      = []string{"ListenAndServe", "ListenAndServeTLS", "Serve", "ServeTLS"}
	fasthttpStarts  = []string{"ListenAndServe", "ListenAndServeTLS", "ListenAndServeTLSEmbed", "ListenAndServeUNIX", "Serve", "ServeTLS", "ServeTLSEmbed"}
	gracefulStarts  = []string{"Run", "RunWithErr", "ListenAndServe", "ListenAndServeTLS", "Serve"}
	beegoStarts     = []string{"Run", "RunWithMiddleWares"}
	gracefulMethods = []string{"ListenAndServe", "ListenAndServeTLS", "ListenAndServeTLSConfig", "Serve"}
	fiberStops      = []string{"Shutdown", "ShutdownWithTimeout", "ShutdownWithContext"}
	natsEnds        = []string{"ClosedHandler", "SetClosedHandler", "ClosedCB", "IsClosed", "IsDraining", "Status", "StatusChanged"}
	shutdown        = []string{"Shutdown"}
	serve           = []string{"Serve"}
	stops           = []string{"Stop"}
	closes          = []string{"Close"}
	launches        = []string{"Launch", "LaunchAsync"}
)

// catchers are functions of libraries that register for SIGINT and SIGTERM on their caller's behalf: by full name, or
// path.Name for a variable that holds one. A context or a channel that one returns ends with the signal; functions that
// one is given are called then. Under a driver that makes facts of dependencies, those say the same.
var catchers = []string{
	// controller-runtime v0.25.2
	"sigs.k8s.io/controller-runtime.SetupSignalHandler",
	"sigs.k8s.io/controller-runtime/pkg/manager/signals.SetupSignalHandler",
	// apiserver v0.37.2, knative.dev/pkg 2023-06-12
	"k8s.io/apiserver/pkg/server.SetupSignalContext",
	"k8s.io/apiserver/pkg/server.SetupSignalHandler",
	"knative.dev/pkg/signals.NewContext",
	"knative.dev/pkg/signals.SetupSignalHandler",
	// fx v1.24.0
	"(*go.uber.org/fx.App).Done",
	"(*go.uber.org/fx.App).Wait",
	// temporal v1.51.0, watermill v1.5.1
	"go.temporal.io/sdk/worker.InterruptCh",
	"github.com/ThreeDotsLabs/watermill/message/router/plugin.SignalsHandler",
	// iris v12.2.11
	"github.com/kataras/iris/v12.RegisterOnInterrupt",
	"github.com/kataras/iris/v12/core/host.RegisterOnInterrupt",
	// go-zero v1.10.3: the package catches them as it is initialized
	"github.com/zeromicro/go-zero/core/proc.AddShutdownListener",
	"github.com/zeromicro/go-zero/core/proc.AddWrapUpListener",
	"github.com/zeromicro/go-zero/core/proc.Done",
}

// flushers hold work until they are shut down, within the time that a context leaves if they take one.
var flushers = []api{
	// otel v1.47.0
	{pkg: "go.opentelemetry.io/otel/sdk/trace", typ: "TracerProvider", stop: []string{"Shutdown", "ForceFlush"}},
	{pkg: "go.opentelemetry.io/otel/sdk/metric", typ: "MeterProvider", stop: []string{"Shutdown", "ForceFlush"}},
	{pkg: "go.opentelemetry.io/otel/sdk/log", typ: "LoggerProvider", stop: []string{"Shutdown", "ForceFlush"}},
	// the versions of servers
	{pkg: "cloud.google.com/go/pubsub", typ: "Topic", stop: []string{"Stop", "Flush"}},
	{pkg: "cloud.google.com/go/pubsub/v2", typ: "Publisher", stop: []string{"Stop", "Flush"}},
	{pkg: "github.com/IBM/sarama", typ: "AsyncProducer", stop: []string{"Close", "AsyncClose"}, async: []string{"AsyncClose"}},
	{pkg: "github.com/Shopify/sarama", typ: "AsyncProducer", stop: []string{"Close", "AsyncClose"}, async: []string{"AsyncClose"}},
	{pkg: "github.com/segmentio/kafka-go", typ: "Writer", stop: closes},
	{pkg: "github.com/twmb/franz-go/pkg/kgo", typ: "Client", stop: []string{"Flush"}},
	{pkg: "github.com/confluentinc/confluent-kafka-go/v2/kafka", typ: "Producer", stop: []string{"Flush"}},
	{pkg: "github.com/apache/pulsar-client-go/pulsar", typ: "Producer", stop: []string{"Flush", "FlushWithCtx", "Close"}},
	// analytics-go v3.0.0
	{pkg: "github.com/segmentio/analytics-go/v3", typ: "Client", stop: closes},
	// sentry v0.46.2
	{pkg: "github.com/getsentry/sentry-go", stop: []string{"Flush", "FlushWithContext"}},
	{pkg: "github.com/getsentry/sentry-go", typ: "Hub", stop: []string{"Flush", "FlushWithContext"}},
	{pkg: "github.com/getsentry/sentry-go", typ: "Client", stop: []string{"Flush", "FlushWithContext"}},
	// influxdb v2.14.0, newrelic v3.45.0, dd-trace-go v1.74.8, v2.12.0
	{pkg: "github.com/influxdata/influxdb-client-go/v2", typ: "Client", stop: closes},
	{pkg: "github.com/influxdata/influxdb-client-go/v2/api", typ: "WriteAPI", stop: []string{"Flush"}},
	{pkg: "github.com/newrelic/go-agent/v3/newrelic", typ: "Application", stop: shutdown},
	{pkg: "gopkg.in/DataDog/dd-trace-go.v1/ddtrace/tracer", stop: []string{"Stop", "Flush"}},
	{pkg: "github.com/DataDog/dd-trace-go/v2/ddtrace/tracer", stop: []string{"Stop", "Flush"}},
	// the standard library 1.26.8, zap v1.28.0, klog v1.0.0, v2.140.0, glog v1.2.5
	{pkg: "bufio", typ: "Writer", stop: []string{"Flush"}},
	{pkg: "compress/gzip", typ: "Writer", stop: []string{"Close", "Flush"}},
	{pkg: "go.uber.org/zap", typ: "Logger", stop: []string{"Sync"}, logs: true},
	{pkg: "go.uber.org/zap", typ: "SugaredLogger", stop: []string{"Sync"}, logs: true},
	{pkg: "k8s.io/klog", stop: []string{"Flush"}, logs: true},
	{pkg: "k8s.io/klog/v2", stop: []string{"Flush"}, logs: true},
	{pkg: "github.com/golang/glog", stop: []string{"Flush"}, logs: true},
}

// resources are what requests need: once closed, they fail.
var resources = []api{
	// database/sql 1.26.8 (Close of sqlx v1.4.0 is its own), bun v1.3.0, pgx v4.18.3, v5.12.0
	{pkg: "database/sql", typ: "DB", stop: closes},
	{pkg: "github.com/jmoiron/sqlx", typ: "DB", stop: closes},
	{pkg: "github.com/uptrace/bun", typ: "DB", stop: closes},
	{pkg: "github.com/jackc/pgx/v4", typ: "Conn", stop: closes},
	{pkg: "github.com/jackc/pgx/v4/pgxpool", typ: "Pool", stop: closes},
	{pkg: "github.com/jackc/pgx/v5", typ: "Conn", stop: closes},
	{pkg: "github.com/jackc/pgx/v5/pgxpool", typ: "Pool", stop: closes},
	// mongo v1.17.10, v2.10.0, bbolt v1.5.0, badger v4.9.6, gocql v1.7.0, clickhouse v2.51.0, neo4j v5.28.4
	{pkg: "go.mongodb.org/mongo-driver/mongo", typ: "Client", stop: []string{"Disconnect"}},
	{pkg: "go.mongodb.org/mongo-driver/v2/mongo", typ: "Client", stop: []string{"Disconnect"}},
	{pkg: "go.etcd.io/bbolt", typ: "DB", stop: closes},
	{pkg: "github.com/dgraph-io/badger/v4", typ: "DB", stop: closes},
	{pkg: "github.com/gocql/gocql", typ: "Session", stop: closes},
	{pkg: "github.com/ClickHouse/clickhouse-go/v2/lib/driver", typ: "Conn", stop: closes},
	{pkg: "github.com/neo4j/neo4j-go-driver/v5/neo4j", typ: "DriverWithContext", stop: closes},
	// redis v8.11.5, v9.23.0 (Close of Client is that of what it embeds), rueidis v1.0.79, redigo v1.9.3
	{pkg: "github.com/redis/go-redis/v9", typ: "Client", stop: closes},
	{pkg: "github.com/redis/go-redis/v9", typ: "baseClient", stop: closes},
	{pkg: "github.com/redis/go-redis/v9", typ: "ClusterClient", stop: closes},
	{pkg: "github.com/redis/go-redis/v9", typ: "Ring", stop: closes},
	{pkg: "github.com/redis/go-redis/v9", typ: "UniversalClient", stop: closes},
	{pkg: "github.com/go-redis/redis/v8", typ: "Client", stop: closes},
	{pkg: "github.com/go-redis/redis/v8", typ: "baseClient", stop: closes},
	{pkg: "github.com/go-redis/redis/v8", typ: "ClusterClient", stop: closes},
	{pkg: "github.com/go-redis/redis/v8", typ: "Ring", stop: closes},
	{pkg: "github.com/go-redis/redis/v8", typ: "UniversalClient", stop: closes},
	{pkg: "github.com/redis/rueidis", typ: "Client", stop: closes},
	{pkg: "github.com/gomodule/redigo/redis", typ: "Pool", stop: closes},
	// amqp091 v1.16.0, amqp v1.1.0, and the versions of servers
	{pkg: "github.com/rabbitmq/amqp091-go", typ: "Connection", stop: []string{"Close", "CloseDeadline"}},
	{pkg: "github.com/rabbitmq/amqp091-go", typ: "Channel", stop: closes},
	{pkg: "github.com/streadway/amqp", typ: "Connection", stop: closes},
	{pkg: "github.com/streadway/amqp", typ: "Channel", stop: closes},
	{pkg: "github.com/segmentio/kafka-go", typ: "Writer", stop: closes},
	{pkg: "github.com/IBM/sarama", typ: "SyncProducer", stop: closes},
	{pkg: "github.com/IBM/sarama", typ: "AsyncProducer", stop: closes},
	{pkg: "github.com/Shopify/sarama", typ: "SyncProducer", stop: closes},
	{pkg: "github.com/Shopify/sarama", typ: "AsyncProducer", stop: closes},
	{pkg: "github.com/nats-io/nats.go", typ: "Conn", stop: closes},
	{pkg: "google.golang.org/grpc", typ: "ClientConn", stop: closes},
}

// registries tell clients where a service is: start says that it is there, stop that it goes.
var registries = []api{
	// consul v1.33.7, nacos v2.3.2, fargo v1.4.0, kratos v2.8.3, go-kit v0.13.0
	{pkg: "github.com/hashicorp/consul/api", typ: "Agent", start: []string{"ServiceRegister", "ServiceRegisterOpts"}, stop: []string{"ServiceDeregister", "ServiceDeregisterOpts"}},
	{pkg: "github.com/nacos-group/nacos-sdk-go/v2/clients/naming_client", typ: "INamingClient", start: []string{"RegisterInstance", "BatchRegisterInstance"}, stop: []string{"DeregisterInstance"}},
	{pkg: "github.com/hudl/fargo", typ: "EurekaConnection", start: []string{"RegisterInstance"}, stop: []string{"DeregisterInstance"}},
	{pkg: "github.com/go-kratos/kratos/v2/registry", typ: "Registrar", start: []string{"Register"}, stop: []string{"Deregister"}},
	{pkg: "github.com/go-kit/kit/sd", typ: "Registrar", start: []string{"Register"}, stop: []string{"Deregister"}},
	{pkg: "github.com/go-kit/kit/sd/consul", typ: "Registrar", start: []string{"Register"}, stop: []string{"Deregister"}},
	{pkg: "github.com/go-kit/kit/sd/consul", typ: "Client", start: []string{"Register"}, stop: []string{"Deregister"}},
	{pkg: "github.com/go-kit/kit/sd/etcd", typ: "Registrar", start: []string{"Register"}, stop: []string{"Deregister"}},
	{pkg: "github.com/go-kit/kit/sd/etcdv3", typ: "Registrar", start: []string{"Register"}, stop: []string{"Deregister"}},
	{pkg: "github.com/go-kit/kit/sd/eureka", typ: "Registrar", start: []string{"Register"}, stop: []string{"Deregister"}},
	{pkg: "github.com/go-kit/kit/sd/zk", typ: "Registrar", start: []string{"Register"}, stop: []string{"Deregister"}},
}

// A caller is a function that calls functions which it is given.
type caller struct {
	fn     string // its full name
	args   []int  // which of its arguments it calls
	method string // that it calls of them; empty: they are functions
	how    how
	by     []string // methods of the same receiver that call them, with the context that they are given; none: the function itself does
	join   []string // methods of the same receiver that wait for them
}

// how a function value is called.
type how int

const (
	now       how = iota // before the function returns
	goroutine            // in a goroutine, which may be waited for
	apart                // in a goroutine, some time
)

func (c *caller) key() string { return c.fn }

// Of errgroup v0.24.0, conc v0.3.0, tomb v2.0.0-20161208, run v1.2.0, suture v4.0.6, controller-runtime v0.22.4, graceful
// v0.1.3 and the standard library 1.26.8.
var callers = []caller{
	{fn: "(*golang.org/x/sync/errgroup.Group).Go", args: []int{0}, how: goroutine, join: []string{"Wait"}},
	{fn: "(*golang.org/x/sync/errgroup.Group).TryGo", args: []int{0}, how: goroutine, join: []string{"Wait"}},
	{fn: "(*sync.WaitGroup).Go", args: []int{0}, how: goroutine, join: []string{"Wait"}},
	{fn: "(*github.com/sourcegraph/conc.WaitGroup).Go", args: []int{0}, how: goroutine, join: []string{"Wait", "WaitAndRecover"}},
	{fn: "(*github.com/sourcegraph/conc/pool.Pool).Go", args: []int{0}, how: goroutine, join: []string{"Wait"}},
	{fn: "(*github.com/sourcegraph/conc/pool.ErrorPool).Go", args: []int{0}, how: goroutine, join: []string{"Wait"}},
	{fn: "(*github.com/sourcegraph/conc/pool.ContextPool).Go", args: []int{0}, how: goroutine, join: []string{"Wait"}},
	{fn: "(*github.com/sourcegraph/conc/pool.ResultPool[T]).Go", args: []int{0}, how: goroutine, join: []string{"Wait"}},
	{fn: "(*github.com/sourcegraph/conc/pool.ResultErrorPool[T]).Go", args: []int{0}, how: goroutine, join: []string{"Wait"}},
	{fn: "(*github.com/sourcegraph/conc/pool.ResultContextPool[T]).Go", args: []int{0}, how: goroutine, join: []string{"Wait"}},
	{fn: "(*gopkg.in/tomb.v2.Tomb).Go", args: []int{0}, how: goroutine, join: []string{"Wait"}},
	{fn: "(*github.com/oklog/run.Group).Add", args: []int{0}, how: goroutine, by: []string{"Run"}, join: []string{"Run"}},
	{fn: "(*github.com/oklog/run.Group).Add", args: []int{1}, how: now, by: []string{"Run"}},
	{fn: "(*github.com/thejerf/suture/v4.Supervisor).Add", args: []int{0}, method: "Serve", how: goroutine, by: []string{"Serve", "ServeBackground"}, join: []string{"Serve"}},
	{fn: "(sigs.k8s.io/controller-runtime/pkg/manager.Manager).Add", args: []int{0}, method: "Start", how: goroutine, by: []string{"Start"}, join: []string{"Start"}},
	{fn: "(*sync.Once).Do", args: []int{0}, how: now},
	{fn: "time.AfterFunc", args: []int{1}, how: apart},
	{fn: "(*net/http.Server).RegisterOnShutdown", args: []int{0}, how: apart, by: []string{"Shutdown"}},
	{fn: "github.com/ory/graceful.Graceful", args: []int{0, 1}, how: now},
}

// Of cobra v1.10.2, cli v1.22.17, v2.27.7, v3.14.0, ffcli v3.4.0, ff v4.0.0-alpha.4, go-flags v1.6.1, kong v1.17.0, subcommands
// v1.2.0, mitchellh/cli v1.1.5, hashicorp/cli v1.1.7, kingpin v2.4.0.
var commandLines = []commandLine{
	{pkg: "github.com/spf13/cobra", types: []string{"Command"}, run: []string{"Execute", "ExecuteC", "ExecuteContext", "ExecuteContextC"}, fields: []string{
		"PersistentPreRun", "PersistentPreRunE", "PreRun", "PreRunE", "Run", "RunE", "PostRun", "PostRunE", "PersistentPostRun", "PersistentPostRunE",
	}, add: []string{"AddCommand"}, params: []string{"self"}, ctx: "Context"},
	{pkg: "github.com/urfave/cli", types: appTypes, run: []string{"Run", "RunAndExitOnError"}, fields: cliFields, lists: []string{"Commands", "Subcommands"}},
	{pkg: "github.com/urfave/cli/v2", types: appTypes, run: []string{"Run", "RunContext", "RunAndExitOnError"}, fields: cliFields, lists: []string{"Commands", "Subcommands"}, params: []string{"holder"}},
	{pkg: "github.com/urfave/cli/v3", types: []string{"Command"}, run: []string{"Run"}, fields: cliFields, lists: []string{"Commands"}, params: []string{"ctx", "self"}},
	{pkg: "github.com/peterbourgon/ff/v3/ffcli", types: []string{"Command"}, run: []string{"Run", "ParseAndRun"}, fields: []string{"Exec"}, lists: []string{"Subcommands"}, params: []string{"ctx"}},
	{pkg: "github.com/peterbourgon/ff/v4", types: []string{"Command"}, run: []string{"Run", "ParseAndRun"}, fields: []string{"Exec"}, lists: []string{"Subcommands"}, params: []string{"ctx"}},
	{pkg: "github.com/jessevdk/go-flags", types: []string{"Parser", "Command", "Group"}, run: []string{"Parse", "ParseArgs"}, keep: []string{"NewParser", "NewNamedParser", "AddCommand", "AddGroup"}, methods: []string{"Execute"}, handler: "CommandHandler", tag: "command", lists: []string{"Command", "Group"}},
	{pkg: "github.com/alecthomas/kong", types: []string{"Kong", "Context"}, run: []string{"Run"}, keep: []string{"Parse", "New", "Must"}, methods: []string{"Run"}, tag: "cmd", params: []string{"all"}},
	{pkg: "github.com/google/subcommands", types: []string{"Commander"}, run: []string{"Execute"}, keep: []string{"Register"}, methods: []string{"Execute"}, variable: "DefaultCommander", params: []string{"ctx"}},
	{pkg: "github.com/mitchellh/cli", types: []string{"CLI"}, run: []string{"Run"}, factories: "Commands", methods: []string{"Run"}},
	{pkg: "github.com/hashicorp/cli", types: []string{"CLI"}, run: []string{"Run"}, factories: "Commands", methods: []string{"Run"}},
	{pkg: "github.com/alecthomas/kingpin/v2", types: kingpinTypes, run: []string{"Parse"}, add: []string{"Command"}, keep: []string{"Action", "PreAction"}, variable: "CommandLine"},
	{pkg: "gopkg.in/alecthomas/kingpin.v2", types: kingpinTypes, run: []string{"Parse"}, add: []string{"Command"}, keep: []string{"Action", "PreAction"}, variable: "CommandLine"},
}

var (
	appTypes     = []string{"App", "Command"}
	kingpinTypes = []string{"Application", "CmdClause"}
	cliFields    = []string{"Before", "Action", "After"}
)

// sideHandlers are functions that make handlers which are there for operators alone, or redirect, by full name. Of promhttp v1.24.1,
// exporter-toolkit v0.17.1,
// go-metrics v0.1.0, health v0.8.0, health-go v5.5.4, and healthcheck.
var sideHandlers = []string{
	"expvar.Handler",
	"net/http.RedirectHandler",
	"github.com/prometheus/client_golang/prometheus/promhttp.Handler",
	"github.com/prometheus/client_golang/prometheus/promhttp.HandlerFor",
	"github.com/prometheus/client_golang/prometheus/promhttp.HandlerForTransactional",
	"github.com/prometheus/client_golang/prometheus/promhttp.InstrumentMetricHandler",
	"github.com/docker/go-metrics.Handler",
	"github.com/heptiolabs/healthcheck.NewHandler",
	"github.com/heptiolabs/healthcheck.NewMetricsHandler",
	"github.com/alexliesenfeld/health.NewHandler",
	"(*github.com/hellofresh/health-go/v5.Health).Handler",
	"github.com/prometheus/exporter-toolkit/web.NewLandingPage",
}

// routers are types whose methods say what is served at a path, besides http.ServeMux.
var routers = []string{
	"github.com/gin-gonic/gin.Engine", "github.com/gin-gonic/gin.RouterGroup", "github.com/labstack/echo/v4.Echo", "github.com/gofiber/fiber/v2.App",
	"github.com/gorilla/mux.Router", muxRoute, "github.com/go-chi/chi.Mux", "github.com/go-chi/chi.Router", "github.com/go-chi/chi/v5.Mux", "github.com/go-chi/chi/v5.Router",
	"github.com/julienschmidt/httprouter.Router",
}

// muxRoute is what a router of gorilla/mux v1.8.1 makes link by link, as in r.Methods("GET").Path("/").Handler(h).
const muxRoute = "github.com/gorilla/mux.Route"

// routes are the methods of routers that take a path and handlers, in upper case.
var routes = []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE", "ANY", "ALL", "HANDLE", "HANDLEFUNC", "HANDLERFUNC", "METHOD", "METHODFUNC"}

// subrouters are the methods by which a router gets others, of which is not known what they serve.
var subrouters = []string{"Add", "Group", "Mount", "Route", "Static", "With"}

// hosts start the program's code and decide its end themselves: a main package that imports one is no server that
// Kubernetes stops.
var hosts = []string{
	"github.com/aws/aws-lambda-go/lambda",
	"github.com/GoogleCloudPlatform/functions-framework-go/funcframework",
	"golang.org/x/sys/windows/svc",
}

// harmlessPackages keep nothing of what their functions are given, nor call it. What sync and sync/atomic keep is in
// containers.
var harmlessPackages = []string{
	"bytes", "bufio", "cmp", "crypto/tls", "encoding/json", "errors", "expvar", "flag", "fmt", "io", "log", "log/slog", "math", "net", "net/http/pprof",
	"net/url", "os", "path", "path/filepath", "regexp", "runtime", "runtime/debug", "sort", "strconv", "strings", "sync", "sync/atomic",
	"syscall", "text/template", "time", "unicode",
	"github.com/apex/log", "github.com/charmbracelet/log", "github.com/golang/glog", "github.com/pkg/errors", "github.com/rs/zerolog",
	"github.com/rs/zerolog/log", "github.com/sirupsen/logrus", "go.uber.org/zap", "k8s.io/klog", "k8s.io/klog/v2", "github.com/davecgh/go-spew/spew", "github.com/grpc-ecosystem/go-grpc-prometheus",
	"github.com/go-logr/logr", "github.com/go-logr/logr/funcr", "github.com/go-kit/log", "github.com/go-kit/log/level", "github.com/go-kit/kit/log", "github.com/go-kit/kit/log/level", "google.golang.org/grpc/grpclog", "sigs.k8s.io/controller-runtime/pkg/log",
}

// isIdle reports whether whatever implements the interface's method neither starts, stops nor ends anything by it: the
// standard library says what the method is for, or it prints what it is given.
func isIdle(fn *types.Func) bool {
	path := fn.Pkg().Path()
	if isStd(path) {
		return fn.Name() != "Close" && path != "net/http" && path != "context"
	}
	return (isLog(fn.Signature()) || slices.Contains(harmlessPackages, path)) && !endsByName(fn)
}

// containers are types that give back what they were given, as path.Type.
var containers = []string{"sync.Map", "sync.Pool", "sync/atomic.Value", "sync/atomic.Pointer", "container/list.List", "container/list.Element"}

// loggers are packages whose functions and methods called Fatal, Panic or Exit, or something that begins so, end the
// process; zerolog's do as soon as the message is sent.
var loggers = []string{
	"log", "go.uber.org/zap", "github.com/sirupsen/logrus", "github.com/labstack/gommon/log", "github.com/labstack/echo/v4", "github.com/apex/log",
	"github.com/charmbracelet/log", "github.com/go-kratos/kratos/v2/log", "github.com/gofiber/fiber/v2/log", "github.com/gofiber/fiber/v3/log",
	"github.com/golang/glog", "github.com/rs/zerolog", "github.com/rs/zerolog/log", "k8s.io/klog", "k8s.io/klog/v2",
	"github.com/cloudwego/hertz/pkg/common/hlog", "google.golang.org/grpc/grpclog",
}

// endsProcess reports whether a call of the function ends the process.
func endsProcess(fn *types.Func) bool {
	if name := fn.FullName(); name == "os.Exit" || name == "syscall.Exit" {
		return true
	}
	return fn.Pkg() != nil && slices.Contains(loggers, fn.Pkg().Path()) && endsByName(fn)
}

// endsByName reports whether a logger's method of this name ends the process.
func endsByName(fn *types.Func) bool {
	return slices.ContainsFunc([]string{"Fatal", "Panic", "Exit"}, func(verb string) bool { return strings.HasPrefix(fn.Name(), verb) })
}

// registersService reports whether fn has the form that protoc-gen-go gives to the function that registers a service: it
// takes the server, and does nothing else with it.
func registersService(fn *types.Func) bool {
	params := fn.Signature().Params()
	return strings.HasPrefix(fn.Name(), "Register") && (strings.HasSuffix(fn.Name(), "Server") || fn.Name() == "RegisterService") &&
		params.Len() == 2 && takesGRPC(params.At(0).Type())
}

func takesGRPC(t types.Type) bool {
	switch types.TypeString(t, nil) {
	case "*google.golang.org/grpc.Server", "google.golang.org/grpc.ServiceRegistrar":
		return true
	}
	return false
}

// pkgName is how the package is called where nothing else is said.
func (a *api) pkgName() string {
	elems := strings.Split(a.pkg, "/")
	name := elems[len(elems)-1]
	if len(elems) > 1 && len(name) > 1 && name[0] == 'v' && name[1] >= '0' && name[1] <= '9' {
		name = elems[len(elems)-2]
	}
	name, _, _ = strings.Cut(name, ".")
	return strings.TrimPrefix(name, "go-")
}

// packageOf returns the import path in the full name of a function or a method.
func packageOf(fullName string) string {
	if method := strings.LastIndex(fullName, ")."); method >= 0 {
		fullName = strings.TrimLeft(fullName[:method], "(*")
	}
	return fullName[:strings.LastIndexByte(fullName, '.')]
}

// has reports whether the row is about the function of a site, or about the type that its method is called on.
func (a *api) has(s *site) bool {
	if s.recvType == nil {
		return a.typ == "" && s.fn.Pkg() != nil && s.fn.Pkg().Path() == a.pkg
	}
	return a.typ != "" && (isNamed(s.recvType, a.pkg, a.typ) || isNamed(s.fn.Signature().Recv().Type(), a.pkg, a.typ))
}

// namedAs reports whether the type, or what it points to, is called path.Type.
func namedAs(t types.Type, name string) bool {
	dot := strings.LastIndexByte(name, '.')
	return isNamed(t, name[:dot], name[dot+1:])
}

// isNamed reports whether the type, or what it points to, is the one of a package. It is asked of each row at each call.
func isNamed(t types.Type, path, name string) bool {
	obj := typeName(t)
	return obj != nil && obj.Name() == name && obj.Pkg() != nil && obj.Pkg().Path() == path
}

// typeName returns the name of the type, or of what it points to, or nil.
func typeName(t types.Type) *types.TypeName {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj()
	}
	return nil
}

// callersOf lists the rows about a function.
func callersOf(fullName string) []*caller {
	var found []*caller
	for i := range callers {
		if callers[i].fn == fullName {
			found = append(found, &callers[i])
		}
	}
	return found
}

// callersBy lists the rows whose functions the method calls.
func callersBy(method *types.Func) []*caller {
	var found []*caller
	for i := range callers {
		if slices.Contains(callers[i].by, method.Name()) && strings.HasPrefix(callers[i].fn, recvPrefix(method)) {
			found = append(found, &callers[i])
		}
	}
	return found
}

// apiOf returns the row for the type, or for a package's functions when typ is empty.
func apiOf(rows []api, pkg, typ string) *api {
	for i := range rows {
		if rows[i].pkg == pkg && rows[i].typ == typ {
			return &rows[i]
		}
	}
	return nil
}

// apiNamed returns the row whose name a summary has.
func apiNamed(rows []api, name string) *api {
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		return nil
	}
	for _, rows := range [][]api{rows, flushers, resources} {
		if a := apiOf(rows, name[:dot], name[dot+1:]); a != nil {
			return a
		}
	}
	return nil
}

// apiOfType returns the row for a type, or for what it points to.
func apiOfType(rows []api, t types.Type) *api {
	if obj := typeName(t); obj != nil && obj.Pkg() != nil {
		return apiOf(rows, obj.Pkg().Path(), obj.Name())
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
func stopsSomething(rows []api, method string) bool {
	return slices.ContainsFunc(rows, func(a api) bool {
		return slices.Contains(a.stop, method) || slices.Contains(a.abort, method)
	})
}

// isUnbounded reports whether the stop, of this server, takes no limit.
func (a *api) isUnbounded(o *op) bool { return o.with == nil && !a.worker }

// matters reports whether a package names anything that the table or a fact knows of: SSA is made only then.
func matters(pass *analysis.Pass, atHand bool, own apis) bool {
	ofOwn := func(path string) bool { return slices.ContainsFunc(own, func(a api) bool { return a.pkg == path }) }
	if ofOwn(pass.Pkg.Path()) {
		return true
	}
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool { return ofOwn(imp.Path()) || ofInterest(pass, imp, atHand) }) {
		return atHand && (endsOrWaits(pass) || configures(pass.Pkg))
	}
	if atHand {
		return true
	}
	rows := own.servers()
	for _, obj := range pass.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if !ok || fn.Pkg() == nil {
			continue
		}
		if registrars[fn.FullName()].catches || slices.Contains(catchers, fn.FullName()) {
			return true
		}
		if a := apiOfFunc(rows, fn); a != nil && (a.starts(fn.Name()) || slices.Contains(a.stop, fn.Name())) {
			return true
		}
		if !isStd(fn.Pkg().Path()) && hasSummary(pass, fn.Origin()) {
			return true
		}
	}
	return false
}

// configures reports whether the package has variables, or functions, that may say how long something takes.
func configures(pkg *types.Package) bool {
	flags := imports(pkg, "flag") || imports(pkg, "github.com/spf13/pflag")
	return slices.ContainsFunc(pkg.Scope().Names(), func(name string) bool {
		switch obj := pkg.Scope().Lookup(name).(type) {
		case *types.Var:
			return flags || holdsTime(obj.Type(), 3)
		case *types.Func:
			return returnsTime(obj)
		}
		return false
	})
}

func (a *api) starts(method string) bool {
	return slices.Contains(a.start, method) || slices.Contains(a.begin, method) || slices.Contains(a.loop, method)
}

// ofInterest reports whether an imported package may matter: it is of the table, or has summaries.
func ofInterest(pass *analysis.Pass, imp *types.Package, atHand bool) bool {
	path := imp.Path()
	if !isStd(path) {
		sum, _ := importedSummary(pass, imp)
		return tablePackages()[path] || sum.Active || len(sum.Lends) > 0
	}
	return path == "net/http" || path == "os/signal" || atHand && slices.Contains([]string{"context", "database/sql", "net"}, path)
}

// endsOrWaits reports whether the package names what ends the process, or a signal, or a group that is waited for: the
// standard library's packages of these are imported for much else.
func endsOrWaits(pass *analysis.Pass) bool {
	for _, obj := range pass.TypesInfo.Uses {
		if obj.Pkg() == nil {
			continue
		}
		switch obj.Pkg().Path() {
		case "os":
			if slices.Contains([]string{"Exit", "Signal", "Interrupt", "Kill"}, obj.Name()) {
				return true
			}
		case "log":
			if fn, ok := obj.(*types.Func); ok && endsByName(fn) {
				return true
			}
		case "sync":
			if slices.Contains([]string{"WaitGroup", "Wait"}, obj.Name()) {
				return true
			}
		}
	}
	return false
}

// tablePackages are those that the table names things of that a package may want to be looked at for.
var tablePackages = sync.OnceValue(func() map[string]bool {
	paths := map[string]bool{}
	for _, rows := range [][]api{servers, flushers, registries, resources} {
		for _, row := range rows {
			paths[row.pkg] = true
		}
	}
	for _, name := range catchers {
		paths[packageOf(name)] = true
	}
	return paths
})

// sentinelName is how code names the error that the start returns as soon as a stop has begun.
func (a *api) sentinelName() string {
	return a.sentinel[strings.LastIndexByte(a.sentinel, '/')+1:]
}
