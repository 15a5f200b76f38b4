package timeline

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/manifests"
	"github.com/gracelint/gracelint/testdata/pid1"
)

// speed tells how much faster the services run here than they are written: a second takes a tenth of one.
const speed = 10

func scaled(seconds float64) time.Duration {
	return time.Duration(seconds * float64(time.Second) / speed)
}

// A pod is a service of the tests: its containers run each in a PID namespace of its own, and are stopped as the kubelet
// of Kubernetes 1.37 stops them (killContainer in pkg/kubelet/kuberuntime/kuberuntime_container.go).
type pod struct {
	bin   string // where the programs are
	spec  *manifests.Pod
	image *dockerfile.Stage
	ports map[string]string // where it listens: the address, by the one in the code

	dir     string // for the traces
	deleted time.Time
	told    chan struct{} // closed when the main container has got its stop signal
	mains   sync.WaitGroup

	mu     sync.Mutex
	events map[string][]float64 // when each happened, in seconds after the deletion
}

// A container is a process that is PID 1.
type container struct {
	*manifests.Container
	cmd   *exec.Cmd
	ended chan struct{}
}

func (p *pod) since(t time.Time) float64 { return time.Since(t).Seconds() * speed }

func (p *pod) note(what string) { p.noteAt(what, p.since(p.deleted)) }

func (p *pod) noteAt(what string, at float64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.events[what] = append(p.events[what], at)
}

// argv returns the command line of a container, which is the image's unless the manifest has a command for it.
func (p *pod) argv(spec *manifests.Container) []string {
	var argv []string
	for _, word := range spec.Command {
		argv = append(argv, scaledSleep(word.Value))
	}
	if argv == nil {
		argv = argvOf(p.image)
	}
	return argv
}

// start starts a container.
func (p *pod) start(spec *manifests.Container) (*container, error) {
	c := &container{spec, pid1.Command(p.bin, p.argv(spec)), make(chan struct{})}
	c.cmd.Env = append(c.cmd.Env, "TRACE="+p.trace())
	for port, address := range p.ports {
		c.cmd.Env = append(c.cmd.Env, "LISTEN"+strings.ReplaceAll(port, ":", "_")+"="+address)
	}
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { c.cmd.Wait(); close(c.ended) }()
	return c, nil
}

func (p *pod) trace() string { return filepath.Join(p.dir, "trace") }

// argvOf returns the command line of an image of Debian.
func argvOf(stage *dockerfile.Stage) []string {
	var argv []string
	for _, command := range []*dockerfile.Command{stage.Entrypoint, stage.Cmd} {
		if command == nil {
			continue
		}
		if command.ShellForm {
			argv = append(argv, "dash", "-c")
		}
		for _, word := range command.Words {
			argv = append(argv, word.Text)
		}
	}
	return argv
}

var sleeps = regexp.MustCompile(`\bsleep (\d+)`)

// scaledSleep makes a shell's sleeps shorter.
func scaledSleep(line string) string {
	return sleeps.ReplaceAllStringFunc(line, func(sleep string) string {
		seconds, _ := strconv.Atoi(strings.TrimPrefix(sleep, "sleep "))
		return fmt.Sprintf("sleep %g", float64(seconds)/speed)
	})
}

// delete stops the containers, all at once, and returns when the last has ended.
func (p *pod) delete(containers []*container) {
	var all sync.WaitGroup
	var turns []chan struct{} // of the sidecars, in their order
	for _, c := range containers {
		if c.Sidecar {
			turns = append(turns, make(chan struct{}))
		} else {
			p.mains.Add(1)
		}
	}
	turns = append(turns, make(chan struct{}))
	go func() { p.mains.Wait(); close(turns[len(turns)-1]) }()
	sidecar := 0
	for _, c := range containers {
		if c.Sidecar {
			turn, next := turns[sidecar+1], turns[sidecar] // the last is the first to go
			sidecar++
			all.Go(func() { p.kill(c, turn); close(next) })
		} else {
			all.Go(func() { p.kill(c, nil); p.mains.Done() })
		}
	}
	all.Wait()
}

// kill stops one container.
func (p *pod) kill(c *container, turn <-chan struct{}) {
	note := func(what string) { p.note(what + " " + c.Name) }
	seconds, _ := p.spec.GraceSeconds()
	grace := int(max(1, seconds))
	if c.PreStop != nil {
		start := time.Now()
		ctx, cancel := context.WithTimeout(context.Background(), scaled(float64(grace)))
		p.run(ctx, c.PreStop)
		cancel()
		note("hook")
		grace -= int(p.since(start))
	}
	if turn != nil {
		start := time.Now()
		select {
		case <-turn:
		case <-time.After(scaled(float64(grace))):
		}
		grace -= int(p.since(start))
	}
	grace = max(2, grace)
	note("signal")
	c.cmd.Process.Signal(p.stopSignal(c))
	if !c.Sidecar {
		close(p.told)
	}
	select {
	case <-c.ended:
	case <-time.After(scaled(float64(grace))):
		note("kill")
		c.cmd.Process.Kill()
		<-c.ended
	}
	note("exit")
}

// run runs a preStop hook.
func (p *pod) run(ctx context.Context, hook *manifests.Hook) {
	if hook.Sleep != nil {
		select {
		case <-ctx.Done():
		case <-time.After(scaled(float64(hook.Sleep.Value))):
		}
		return
	}
	var argv []string
	for _, word := range hook.Exec {
		argv = append(argv, word.Value)
	}
	argv = strings.Split(scaledSleep(strings.Join(argv, "\x00")), "\x00")
	if argv[0] == "sleep" {
		argv = strings.Split(scaledSleep(strings.Join(argv, " ")), " ")
	}
	exec.CommandContext(ctx, argv[0], argv[1:]...).Run()
}

func (p *pod) stopSignal(c *container) syscall.Signal {
	if p.image.StopSignal == nil || len(c.Command) > 0 {
		return syscall.SIGTERM
	}
	return map[string]syscall.Signal{"SIGINT": syscall.SIGINT, "SIGQUIT": syscall.SIGQUIT, "SIGUSR1": syscall.SIGUSR1}[p.image.StopSignal.Name]
}

// readTrace adds what the program has noted.
func (p *pod) readTrace() {
	content, _ := os.ReadFile(p.trace())
	for line := range strings.Lines(string(content)) {
		var at int64
		var what, where string
		if n, _ := fmt.Sscan(line, &at, &what, &where); n == 3 {
			p.noteAt(what+" "+where, time.Unix(0, at).Sub(p.deleted).Seconds()*speed)
		}
	}
}

// A request is one that its client has begun: the service reads it, and answers when the client comes to its end.
type request struct {
	conn net.Conn
	port string
}

func begin(port, address string) (*request, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	_, err = fmt.Fprintf(conn, "POST / HTTP/1.1\r\nHost: %s\r\nContent-Length: 2\r\n\r\na", address)
	return &request{conn, port}, err
}

// end comes to the request's end, and reports whether it is answered.
func (r *request) end() bool {
	defer r.conn.Close()
	if _, err := io.WriteString(r.conn, "b"); err != nil {
		return false
	}
	response, err := http.ReadResponse(bufio.NewReader(r.conn), nil)
	return err == nil && response.StatusCode == http.StatusOK
}

// An arrival is a request that comes when the pod is being deleted.
type arrival struct {
	port   string
	at     float64
	served bool
}

// A trial is one stop of a service with a request under way at each of its servers, and others that come.
type trial struct {
	events   map[string][]float64
	lost     int // requests that were under way
	arrivals []arrival
}

// arrive sends short requests to each port, until the pod has stopped.
func (p *pod) arrive(stopped <-chan struct{}) []arrival {
	var all []arrival
	for {
		for port, address := range p.ports {
			at := p.since(p.deleted)
			r, err := begin(port, address)
			all = append(all, arrival{port, at, err == nil && r.end()})
		}
		select {
		case <-stopped:
			return all
		case <-time.After(scaled(0.5)):
		}
	}
}

// try runs the pod and deletes it. Its clients come to the end of their requests so many seconds after the stop signal,
// and after one another, or never when that is 0.
func (p *pod) try(after float64) (trial, error) {
	p.events, p.told = map[string][]float64{}, make(chan struct{})
	if err := os.WriteFile(p.trace(), nil, 0o600); err != nil {
		return trial{}, err
	}
	var containers []*container
	defer func() {
		for _, c := range containers {
			c.cmd.Process.Kill()
			<-c.ended
		}
	}()
	for _, specs := range [][]manifests.Container{p.spec.InitContainers, p.spec.Containers} {
		for i := range specs {
			c, err := p.start(&specs[i])
			if err != nil {
				return trial{}, err
			}
			containers = append(containers, c)
		}
	}
	var requests []*request
	for _, port := range slices.Sorted(maps.Keys(p.ports)) {
		r, err := begin(port, p.ports[port])
		for start := time.Now(); err != nil && time.Since(start) < 10*time.Second; r, err = begin(port, p.ports[port]) {
			time.Sleep(5 * time.Millisecond)
		}
		if err != nil {
			return trial{}, fmt.Errorf("the program does not serve at %s: %w", port, err)
		}
		defer r.conn.Close()
		requests = append(requests, r)
	}
	time.Sleep(150 * time.Millisecond) // it registers for the signal
	var lost int
	var clients sync.WaitGroup
	clients.Go(func() {
		<-p.told
		if after == 0 {
			return
		}
		for _, r := range requests {
			time.Sleep(scaled(after))
			if !r.end() {
				lost++
			}
		}
	})
	var arrivals []arrival
	stopped := make(chan struct{})
	p.deleted = time.Now()
	clients.Go(func() { arrivals = p.arrive(stopped) })
	p.delete(containers)
	close(stopped)
	clients.Wait()
	p.readTrace()
	return trial{p.events, lost, arrivals}, nil
}
