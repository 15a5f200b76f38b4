package timeline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/manifests"
	"github.com/gracelint/gracelint/testdata/need"
	"github.com/gracelint/gracelint/testdata/pid1"
)

// truth holds the services that are run here: a program, its Dockerfile and its Deployment each.
const truth = "../testdata/src/timeline/truth"

// tolerance is how far, in seconds of the model, what happens may be from what was told.
const tolerance = 0.5

// told is what the command prints of a service before it is run.
type told struct {
	Program string
	Stop
	servers []server
	steps   map[string]bool // where they stand, by path:line
	timed   map[string]bool // the statements, by path:line, that tell when they are done
}

type server struct {
	Address string
	stop    int // the index of the bar that stops it, or -1
}

// The timeline says of each service what happens when it is stopped; then it is stopped, and that happens. Each is
// stopped twice: with a request that never ends, so that every time limit is reached, and with one that ends soon after
// the signal.
func TestWhatTheTimelineSaysHappens(t *testing.T) {
	pid1.NeedNamespaces(t)
	services := analyzed(t)
	bin := buildTruth(t, services)
	hurry()
	stalls := watch(t)
	slots := make(chan struct{}, 6) // they sleep more than they run
	for _, s := range services {
		for _, after := range []float64{0, 1} {
			name := filepath.Base(s.Program) + map[bool]string{true: "/endless request", false: "/short request"}[after == 0]
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				slots <- struct{}{}
				defer func() { <-slots }()
				p := truthPod(t, s, bin)
				for _, spec := range slices.Concat(p.spec.InitContainers, p.spec.Containers) {
					need.ToolsIn(t, p.argv(&spec)...)
				}
				var wrong []string
				for begun := time.Now(); time.Since(begun) < 40*time.Second; {
					start := time.Now()
					seen, err := p.try(after)
					if err != nil {
						t.Fatal(err)
					}
					wrong = s.compare(seen, after == 0)
					stalled := stalls.since(start)
					if len(wrong) == 0 || !stalled {
						break
					}
					t.Log("once more: the machine is busy")
				}
				for _, w := range wrong {
					t.Error(w)
				}
			})
		}
	}
}

// analyzed returns what the command says of the services.
func analyzed(t *testing.T) []*told {
	t.Helper()
	command := filepath.Join(t.TempDir(), "gracelint")
	if out, err := exec.Command("go", "build", "-o", command, "../cmd/gracelint").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var printed struct {
		Programs []struct {
			Path    string
			Servers []server
			Steps   []struct {
				Kind, At string
				Server   int
			}
		}
		Services []*told
		Apart    []Apart
	}
	cmd := exec.Command(command, "timeline", "--json")
	cmd.Dir = truth
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err == nil {
		err = json.Unmarshal(out, &printed)
	}
	folders, _ := filepath.Glob(truth + "/*/main.go")
	if err != nil || len(printed.Services) != len(folders) || len(printed.Apart) > 0 {
		t.Fatalf("of %d services %d are joined, and %v is apart: %v\n%s", len(folders), len(printed.Services), printed.Apart, err, &stderr)
	}
	for _, s := range printed.Services {
		for _, p := range printed.Programs {
			if p.Path != s.Program {
				continue
			}
			s.servers = p.Servers
			for i := range s.servers {
				s.servers[i].stop = -1
			}
			taken := map[int]bool{}
			s.steps = map[string]bool{}
			for _, step := range p.Steps {
				s.steps[step.At] = true
				bar := slices.IndexFunc(s.Bars, func(b Bar) bool { return b.Kind == "stop" && b.At == step.At })
				for ; taken[bar]; bar++ { // a function that stops several
				}
				if (step.Kind == "stop" || step.Kind == "cut") && bar >= 0 {
					s.servers[step.Server].stop, taken[bar] = bar, true
				}
			}
		}
	}
	return printed.Services
}

var (
	// timed matches a statement that takes its time when the program stops.
	timed = regexp.MustCompile(`(?m)^(\t+)(defer )?((?:\w+(?:, \w+)* :?= )?\w+\.(?:Shutdown|Close|Wait|Sleep)\([^{\n]*\)|<-(?:idle|done))$`)
	units = regexp.MustCompile(`time\.(Second|Millisecond)\b`)
	ports = regexp.MustCompile(`":\d{4}"`)
)

// tracing is what each program is built with.
const tracing = `package trace

import (
	"fmt"
	"os"
	"strings"
	"time"
)

var trace, _ = os.OpenFile(os.Getenv("TRACE"), os.O_APPEND|os.O_WRONLY, 0)

func Event(what string) { fmt.Fprintf(trace, "%d %s\n", time.Now().UnixNano(), what) }

func Listen(port string) string { return os.Getenv("LISTEN" + strings.ReplaceAll(port, ":", "_")) }
`

// buildTruth makes one binary of the programs, since to link each by itself takes a second; it runs the one that it is
// called as. In it each unit of time is a tenth of what it is, and each statement that takes its time tells of it.
func buildTruth(t *testing.T, services []*told) (bin string) {
	t.Helper()
	dir := t.TempDir()
	put := func(name, content string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("go.mod", "module truth\n\ngo 1.26\n")
	put("trace/trace.go", tracing)
	bin = filepath.Join(dir, "bin")
	if err := os.Mkdir(bin, 0o700); err != nil {
		t.Fatal(err)
	}
	var imports, programs strings.Builder
	for i, s := range services {
		s.timed = map[string]bool{}
		name := filepath.Base(s.Program)
		lines := strings.Split(readFile(t, filepath.Join(truth, name, "main.go")), "\n")
		for i, line := range lines {
			where := fmt.Sprintf("%s/main.go:%d", name, i+1)
			line = timed.ReplaceAllStringFunc(line, func(line string) string {
				s.timed[where] = true
				m := timed.FindStringSubmatch(line)
				traced := fmt.Sprintf("Event(%q); %s; Event(%q)", "begin "+where, m[3], "end "+where)
				if m[2] != "" {
					traced = "defer func() { " + traced + " }()"
				}
				return m[1] + traced
			})
			line = units.ReplaceAllString(line, fmt.Sprintf("(time.$1 / %d)", speed))
			lines[i] = ports.ReplaceAllString(line, "Listen($0)")
		}
		put(name+"/main.go", strings.NewReplacer("package main\n", "package program; import . \"truth/trace\"\n", "func main()", "func Main()").Replace(strings.Join(lines, "\n")))
		fmt.Fprintf(&imports, "\tp%d %q\n", i, "truth/"+name)
		fmt.Fprintf(&programs, "\t%q: p%d.Main,\n", name, i)
		if err := os.Symlink("truth", filepath.Join(bin, name)); err != nil {
			t.Fatal(err)
		}
	}
	put("main.go", fmt.Sprintf("package main\n\nimport (\n\t\"os\"\n\t\"path/filepath\"\n\n%s)\n\nfunc main() { map[string]func(){\n%s}[filepath.Base(os.Args[0])]() }\n", &imports, &programs))
	// The path of the folder, another one each time, would keep the go command from finding the packages in its cache.
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", filepath.Join(bin, "truth"), ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return bin
}

// truthPod returns the pod of a service, which listens at ports that are free.
func truthPod(t *testing.T, s *told, bin string) *pod {
	t.Helper()
	folder := filepath.Join(truth, filepath.Base(s.Program))
	file, notices := dockerfile.Parse("Dockerfile", []byte(readFile(t, folder+"/Dockerfile")), dockerfile.Build{Name: func(name string) string { return name }})
	manifest, more := manifests.Parse("deployment.yaml", []byte(readFile(t, folder+"/deployment.yaml")))
	if file == nil || manifest == nil {
		t.Fatal(notices, more)
	}
	p := &pod{bin: bin, spec: &manifest.Pods[0], image: &file.Stages[len(file.Stages)-1], ports: map[string]string{}, dir: t.TempDir()}
	for _, server := range s.servers {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer listener.Close()
		p.ports[server.Address] = listener.Addr().String()
	}
	return p
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// compare lists what happened in another way than was told.
func (s *told) compare(seen trial, endless bool) (wrong []string) {
	complain := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	next := func(what string) (at float64, happened bool) {
		if times := seen.events[what]; len(times) > 0 {
			seen.events[what] = times[1:]
			return times[0], true
		}
		return 0, false
	}
	happened := func(what string, m Moment, reached bool) {
		at, did := next(what)
		switch {
		case !did:
			complain("%s was to happen at %s, and did not", what, m)
		case m.Bound == Unknown: // it may be at any time
		case m.Bound != AtMost && at < m.Seconds-tolerance, m.Bound != AtLeast && at > m.Seconds+tolerance, reached && math.Abs(at-m.Seconds) > tolerance:
			complain("%s happened at %.2f s, and not at %s", what, at, m)
		}
	}
	name := filepath.Base(s.Program)
	for _, bar := range s.Bars {
		switch bar.Kind {
		case "hook":
			happened("hook "+name, bar.To, false)
		case "signal":
			happened("signal "+name, bar.From, false)
		case "sidecar":
			if sidecar, hook := strings.CutPrefix(bar.What, "preStop hook of sidecar "); hook {
				happened("hook "+strings.TrimSuffix(sidecar, ", at once"), bar.To, false)
			} else {
				happened("signal "+strings.Fields(bar.What)[1], bar.From, endless)
			}
		case "delay", "stop", "wait", "cleanup":
			cut := strings.HasSuffix(bar.What, "open requests are cut")
			if !s.timed[bar.At] { // the start of a server that nothing stops, or a case of a select
				continue
			}
			happened("begin "+bar.At, bar.From, endless)
			switch ends := seen.events["end "+bar.At]; {
			case len(ends) > 0 && bar.Open && endless && bar.Kind != "cleanup":
				complain("%s ended at %.2f s", bar.At, ends)
			case len(ends) > 0:
				happened("end "+bar.At, bar.To, endless)
			case !bar.Open && !cut && (bar.To.Seconds < s.Kill.Seconds || !endless):
				complain("%s was to end at %s, and did not", bar.At, bar.To)
			}
		}
	}
	killed := s.Verdict == Killed || endless && (s.Verdict == Late || s.Verdict == Unclear)
	if came := len(seen.events["kill "+name]) > 0; came != killed {
		complain("SIGKILL came: %v; the verdict is %s", came, s.Verdict)
	}
	if killed {
		happened("kill "+name, s.Kill, false)
	} else {
		happened("exit "+name, s.End, endless)
	}
	if lost := s.Verdict == Cut; !endless && lost != (seen.lost > 0) {
		complain("%d requests were lost; the verdict is %s", seen.lost, s.Verdict)
	}
	for _, a := range seen.arrivals {
		closes := s.closes(a.port)
		switch exact := endless || closes.Bound == Exact; {
		case closes.Bound == Unknown:
		case (exact || closes.Bound == AtLeast) && a.at < closes.Seconds-tolerance && !a.served:
			complain("a request that came at %.2f s to %s was lost, and it was to be open until %s", a.at, a.port, closes)
		case (exact || closes.Bound == AtMost) && a.at > closes.Seconds+tolerance && a.served:
			complain("a request that came at %.2f s to %s was served, and it was to close at %s", a.at, a.port, closes)
		}
	}
	for what, times := range seen.events {
		if where, begins := strings.CutPrefix(what, "begin "); begins && len(times) > 0 && !s.steps[where] {
			complain("%s happened at %.2f s, and was not foretold", what, times)
		}
	}
	slices.Sort(wrong)
	return wrong
}

// closes tells when a server takes no more requests.
func (s *told) closes(port string) Moment {
	server := s.servers[slices.IndexFunc(s.servers, func(server server) bool { return server.Address == port })]
	if server.stop >= 0 {
		return s.Bars[server.stop].From
	}
	return s.End
}

// stalls tell when the machine was too busy to measure times: it let a goroutine that had slept wait, or took long to
// start a process and see it end.
type stalls struct {
	mu   sync.Mutex
	last time.Time
}

// hurry has this process, and those that it starts, run before all others where that is permitted: tests of other packages
// run at the same time.
func hurry() {
	exec.Command("chrt", "--all-tasks", "--rr", "--pid", "1", strconv.Itoa(os.Getpid())).Run()
}

// watch watches until the test ends.
func watch(t *testing.T) *stalls {
	s := &stalls{}
	stop := make(chan struct{})
	t.Cleanup(func() { close(stop) })
	go func() {
		const nap = 2 * time.Millisecond
		for {
			start := time.Now()
			select {
			case <-stop:
				return
			case <-time.After(nap):
			}
			s.note(time.Since(start) - nap)
		}
	}()
	go func() {
		for done := false; !done; {
			start := time.Now()
			exec.Command("true").Run()
			s.note(time.Since(start))
			select {
			case <-stop:
				done = true
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return s
}

func (s *stalls) note(took time.Duration) {
	if took > scaled(tolerance)/10 {
		s.mu.Lock()
		s.last = time.Now()
		s.mu.Unlock()
	}
}

func (s *stalls) since(start time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last.After(start)
}
