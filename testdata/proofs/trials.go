package proofs

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

// A trial is what is done to a program.
type trial struct {
	did    string // in words
	ending string // of a program that takes it well
	run    func(*program) outcome
}

const success = "exit status 0"

var (
	requestsInFlight = trial{
		"5 requests that take 1 s each, SIGTERM after 0.5 s", success,
		func(p *program) outcome { return p.inFlight(get, syscall.SIGTERM) },
	}
	requestsInterrupted = trial{
		"5 requests that take 1 s each, SIGINT after 0.5 s", success,
		func(p *program) outcome { return p.inFlight(get, syscall.SIGINT) },
	}
	requestsAndTwoSignals = trial{
		"5 requests that take 1 s each, SIGTERM after 0.5 s, and again 0.2 s later", success,
		func(p *program) outcome { return p.inFlight(get, syscall.SIGTERM, syscall.SIGTERM) },
	}
	ordersOverTCP = trial{
		"a TCP probe, 5 connections whose work takes 1 s, SIGTERM after 0.5 s", success, // the probe is that of listens
		func(p *program) outcome { return p.inFlight(order, syscall.SIGTERM) },
	}
	oneConnection = trial{
		"a TCP probe and one connection, SIGTERM after 3 s", success,
		func(p *program) outcome { return p.provoked(sendOrder) },
	}
	interruptedTwice = trial{
		"a request that hangs, SIGINT, and again 0.5 s later", "ended by SIGINT",
		(*program).interruptedTwice,
	}
	busyClients = trial{
		"4 clients that send requests for 3 s, then SIGTERM", success,
		func(p *program) outcome { return p.provoked(sendRequests) },
	}
	clientsHangUp = trial{
		"5 clients that hang up in the middle of the response, SIGTERM after 3 s", success,
		func(p *program) outcome { return p.provoked(hangUp) },
	}
	signalAtStart = trial{"SIGTERM while the program starts", success, (*program).signalAtStart}
	runningJob    = trial{
		"SIGTERM 0.5 s after the start of a job that takes 1 s", success,
		func(p *program) outcome { return p.counted("job started", "job done", "jobs lost") },
	}
	openTransaction = trial{
		"SIGTERM while a transaction is open, whose commit takes 0.1 s", success,
		func(p *program) outcome { return p.counted("begin", "commit", "transactions lost") },
	}
	openWatch = trial{"a client that watches the health service, SIGTERM", success, (*program).openWatch}
	toldWatch = trial{"a client that watches the health service, SIGTERM", success, (*program).toldWatch}
)

// errLate voids a run: it would show no harm in a bad example, and tell nothing of a good one.
var errLate = errors.New("the machine is too slow: the work may have been done before the signal came")

// signalIn sends a signal in the middle of work of 1 s.
func (p *program) signalIn(sig syscall.Signal) error {
	began := time.Now()
	time.Sleep(500 * time.Millisecond)
	if time.Since(began) > 900*time.Millisecond {
		return errLate
	}
	p.signal(sig)
	return nil
}

// inFlight sends signals while 5 pieces of work are being done.
func (p *program) inFlight(do func(addr string) bool, signals ...syscall.Signal) outcome {
	if err := p.listens(); err != nil {
		return outcome{err: err}
	}
	const sent = 5
	served := make(chan bool, sent)
	for range sent {
		go func() { served <- do(p.addr) }()
	}
	if err := p.signalIn(signals[0]); err != nil {
		return outcome{err: err}
	}
	for _, sig := range signals[1:] {
		time.Sleep(200 * time.Millisecond)
		p.signal(sig)
	}
	o := p.end()
	o.sent, o.fate = sent, "requests lost"
	for range sent {
		if !<-served {
			o.lost++
		}
	}
	return o
}

// provoked runs a program through what should not end it, and only then sends SIGTERM.
func (p *program) provoked(by func(p *program)) outcome {
	if err := p.listens(); err != nil {
		return outcome{err: err}
	}
	go by(p)
	if p.over(3 * time.Second) {
		return outcome{unasked: true, ending: p.ending()}
	}
	p.signal(syscall.SIGTERM)
	return p.end()
}

func (p *program) interruptedTwice() outcome {
	if err := p.listens(); err != nil {
		return outcome{err: err}
	}
	go get(p.addr)
	time.Sleep(500 * time.Millisecond)
	p.signal(syscall.SIGINT)
	time.Sleep(500 * time.Millisecond)
	p.signal(syscall.SIGINT)
	return p.end()
}

func (p *program) signalAtStart() outcome {
	if err := p.prints("starting"); err != nil {
		return outcome{err: err}
	}
	if err := p.signalIn(syscall.SIGTERM); err != nil {
		return outcome{err: err}
	}
	return p.end()
}

// counted sends SIGTERM when the program has printed that work has begun, and counts what it does not print the end of.
func (p *program) counted(begin, end, fate string) outcome {
	if err := p.prints(begin); err != nil {
		return outcome{err: err}
	}
	if err := p.signalIn(syscall.SIGTERM); err != nil {
		return outcome{err: err}
	}
	o := p.end()
	o.fate = fate
	o.sent = strings.Count(p.output.String(), begin)
	o.lost = o.sent - strings.Count(p.output.String(), end)
	return o
}

func (p *program) openWatch() outcome {
	o, _ := p.watched()
	return o
}

func (p *program) toldWatch() outcome {
	o, said := p.watched()
	o.sent, o.fate = 1, "watching clients not told NOT_SERVING"
	if !strings.Contains(said, "NOT_SERVING") {
		o.lost = 1
	}
	return o
}

// watched ends a program that a client of its health service watches, and returns what that client was told.
func (p *program) watched() (o outcome, said string) {
	if err := p.listens(); err != nil {
		return outcome{err: err}, ""
	}
	watcher, err := startAt(p.bin, "watch", p.addr)
	if err != nil {
		return outcome{err: err}, ""
	}
	defer watcher.stop()
	if err := watcher.prints("SERVING"); err != nil {
		return outcome{err: fmt.Errorf("the client: %w: %s", err, watcher.output)}, ""
	}
	p.signal(syscall.SIGTERM)
	o = p.end()
	<-watcher.ended // with the stream
	return o, watcher.output.String()
}

// get says whether a request is served.
func get(addr string) bool {
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := client.Get("http://" + addr + "/orders")
	if err != nil {
		return false
	}
	defer response.Body.Close()
	_, err = io.Copy(io.Discard, response.Body)
	return err == nil && response.StatusCode == http.StatusOK
}

// order says whether an order sent over TCP is confirmed.
func order(addr string) bool {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return false
	}
	defer conn.Close()
	fmt.Fprintln(conn, "order")
	answer, err := bufio.NewReader(conn).ReadString('\n')
	return err == nil && answer == "order\n"
}

// sendRequests keeps 4 clients busy until the program is asked to end.
func sendRequests(p *program) {
	var stop atomic.Bool
	time.AfterFunc(2500*time.Millisecond, func() { stop.Store(true) })
	for range 4 {
		go func() {
			for !stop.Load() {
				get(p.addr)
			}
		}()
	}
}

// sendOrder sends an order, and waits for the answer.
func sendOrder(p *program) { order(p.addr) }

// hangUp sends requests and closes the connections when the response has begun.
func hangUp(p *program) {
	for range 5 {
		go func() {
			conn, err := net.Dial("tcp", p.addr)
			if err != nil {
				return
			}
			defer conn.Close()
			fmt.Fprint(conn, "GET /orders HTTP/1.1\r\nHost: "+p.addr+"\r\n\r\n")
			bufio.NewReader(conn).ReadString('\n')
		}()
	}
}
