package proofs

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const (
	patience = 6 * time.Second  // from the signal to SIGKILL: every good example is done within 3 s
	slowness = 20 * time.Second // how long a loaded machine may take to start a program
)

// An outcome is what became of a program and of its work.
type outcome struct {
	sent, lost int           // pieces of work
	fate       string        // how a lost one is called: "requests lost"
	ending     string        // "exit status 0", "ended by SIGTERM"
	after      time.Duration // from the first signal to the end
	killed     bool          // it had to be, by SIGKILL
	unasked    bool          // it ended although nobody had sent a signal
	processor  time.Duration // time that it used
	output     string
	err        error // the run says nothing: the machine was too slow
}

// busy says that it spun until it was killed: no example has work for that long. On a machine that does nothing else it
// gets a whole processor.
func (o outcome) busy() bool { return o.killed && o.processor > 200*time.Millisecond }

func (o outcome) String() string {
	var parts []string
	if o.sent > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d %s", o.lost, o.sent, o.fate))
	}
	switch {
	case o.unasked:
		parts = append(parts, "ended with "+o.ending+" though nobody had sent a signal")
	case o.busy():
		parts = append(parts, fmt.Sprintf("a processor kept busy until SIGKILL after %.1f s", patience.Seconds()))
	case o.killed:
		parts = append(parts, fmt.Sprintf("SIGKILL needed after %.1f s", patience.Seconds()))
	default:
		parts = append(parts, fmt.Sprintf("%s after %.1f s", o.ending, o.after.Seconds()))
	}
	return strings.Join(parts, ", ")
}

// attempt puts a program through the trial, a few times if the machine is too slow for it.
func attempt(bin, name string, trial trial) outcome {
	for tries := 3; ; tries-- {
		p, err := start(bin, name)
		if err != nil {
			return outcome{err: err}
		}
		o := trial.run(p)
		p.stop()
		if o.err == nil || tries == 0 {
			o.output = p.output.String()
			return o
		}
	}
}

// A program is a running example.
type program struct {
	bin    string
	addr   string // where it listens
	cmd    *exec.Cmd
	output *output
	ended  chan struct{}
	asked  time.Time // when the first signal was sent
}

func start(bin, name string) (*program, error) {
	addr, err := freeAddress()
	if err != nil {
		return nil, err
	}
	return startAt(bin, name, addr)
}

func startAt(bin, name, addr string) (*program, error) {
	p := &program{bin: bin, addr: addr, cmd: exec.Command(bin, name, addr), output: &output{}, ended: make(chan struct{})}
	p.cmd.Stdout, p.cmd.Stderr = p.output, p.output
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		p.cmd.Wait() // what it returns stands in ProcessState
		close(p.ended)
	}()
	return p, nil
}

// freeAddress returns one that nobody else takes before the program does: its port is none of those that the system
// gives to connections, and was not given to another program.
func freeAddress() (string, error) {
	for range 1000 {
		addr := fmt.Sprintf("127.0.0.1:%d", 10000+(int64(os.Getpid())*100+ports.Add(1))%20000)
		if lis, err := net.Listen("tcp", addr); err == nil {
			return addr, lis.Close()
		}
	}
	return "", errors.New("no free port")
}

var ports atomic.Int64

// listens waits until the program accepts connections.
func (p *program) listens() error {
	return p.until("listened", func() bool {
		conn, err := net.Dial("tcp", p.addr)
		if err == nil {
			conn.Close()
		}
		return err == nil
	})
}

// prints waits until the program has printed the text.
func (p *program) prints(text string) error {
	return p.until("printed "+text, func() bool { return strings.Contains(p.output.String(), text) })
}

func (p *program) until(what string, holds func() bool) error {
	for deadline := time.Now().Add(slowness); time.Now().Before(deadline); {
		if holds() {
			return nil
		}
		if p.over(10 * time.Millisecond) {
			return fmt.Errorf("it ended before it %s", what)
		}
	}
	return fmt.Errorf("it has not %s within %s", what, slowness)
}

// over says whether the program ends within that time.
func (p *program) over(within time.Duration) bool {
	select {
	case <-p.ended:
		return true
	case <-time.After(within):
		return false
	}
}

func (p *program) signal(sig os.Signal) {
	if p.asked.IsZero() {
		p.asked = time.Now()
	}
	p.cmd.Process.Signal(sig) // fails when the program has ended, which its outcome tells
}

// end waits for the program to end, and kills it when that takes too long.
func (p *program) end() outcome {
	var o outcome
	if o.killed = !p.over(time.Until(p.asked.Add(patience))); o.killed {
		p.stop()
	}
	o.after = time.Since(p.asked)
	o.ending = p.ending()
	o.processor = p.cmd.ProcessState.UserTime() + p.cmd.ProcessState.SystemTime()
	return o
}

// ending says how the program ended.
func (p *program) ending() string {
	return strings.NewReplacer("signal: terminated", "ended by SIGTERM", "signal: interrupt", "ended by SIGINT").Replace(p.cmd.ProcessState.String())
}

// stop kills the program if it still runs, and waits for it.
func (p *program) stop() {
	p.cmd.Process.Kill()
	<-p.ended
}

// output keeps what a program prints.
type output struct {
	mu    sync.Mutex
	bytes bytes.Buffer
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.bytes.Write(b)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.bytes.String()
}
