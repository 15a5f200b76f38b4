package lifecycle

import (
	"go/token"

	"github.com/gracelint/gracelint"
	"golang.org/x/tools/go/ssa"
)

// An op is something that a function does and that a verdict depends on.
type op struct {
	kind   opKind
	node   *node    // what it is done to: a server, a context, a channel, a group
	with   *node    // what limits a stop, the signals that are caught, the address that a start listens on, …
	api    *api     // of start, begin, stop and abort
	method string   // that is called
	origin origin   // where the call stands
	call   *pending // of opCall
	base   *op      // that this one is a copy of, as it was first noted

	// How it comes to be run, as seen from the frame that holds it.
	at       ssa.Instruction // of the frame
	site     token.Pos       // in the package at hand: the call that leads to it
	mode     mode
	deferred bool // at is a defer statement

	ignores     []gracelint.Ignore // the comments at the origin
	signal      bool               // of a join: a signal, or the end of a context
	either      bool               // of a join: of several things, it waits for the first
	released    []*node            // what is released after it: sent to, closed, told to be done
	lostSight   bool               // something that is not understood follows it, which may release anything
	joined      bool               // spawned, and waited for
	leftAlone   bool               // spawned, and waited for among other things only: it is not what decides
	foreign     bool               // it stands in a dependency, where nothing is reported
	late        bool               // it comes after a start that blocks: of the same server, for a stop
	afterSignal bool               // it comes after the signal, or after a stop
	afterStart  bool               // it comes after a start
	waited      bool               // of a relinquish: something else than the signal has been waited for before it
	paused      bool               // of a stop: something that takes time, or may, comes between the signal and it
	undone      bool               // of opIgnore: a registration for SIGTERM may follow it
	certain     bool               // it is done on every way through the function
	sure        bool               // it is done whenever control comes to at
	argument    bool               // of a start: it blocks in the argument of a go statement
	rawError    int                // of a start, an accept or a call: 1 + the index of the result that carries the error that it returned; of a must: 1 + that among the errors that are parameters; 0 none
	notes       notes              // of a join and of opClose, see registrations.go and noise.go
	goroutine   string             // that does it, as within has it; empty: the one that runs the frame
	awaits      []string           // of opWait: the goroutines that it waits for; none: that is not known
	repeated    bool               // it is done in a loop
	unsure      bool               // it is not done on every way on which the program stops
	aside       bool               // it is done when something else than the signal has come
}

type opKind uint8

const (
	opNone       opKind = iota
	opCall              // of a function value that the unit does not know
	opStart             // starts a server or a worker, and blocks
	opBegin             // starts one, and returns
	opStop              // lets what is open finish
	opAbort             // cuts it
	opCatch             // registers for signals; node is the channel or the context, with the signals
	opIgnore            // ignores signals
	opUnregister        // signal.Stop, or signal.Reset for every channel
	opJoin              // waits for a channel, a group, a context
	opRelease           // sends to it, closes it, cancels it, is done with it
	opClose             // of a channel
	opExit              // ends the process
	opSleep             // with the time
	opFlush             // sends what is held
	opRelinquish        // closes what requests need
	opRegister          // in a registry of services
	opDeregister        //
	opRoute             // with the path that an HTTP handler is registered for
	opService           // registers a gRPC service
	opHang              // never returns
	opFatal             // ends the process on the error that a start returned
	opQuit              // ends it on the signal, before anything is stopped
	opAccept            // of a listener, whose error is a result of the function whatever it is; rawError says which
	opSpin              // accepts again whatever the error is
	opEnlist            // adds to a list of servers, or of functions that stop some; with is the server that is then served
	opReadList          // reads it
	opNotServing        // tells the clients of a health service that it goes
	opWatchdog          // ends the process when a timer says so
	opTake              // takes one message, or one batch; in a loop it is an opBegin
	opBase              // makes a context, with, that of a server's requests
	opWait              // what a join waits for, when the program stops
	opCloseOwn          // a relinquish, once the signal has come, of what callers do not know
	opTimer             // makes a context that ends by itself
	opMust              // ends the process when an error is the sentinel of api: a parameter, or what call returns
)

// A mode says by whom an op is done.
type mode uint8

const (
	inline  mode = iota // by the goroutine that runs the frame
	spawned             // by a goroutine that the frame starts
	later               // by somebody, sometime
)

// A lambda is a function value.
type lambda struct {
	fn              *ssa.Function // a literal of the unit
	params, results []*node
	ops             []*op // of any other function
	unnamed         bool  // a method that the interface lacks by which the value came: who holds that is not to start anything by it
}

// A pending is a call of a function value or of an interface's method.
type pending struct {
	fn            *node
	method        string // empty for a function value
	args, results []*node
	mode          mode
	release       *node // told to be done when the call has returned
	report        bool  // it is given a text, and returns nothing: like a logger's
	log           bool  // it prints what it is given
	timer         bool  // a timer makes it
	after         *node // of a literal: the end of this context makes it
	targets       []*lambda
	known         map[*lambda]bool // the targets
}

// An origin is where an op stands in the source.
type origin struct {
	Pkg  string // import path
	File string // base name
	Line int
}
