package timeline

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/manifests"
)

// program returns one that hears SIGTERM, and stops a server within so many seconds.
func program(path, dir string, limit lifecycle.Seconds) lifecycle.Program {
	at := lifecycle.Place{Path: dir + "/main.go", Line: 9}
	steps := inTurn(stop(0, limit), lifecycle.Step{Kind: lifecycle.Ends})
	steps[0].At = at
	return lifecycle.Program{
		Path: path, Dir: dir,
		Servers: []lifecycle.Server{{Name: "http.Server", At: at, Stop: lifecycle.StopGraceful, Stops: []lifecycle.StopCall{{Method: "Shutdown", At: at, Graceful: true, Limit: limit}}}},
		Catches: []lifecycle.Catch{{At: at, Signals: []lifecycle.Signum{15}}},
		Steps:   steps,
	}
}

// stop returns a step that stops a server.
func stop(server int, limit lifecycle.Seconds) lifecycle.Step {
	return lifecycle.Step{Kind: lifecycle.Stops, Method: "Shutdown", Server: server, Limit: limit}
}

// sleep returns a step.
func sleep(seconds lifecycle.Seconds) lifecycle.Step {
	return lifecycle.Step{Kind: lifecycle.Sleeps, Limit: seconds}
}

// inTurn returns the steps, each of which is done for certain once the one before it is over.
func inTurn(steps ...lifecycle.Step) []lifecycle.Step {
	for i := range steps {
		steps[i].Sure = true
		if steps[i].Kind != lifecycle.Stops {
			steps[i].Server = -1
		}
		steps[i].At = lifecycle.Place{Path: "main.go", Line: 20 + i}
		if i > 0 {
			steps[i].After, steps[i].Since = []int{i - 1}, []int{i - 1}
		}
	}
	return steps
}

// image returns what is known of a Dockerfile that builds the program cmd/NAME, and ends in the instructions.
func image(t *testing.T, name, end string) *dockerfile.File {
	t.Helper()
	src := fmt.Sprintf("FROM golang AS b\nWORKDIR /src\nCOPY . .\nRUN go build -o /%[1]s ./cmd/%[1]s\nFROM debian:13\nCOPY --from=b /%[1]s /\n%s\n", name, end)
	file, notices := dockerfile.Parse(name+".Dockerfile", []byte(src), dockerfile.Build{
		Files: fstest.MapFS{"cmd/" + name + "/main.go": {}}, File: name + ".Dockerfile", Name: func(name string) string { return name },
	})
	if file == nil {
		t.Fatal(notices)
	}
	return file
}

// manifest returns a Deployment with the pod's spec in YAML's flow style.
func manifest(t *testing.T, spec string) *manifests.File {
	t.Helper()
	src := "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    metadata: {labels: {app: web}}\n    spec: " + spec + "\n" +
		"---\napiVersion: v1\nkind: Service\nmetadata: {name: front}\nspec: {selector: {app: web}}\n"
	file, notices := manifests.Parse("web.yaml", []byte(src))
	if file == nil {
		t.Fatal(notices)
	}
	return file
}

var seconds = regexp.MustCompile(`(\d) s\b`)

// summary prints the bars as KIND FROM-TO, but for those of every pod.
func summary(s Stop) string {
	var bars []string
	for _, bar := range s.Bars {
		switch {
		case bar.Kind == "deletion" || bar.Kind == "endpoints":
		case bar.From == bar.To:
			bars = append(bars, bar.Kind+" "+bar.From.String())
		default:
			bars = append(bars, bar.Kind+" "+bar.From.String()+"-"+bar.To.String())
		}
	}
	return string(s.Verdict) + ": " + seconds.ReplaceAllString(strings.Join(bars, ", "), "$1")
}

func TestTheStop(t *testing.T) {
	const exec = `ENTRYPOINT ["/web"]`
	container := func(more string) string { return "containers: [{name: web, image: web" + more + "}]" }
	hook := func(seconds int) string {
		return fmt.Sprintf(", lifecycle: {preStop: {sleep: {seconds: %d}}}", seconds)
	}
	run := func(line string) string {
		return fmt.Sprintf(", lifecycle: {preStop: {exec: {command: [sh, -c, %q]}}}", line)
	}
	// does has it do the steps one after the other, and two has it do so with two servers.
	does := func(steps ...lifecycle.Step) func(*lifecycle.Program) {
		return func(p *lifecycle.Program) { p.Steps = inTurn(append(steps, lifecycle.Step{Kind: lifecycle.Ends})...) }
	}
	two := func(steps ...lifecycle.Step) func(*lifecycle.Program) {
		return func(p *lifecycle.Program) {
			p.Servers = append(p.Servers, p.Servers[0])
			does(steps...)(p)
		}
	}
	together := func(p *lifecycle.Program) {
		two(sleep(2), stop(0, 10), stop(1, 20), lifecycle.Step{Kind: lifecycle.Waits, Method: "Wait"})(p)
		p.Steps[2].After, p.Steps[2].Since = []int{0}, []int{0}
		p.Steps[3].After, p.Steps[3].For = nil, []int{1, 2}
	}
	oneLimit := func(p *lifecycle.Program) {
		two(sleep(2), stop(0, 10), stop(1, 10))(p)
		p.Steps[1].Since, p.Steps[2].Since = nil, nil
	}
	waits := func(limit lifecycle.Seconds) lifecycle.Step {
		return lifecycle.Step{Kind: lifecycle.Waits, Method: "Wait", Limit: limit}
	}
	for name, tc := range map[string]struct {
		end, spec string
		limit     lifecycle.Seconds
		change    func(*lifecycle.Program)
		want      string
	}{
		"nothing special":               {exec, container(""), 20, nil, "in-time: signal 0, stop 0-<=20, kill 30"},
		"as long as there is":           {exec, container(hook(10)), 20, nil, "unknown: hook 0-10, signal 10, stop 10-<=30, kill 30"},
		"a second longer":               {exec, container(hook(11)), 20, nil, "late: hook 0-11, signal 11, stop 11-<=31, kill 30"},
		"the floor of 2 s":              {exec, container(hook(30)), 2, nil, "unknown: hook 0-30, signal 30, stop 30-<=32, kill 32"},
		"a hook in a shell":             {exec, container(run("echo draining; sleep 5")), 20, nil, "in-time: hook 0-5, signal 5, stop 5-<=25, kill 30"},
		"a fraction of a second":        {exec, container(run("sleep 5.5")), 20, nil, "in-time: hook 0-5.5, signal 5.5, stop 5.5-<=25.5, kill 30.5"},
		"a hook of some length":         {exec, container(run("sleep 5; nginx -s quit")), 20, nil, "unknown: hook 0->=5, signal >=5, stop >=5-~25, kill >=30"},
		"a hook that is long enough":    {exec, container(run("sleep 15; nginx -s quit")), 20, nil, "late: hook 0->=15, signal >=15, stop >=15-~35, kill >=30"},
		"a condition":                   {exec, container(run("test -f /x || sleep 5")), 20, nil, "unknown: hook 0->=0, signal >=0, stop >=0-~20, kill >=30"},
		"a request":                     {exec, container(", lifecycle: {preStop: {httpGet: {port: 80}}}"), 20, nil, "unknown: hook 0->=0, signal >=0, stop >=0-~20, kill >=30"},
		"a hook that fails":             {exec, container(", lifecycle: {preStop: {tcpSocket: {port: 80}}}"), 20, nil, "in-time: hook 0, signal 0, stop 0-<=20, kill 30"},
		"a hook that the image has not": {"FROM scratch\nCOPY --from=b /web /\n" + exec, container(run("sleep 15")), 20, nil, "in-time: hook 0, signal 0, stop 0-<=20, kill 30"},
		"no limit":                      {exec, container(""), 0, nil, "unknown: signal 0, stop 0->=0, kill 30"},
		"a delay":                       {exec, container(""), 20, does(sleep(11), stop(0, 20)), "late: signal 0, delay 0-11, stop 11-<=31, kill 30"},
		"a delay that depends":          {exec, container(""), 20, func(p *lifecycle.Program) { does(sleep(11), stop(0, 20))(p); p.Steps[0].Sure = false }, "unknown: signal 0, delay 0-<=11, stop <=11-<=31, kill 30"},
		"a wait":                        {exec, container(""), 20, does(stop(0, 20), waits(0)), "unknown: signal 0, stop 0-<=20, wait <=20-~20, kill 30"},
		"a wait with a limit":           {exec, container(""), 20, does(stop(0, 20), waits(5)), "in-time: signal 0, stop 0-<=20, wait <=20-<=25, kill 30"},
		"cleanup":                       {exec, container(""), 20, does(stop(0, 20), lifecycle.Step{Kind: lifecycle.CleansUp, Method: "Close"}), "in-time: signal 0, stop 0-<=20, cleanup <=20-~20, kill 30"},
		"cleanup with a limit":          {exec, container(""), 20, does(stop(0, 20), lifecycle.Step{Kind: lifecycle.CleansUp, Method: "Flush", Limit: 5}), "in-time: signal 0, stop 0-<=20, cleanup <=20-<=25, kill 30"},
		"two in turn":                   {exec, container(""), 0, two(stop(0, 10), stop(1, 20)), "unknown: signal 0, stop 0-<=10, stop <=10-<=30, kill 30"},
		"two in turn, too long":         {exec, container(""), 0, two(stop(0, 11), stop(1, 20)), "late: signal 0, stop 0-<=11, stop <=11-<=31, kill 30"},
		"two in turn, within one limit": {exec, container(""), 0, oneLimit, "in-time: signal 0, delay 0-2, stop 2-<=10, stop <=10, kill 30"},
		"two together":                  {exec, container(""), 0, together, "in-time: signal 0, delay 0-2, wait 0-<=22, stop 2-<=12, stop 2-<=22, kill 30"},
		"no one knows when":             {exec, container(""), 20, func(p *lifecycle.Program) { p.Steps = nil }, "unknown: signal 0, stop ~0, kill 30"},
		"the program ends meanwhile":    {exec, container(""), 20, func(p *lifecycle.Program) { p.Steps[1].After = nil }, "cut: signal 0, stop 0, kill 30"},
		"it is not known when it ends":  {exec, container(""), 20, func(p *lifecycle.Program) { p.Steps = p.Steps[:1] }, "unknown: signal 0, stop 0-<=20, kill 30"},
		"never stopped": {exec, container(""), 20, func(p *lifecycle.Program) {
			p.Servers[0].Stop, p.Steps = lifecycle.StopNever, inTurn(lifecycle.Step{Kind: lifecycle.Ends})
		}, "cut: signal 0, stop 0, kill 30"},
		"SIGTERM is not caught":         {exec, container(""), 20, func(p *lifecycle.Program) { p.Term = lifecycle.TermUnheard }, "cut: signal 0, program 0, kill 30"},
		"SIGTERM is ignored":            {exec, container(""), 20, func(p *lifecycle.Program) { p.Term = lifecycle.TermIgnored }, "killed: signal 0, program 0-30, kill 30"},
		"dash stays PID 1":              {"CMD /web", container(hook(5)), 20, nil, "killed: hook 0-5, signal 5, pid1 5-30, kill 30"},
		"dash is killed":                {`ENTRYPOINT ["tini", "sh", "-c", "/web 2>&1"]`, container(""), 20, nil, "cut: signal 0, pid1 0, kill 30"},
		"dash, and not PID 1":           {"CMD /web", "shareProcessNamespace: true, " + container(""), 20, nil, "unknown: signal 0, pid1 0->=0, kill 30"},
		"the pod's own command":         {"CMD /web", container(", command: [/web]"), 20, nil, "in-time: signal 0, stop 0-<=20, kill 30"},
		"another signal":                {exec + "\nSTOPSIGNAL int", container(""), 20, nil, "cut: signal 0, program 0, kill 30"},
		"a signal that does nothing":    {exec + "\nSTOPSIGNAL USR1", container(""), 20, nil, "killed: signal 0, program 0-30, kill 30"},
		"a framework's signal":          {exec + "\nSTOPSIGNAL QUIT", container(""), 20, func(p *lifecycle.Program) { p.Unseen = true }, "in-time: signal 0, stop 0-<=20, kill 30"},
		"another signal that is caught": {exec + "\nSTOPSIGNAL 2", container(""), 20, func(p *lifecycle.Program) { p.Catches[0].Signals = []lifecycle.Signum{2} }, "in-time: signal 0, stop 0-<=20, kill 30"},
		"the pod's signal":              {exec + "\nSTOPSIGNAL INT", container(", lifecycle: {stopSignal: SIGTERM}"), 20, nil, "in-time: signal 0, stop 0-<=20, kill 30"},
		"a grace period of its own":     {exec, "terminationGracePeriodSeconds: 10, " + container(""), 20, nil, "late: signal 0, stop 0-<=20, kill 10"},
		"no grace period":               {exec, "terminationGracePeriodSeconds: 0, " + container(hook(5)), 1, nil, "in-time: hook 0-1, signal 1, stop 1-<=2, kill 3"},
		"no number":                     {exec, "terminationGracePeriodSeconds: x, " + container(""), 40, nil, "unknown: signal 0, stop 0-<=40, kill ~30"},
		"native sidecars": {exec, "initContainers: [{name: a, image: a, restartPolicy: Always, lifecycle: {preStop: {sleep: {seconds: 3}}}}, {name: b, image: b}], " + container(""), 20, nil,
			"in-time: signal 0, stop 0-<=20, sidecar 0-3, sidecar <=20-~20, kill 30"},
	} {
		t.Run(name, func(t *testing.T) {
			p := program("example.com/shop/cmd/web", "cmd/web", tc.limit)
			if tc.change != nil {
				tc.change(&p)
			}
			services, apart := Join(Artifacts{Programs: []lifecycle.Program{p}, Dockerfiles: []*dockerfile.File{image(t, "web", tc.end)}, Manifests: []*manifests.File{manifest(t, "{"+tc.spec+"}")}})
			if len(services) != 1 || len(apart) > 0 {
				t.Fatalf("got %d services, and apart %v", len(services), apart)
			}
			if got := summary(services[0].Stop()); got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}

func TestThePodsSignalDependsOnAGate(t *testing.T) {
	services, _ := Join(Artifacts{
		Programs:    []lifecycle.Program{program("example.com/shop/cmd/web", "cmd/web", 1)},
		Dockerfiles: []*dockerfile.File{image(t, "web", `ENTRYPOINT ["/web"]`)},
		Manifests:   []*manifests.File{manifest(t, "{containers: [{name: web, image: web, lifecycle: {stopSignal: SIGQUIT}}]}")},
	})
	bars := services[0].Stop().Bars
	i := slices.IndexFunc(bars, func(b Bar) bool { return b.Kind == "signal" })
	if want := "SIGQUIT, or SIGTERM where the gate ContainerStopSignals is off"; bars[i].What != want || bars[i].At != "web.yaml:7" {
		t.Errorf("got %q at %s, want %q", bars[i].What, bars[i].At, want)
	}
}

func TestJoin(t *testing.T) {
	web := program("example.com/shop/cmd/web", "cmd/web", 1)
	jobs := program("example.com/shop/jobs/v2", "cmd/jobs", 1)
	exec := func(name string) *dockerfile.File { return image(t, name, `ENTRYPOINT ["/`+name+`"]`) }
	containers := func(images ...string) *manifests.File {
		var list []string
		for i, image := range images {
			list = append(list, fmt.Sprintf("{name: c%d, image: %q}", i, image))
		}
		return manifest(t, "{containers: ["+strings.Join(list, ", ")+"]}")
	}
	const (
		noImage     = "program example.com/shop/cmd/web (cmd/web): no Dockerfile is known to build it"
		noContainer = "program example.com/shop/cmd/web (cmd/web): no container is known to run the image of web.Dockerfile"
		notBuilt    = " (web.yaml:7): it is not known to be built here of a program that starts a server"
		otherStart  = "image web (web.yaml:7): it starts /migrate, and it is not known what that runs"
	)
	file, other := exec("web"), exec("jobs")
	debug := image(t, "web", `ENTRYPOINT ["/web", "--debug"]`)
	debug.Path = "debug.Dockerfile"
	withDev := image(t, "web", `ENTRYPOINT ["/web"]`)
	withDev.Built = []int{1, 0}
	withDev.Stages[0].Package = "cmd/web"
	for name, tc := range map[string]struct {
		programs []lifecycle.Program
		images   []*dockerfile.File
		manifest *manifests.File
		tags     []Tag
		want     []string
	}{
		"by the image's name": {[]lifecycle.Program{web, jobs}, []*dockerfile.File{exec("web"), exec("jobs")}, containers("jobs", "localhost:5000/shop/web:1@sha256:0"), nil,
			[]string{"c0 runs example.com/shop/jobs/v2", "c1 runs example.com/shop/cmd/web"}},
		"the only ones":               {[]lifecycle.Program{web}, []*dockerfile.File{exec("web")}, containers("shop"), nil, []string{"c0 runs example.com/shop/cmd/web"}},
		"the only ones, by the owner": {[]lifecycle.Program{web}, []*dockerfile.File{exec("web")}, containers("registry.example.com/shop-eu/front"), nil, []string{"c0 runs example.com/shop/cmd/web"}},
		"the only ones, and somebody else's": {[]lifecycle.Program{web}, []*dockerfile.File{exec("web")}, containers("rancher/local-path-provisioner"), nil,
			[]string{"image rancher/local-path-provisioner" + notBuilt, noContainer}},
		"the only ones, and everybody's": {[]lifecycle.Program{program("example.com/redis/cmd/web", "cmd/web", 1)}, []*dockerfile.File{exec("web")}, containers("redis:8"), nil,
			[]string{"image redis" + notBuilt, strings.ReplaceAll(noContainer, "shop", "redis")}},
		"by the program's file": {[]lifecycle.Program{web}, []*dockerfile.File{image(t, "web", "COPY --from=b /web /front\nENTRYPOINT [\"/front\"]")}, containers("acme/front", "redis"), nil,
			[]string{"c0 runs example.com/shop/cmd/web", "image redis" + notBuilt}},
		"not the only image in the manifests": {[]lifecycle.Program{web}, []*dockerfile.File{exec("web")}, containers("shop", "redis:8", "redis:7"), nil,
			[]string{"image shop" + notBuilt, "image redis in 2 containers" + notBuilt, noContainer}},
		"ko": {[]lifecycle.Program{web, jobs}, nil, containers("ko://example.com/shop/cmd/web", "ko://example.com/other"), nil, []string{"c0 runs example.com/shop/cmd/web",
			"image ko://example.com/other (web.yaml:7): no program here that starts a server has this import path",
			"program example.com/shop/jobs/v2 (cmd/jobs): no Dockerfile is known to build it"}},
		"two images that differ": {[]lifecycle.Program{web}, []*dockerfile.File{exec("web"), debug}, containers("web"), nil,
			[]string{"image web (web.yaml:7): it may be built of web.Dockerfile or of debug.Dockerfile", noContainer}},
		"a stage for development":   {[]lifecycle.Program{web}, []*dockerfile.File{withDev}, containers("web"), nil, []string{"c0 runs example.com/shop/cmd/web"}},
		"two images that are alike": {[]lifecycle.Program{web}, []*dockerfile.File{exec("web"), exec("web")}, containers("web"), nil, []string{"c0 runs example.com/shop/cmd/web"}},
		"built under the name": {[]lifecycle.Program{web}, []*dockerfile.File{debug, file}, containers("registry.example.com/web", "redis"), []Tag{{"registry.example.com/web:1", file, ""}},
			[]string{"c0 runs example.com/shop/cmd/web", "image redis" + notBuilt}},
		"built under another name than the program's": {[]lifecycle.Program{web, jobs}, []*dockerfile.File{file, other}, containers("eu.example.com/shop/store", "store"), []Tag{{"store", file, ""}},
			[]string{"c0 runs example.com/shop/cmd/web", "c1 runs example.com/shop/cmd/web", "program example.com/shop/jobs/v2 (cmd/jobs): no container is known to run the image of jobs.Dockerfile"}},
		"built under the program's name of something else": {[]lifecycle.Program{web}, []*dockerfile.File{file}, containers("web"), []Tag{{"web", other, ""}},
			[]string{"image web" + notBuilt, noContainer}},
		"another stage is built": {[]lifecycle.Program{web}, []*dockerfile.File{file}, containers("web"), []Tag{{"web", file, "b"}},
			[]string{"image web" + notBuilt, noContainer}},
		"somebody else's image of the name": {[]lifecycle.Program{web}, []*dockerfile.File{file}, containers("ghcr.io/shop/web", "ghcr.io/else/web"), nil,
			[]string{"c0 runs example.com/shop/cmd/web", "image ghcr.io/else/web (web.yaml:7): it is called as a program here is, and may be somebody else's"}},
		"a common name in a public registry": {[]lifecycle.Program{web}, []*dockerfile.File{file}, containers("kong/web", "ghcr.io/kong/web"), nil,
			[]string{"image kong/web (web.yaml:7): it is called as a program here is, and may be somebody else's",
				"image ghcr.io/kong/web (web.yaml:7): it is called as a program here is, and may be somebody else's", noContainer}},
		"everybody's image": {[]lifecycle.Program{program("example.com/shop/cmd/registry", "cmd/web", 1)}, []*dockerfile.File{file}, containers("registry:2", "redis"), nil,
			[]string{"image registry (web.yaml:7): it is called as a program here is, and may be somebody else's", "image redis" + notBuilt, strings.ReplaceAll(noContainer, "shop/cmd/web", "shop/cmd/registry")}},
		"a name of its own in a public registry": {[]lifecycle.Program{program("shop/cmd/storefront", "cmd/web", 1)}, []*dockerfile.File{file}, containers("acme/storefront", "redis"), nil,
			[]string{"c0 runs shop/cmd/storefront", "image redis" + notBuilt}},
		"a registry that is not known": {[]lifecycle.Program{web}, []*dockerfile.File{file}, containers("eu.example.com/a/web", "eu.example.com/a/web:2"), nil,
			[]string{"c0 runs example.com/shop/cmd/web", "c1 runs example.com/shop/cmd/web"}},
		"another command": {[]lifecycle.Program{web}, []*dockerfile.File{exec("web")}, manifest(t, "{containers: [{name: c0, image: web, command: [/migrate]}]}"), nil, []string{otherStart, noContainer}},
		"arguments":       {[]lifecycle.Program{web}, []*dockerfile.File{exec("web")}, manifest(t, "{containers: [{name: c0, image: web, args: [--x]}]}"), nil, []string{"c0 runs example.com/shop/cmd/web"}},
		"arguments instead of CMD": {[]lifecycle.Program{web}, []*dockerfile.File{image(t, "web", `CMD ["/web"]`)}, manifest(t, "{containers: [{name: c0, image: web, args: [/migrate]}]}"), nil,
			[]string{otherStart, noContainer}},
		"a job":    {[]lifecycle.Program{web}, []*dockerfile.File{exec("web")}, manifest(t, "{restartPolicy: Never, containers: [{name: c0, image: web}]}"), nil, []string{noContainer}},
		"no image": {[]lifecycle.Program{web}, nil, containers("web"), nil, []string{"image web" + notBuilt, noImage}},
	} {
		t.Run(name, func(t *testing.T) {
			services, apart := Join(Artifacts{Programs: tc.programs, Dockerfiles: tc.images, Manifests: []*manifests.File{tc.manifest}, Tags: tc.tags})
			var got []string
			for _, s := range services {
				got = append(got, s.Container.Name+" runs "+s.Program.Path)
				if len(s.Routes) != 1 || s.Routes[0].Service.Name != "front" {
					t.Errorf("requests come from %v", s.Routes)
				}
			}
			for _, a := range apart {
				got = append(got, fmt.Sprintf("%s (%s): %s", a.What, a.At, a.Missing))
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tc.want, "\n"))
			}
		})
	}
}

func TestOneServiceInSeveralFilesIsTheNearest(t *testing.T) {
	file := func(path string) *manifests.File {
		f := manifest(t, "{containers: [{name: web, image: web}]}")
		f.Path = path
		return f
	}
	withoutPod := func(f *manifests.File) *manifests.File {
		f.Pods = nil
		return f
	}
	services, _ := Join(Artifacts{
		Programs:    []lifecycle.Program{program("example.com/shop/cmd/web", "cmd/web", 1)},
		Dockerfiles: []*dockerfile.File{image(t, "web", `ENTRYPOINT ["/web"]`)},
		Manifests: []*manifests.File{withoutPod(file("all.yaml")), file("base/web.yaml"), withoutPod(file("dev/service.yaml")), withoutPod(file("prod/service.yaml")), func() *manifests.File {
			f := file("prod/web.yaml")
			f.Services = nil
			return f
		}()},
	})
	var got []string
	for _, s := range services {
		for _, route := range s.Routes {
			got = append(got, s.Manifest.Path+" "+route.File.Path)
		}
	}
	if want := []string{"base/web.yaml base/web.yaml", "prod/web.yaml prod/service.yaml"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTheDrawingFitsAnyWidth(t *testing.T) {
	p := program("example.com/"+strings.Repeat("a-very-long-name/", 5)+"web", "cmd/web", 25)
	services, apart := Join(Artifacts{Programs: []lifecycle.Program{p, program("example.com/other", "other", 1)},
		Dockerfiles: []*dockerfile.File{image(t, "web", `ENTRYPOINT ["/web"]`)}, Manifests: []*manifests.File{manifest(t, "{containers: [{name: web, image: web}]}")}})
	for _, glyphs := range []Glyphs{Unicode, ASCII} {
		for _, width := range []int{40, 41, 80, 200} {
			var b strings.Builder
			if err := Text(&b, services, apart, width, glyphs); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(b.String()) {
				if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > width {
					t.Errorf("a line of %d columns in a drawing of %d: %s", n, width, line)
				}
			}
			if isASCII := len(b.String()) == utf8.RuneCountInString(b.String()); isASCII != (glyphs == ASCII) {
				t.Errorf("the drawing with %v is\n%s", glyphs, b.String())
			}
		}
	}
}

func TestOverBudgetCountsWhatIsCertain(t *testing.T) {
	const exec = `ENTRYPOINT ["/web"]`
	pod := func(more string) string { return "{containers: [{name: web, image: web" + more + "}]}" }
	hook := func(handler string) string { return pod(", lifecycle: {preStop: {" + handler + "}}") }
	two := func(steps ...lifecycle.Step) func(p *lifecycle.Program) {
		return func(p *lifecycle.Program) {
			p.Servers, p.Steps = append(p.Servers, p.Servers[0]), inTurn(append(steps, lifecycle.Step{Kind: lifecycle.Ends})...)
		}
	}
	side := func(p *lifecycle.Program) {
		two(stop(0, 20), stop(1, 60))(p)
		p.Servers[1].Side = true
	}
	together := func(p *lifecycle.Program) {
		two(stop(0, 21), stop(1, 21))(p)
		p.Steps[1].After, p.Steps[1].Since, p.Steps[2].After = nil, nil, []int{0, 1}
	}
	for name, tc := range map[string]struct {
		end, pod string
		limit    lifecycle.Seconds
		change   func(*lifecycle.Program)
		want     string // the steps; empty: no finding
	}{
		"a hook and a limit": {exec, hook("sleep: {seconds: 10}"), 21, nil, "the preStop hook takes 10 s, Shutdown may take 21 s"},
		"just enough":        {exec, hook("sleep: {seconds: 10}"), 20, nil, ""},
		"a sleep in the code": {exec, pod(""), 21, func(p *lifecycle.Program) {
			p.Steps = inTurn(sleep(10), stop(0, 21), lifecycle.Step{Kind: lifecycle.Ends})
		}, "the program sleeps 10 s, Shutdown may take 21 s"},
		"a limit alone":              {exec, pod(""), 31, nil, "Shutdown may take 31 s"},
		"servers stopped together":   {exec, pod(""), 0, together, ""},
		"one after the other":        {exec, pod(""), 0, two(sleep(5), stop(0, 15), stop(1, 11)), "the program sleeps 5 s, Shutdown may take 15 s, Shutdown may take 11 s"},
		"one of two":                 {exec, pod(""), 0, two(stop(0, 0), stop(1, 31)), "Shutdown may take 31 s"},
		"a side server":              {exec, pod(""), 20, side, ""},
		"a hook that may stop it":    {exec, hook("exec: {command: [sh, -c, kill 1; sleep 10]}"), 21, nil, ""},
		"a request that may stop it": {exec, hook("httpGet: {port: 80}"), 31, nil, ""},
		"a hook as long as the period": {exec, hook("sleep: {seconds: 30}"), 21, nil,
			""}, // manifests/prestop-exceeds-grace speaks
		"a hook that the image has not": {"FROM gcr.io/distroless/static\nCOPY --from=b /web /\n" + exec, hook("exec: {command: [sleep, '10']}"), 21, nil,
			""}, // missing-binary speaks
		"a flag of the image":    {`ENTRYPOINT ["/web", "--drain=5s"]`, pod(""), 31, nil, ""},
		"a flag of the pod":      {exec, pod(", args: [--shutdown-timeout, '5']"), 31, nil, ""},
		"a flag of another kind": {exec, pod(", args: ['--port=8080']"), 31, nil, "Shutdown may take 31 s"},
		"nothing is waited for":  {exec, pod(""), 31, func(p *lifecycle.Program) { p.Term = lifecycle.TermUnheard }, ""},
		"a shell in front":       {"CMD /web", pod(""), 31, nil, ""},
		"in a dependency":        {exec, pod(""), 31, func(p *lifecycle.Program) { p.Steps[0].At.Path = "" }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := program("example.com/shop/cmd/web", "cmd/web", tc.limit)
			if tc.change != nil {
				tc.change(&p)
			}
			services, _ := Join(Artifacts{Programs: []lifecycle.Program{p}, Dockerfiles: []*dockerfile.File{image(t, "web", tc.end)}, Manifests: []*manifests.File{manifest(t, tc.pod)}})
			got := ""
			for _, f := range Check(services) {
				if f.Rule != overBudget.ID {
					continue
				}
				_, got, _ = strings.Cut(f.Message, ": ")
				got, _, _ = strings.Cut(got, "; ")
			}
			if len(services) != 1 || got != tc.want {
				t.Errorf("got %q of %d services, want %q", got, len(services), tc.want)
			}
		})
	}
}

func TestASignalIsMissedOnlyForCertain(t *testing.T) {
	for name, tc := range map[string]struct {
		end    string
		change func(*lifecycle.Program)
		want   bool
	}{
		"another signal":           {"STOPSIGNAL SIGQUIT", nil, true},
		"a signal by its number":   {"STOPSIGNAL 3", nil, true},
		"a framework catches more": {"STOPSIGNAL SIGQUIT", func(p *lifecycle.Program) { p.Unseen = true }, false},
		"more may be caught": {"STOPSIGNAL SIGQUIT", func(p *lifecycle.Program) {
			p.Catches = append(p.Catches, lifecycle.Catch{Unknown: true})
		}, false},
		"SIGTERM has no handler":        {"STOPSIGNAL SIGQUIT", func(p *lifecycle.Program) { p.Term = lifecycle.TermUnheard }, false},
		"nothing is stopped":            {"STOPSIGNAL SIGQUIT", func(p *lifecycle.Program) { p.Servers[0].Stop = lifecycle.StopNever }, false},
		"a signal that is not known":    {"ARG SIGNAL\nSTOPSIGNAL $SIGNAL", nil, false},
		"a signal of another family":    {"STOPSIGNAL SIGRTMIN+3", nil, false}, // systemd's, which no Go program catches by name
		"dockerfile/stop-signal speaks": {"STOPSIGNAL SIGKILL", nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := program("example.com/shop/cmd/web", "cmd/web", 20)
			if tc.change != nil {
				tc.change(&p)
			}
			services, _ := Join(Artifacts{Programs: []lifecycle.Program{p}, Dockerfiles: []*dockerfile.File{image(t, "web", tc.end+"\nENTRYPOINT [\"/web\"]")}, Manifests: []*manifests.File{manifest(t, "{containers: [{name: web, image: web}]}")}})
			if len(services) != 1 {
				t.Fatal(services)
			}
			if _, got := checkSignalNotHandled(&services[0]); got != tc.want {
				t.Errorf("a finding: %t, want %t", got, tc.want)
			}
		})
	}
}

func TestADrainDelayIsAdviceWhereTheServiceMayMeanAnother(t *testing.T) {
	for name, tc := range map[string]struct{ more, service, want string }{
		"one container":         {"", "{selector: {app: web}}", "warning"},
		"two containers":        {", {name: proxy, image: proxy}", "{selector: {app: web}}", "strict"},
		"its port":              {"", "{ports: [{port: 80, targetPort: 8080}], selector: {app: web}}", "warning"},
		"another port":          {"", "{ports: [{port: 9090}], selector: {app: web}}", "nothing"},
		"a port by name":        {"", "{ports: [{port: 80, targetPort: http}], selector: {app: web}}", "warning"},
		"headless":              {"", "{clusterIP: None, selector: {app: web}}", "strict"},
		"never withdrawn":       {"", "{publishNotReadyAddresses: true, selector: {app: web}}", "nothing"},
		"a Service of another":  {"", "{selector: {app: other}}", "nothing"},
		"another name for one":  {"", "{type: ExternalName, selector: {app: web}}", "nothing"},
		"no endpoints to speak": {"", "{}", "nothing"},
	} {
		t.Run(name, func(t *testing.T) {
			p := program("example.com/shop/cmd/web", "cmd/web", 20)
			p.Servers[0].AtOnce, p.Servers[0].Address = true, ":8080"
			f := manifest(t, "{containers: [{name: web, image: web}"+tc.more+"]}")
			services, _ := manifests.Parse("service.yaml", []byte("apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: "+tc.service))
			f.Services = nil
			joined, _ := Join(Artifacts{Programs: []lifecycle.Program{p}, Dockerfiles: []*dockerfile.File{image(t, "web", `ENTRYPOINT ["/web"]`)}, Manifests: []*manifests.File{f, services}})
			if len(joined) != 1 {
				t.Fatal(joined)
			}
			got := "nothing"
			if found, ok := checkNoDrainDelay(&joined[0]); ok && found.Strict {
				got = "strict"
			} else if ok {
				got = "warning"
			}
			if got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

func TestKustomizeRenamesAndPatches(t *testing.T) {
	for name, tc := range map[string]struct {
		kustomize []string
		want      string
	}{
		"nothing":               {nil, "apart"},
		"another name":          {[]string{"images: [{name: app, newName: registry.example.com/web}]"}, "joined"},
		"the same twice":        {[]string{"images: [{name: app, newName: registry.example.com/web}]", "images: [{name: app, newName: eu.example.com/web, newTag: v1}]"}, "joined"},
		"another elsewhere":     {[]string{"images: [{name: app, newName: registry.example.com/web}]", "images: [{name: app, newName: eu.example.com/else}]"}, "apart"},
		"of another":            {[]string{"images: [{name: other, newName: registry.example.com/web}]"}, "apart"},
		"a patch":               {[]string{"images: [{name: app, newName: web}]", "patches: [{patch: '{kind: Deployment, metadata: {name: web}, spec: {template: {spec: {terminationGracePeriodSeconds: 60}}}}'}]"}, "patched"},
		"a patch of many":       {[]string{"images: [{name: app, newName: web}]", "patches: [{target: {kind: Deployment}, patch: '[{op: add, path: /spec/template/spec/terminationGracePeriodSeconds, value: 60}]'}]"}, "patched"},
		"a patch of other kind": {[]string{"images: [{name: app, newName: web}]", "patches: [{target: {kind: Deployment}, patch: '[{op: add, path: /spec/replicas, value: 2}]'}]"}, "joined"},
	} {
		t.Run(name, func(t *testing.T) {
			a := Artifacts{
				Programs:    []lifecycle.Program{program("example.com/shop/cmd/web", "cmd/web", 1)},
				Dockerfiles: []*dockerfile.File{image(t, "web", `ENTRYPOINT ["/web"]`)},
				Manifests:   []*manifests.File{manifest(t, "{containers: [{name: web, image: 'app:1'}, {name: cache, image: redis}]}")},
			}
			for _, src := range tc.kustomize {
				a.Kustomize = append(a.Kustomize, manifests.ParseKustomization([]byte(src)))
			}
			got := "apart"
			if services, _ := Join(a); len(services) == 1 {
				if got = "joined"; services[0].Patched {
					got = "patched"
				}
			}
			if got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}
