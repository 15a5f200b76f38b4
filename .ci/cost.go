//go:build ignore

// Cost measures what gracelint costs beside go vet, over a module with about 1,200 dependencies (golangci-lint's own)
// or the one in DIR, and prints each figure with its limit. It is run in the root of the checkout:
//
//	go run .ci/cost.go [DIR]
//
// Its status is 1 when a limit is exceeded. Since a cold run compiles every dependency, it takes a quarter of an hour and
// some gigabytes of disk. Whatever else the machine does shows in the times; less so in those of the CPU.
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	largeModule = "github.com/golangci/golangci-lint/v2@v2.15.0"
	coldRuns    = 2
	warmRuns    = 11
)

func main() {
	log.SetFlags(0)
	if tool := os.Getenv("COST_TOOL"); tool != "" {
		os.Exit(watch(tool, os.Args[1:]))
	}
	tmp, err := os.MkdirTemp("", "cost")
	check(err)
	c := costs{tmp: tmp, tool: filepath.Join(tmp, "gracelint")}
	command{args: []string{"go", "build", "-o", c.tool, "./cmd/gracelint"}}.output()
	if len(os.Args) > 1 {
		c.dir, err = filepath.Abs(os.Args[1])
		check(err)
	} else {
		c.dir = copyModule(filepath.Join(tmp, "module"))
	}
	c.measure()
	check(os.RemoveAll(tmp))
	if c.over {
		os.Exit(1)
	}
}

// costs is one measurement under way.
type costs struct {
	tmp, tool, dir string
	over           bool // a limit is exceeded
}

func (c *costs) measure() {
	goList := command{c.dir, []string{"go", "list", "-deps", "-test", "./..."}}
	packages := strings.Fields(string(goList.output())) // downloads what is missing, before anything is timed
	fmt.Printf("%s: %d packages, dependencies and tests among them\n\n", c.dir, len(packages))

	c.print("analysis, of parsing and type-checking", "%", c.analysis(), 15, "CPU, in one process")

	vet := command{c.dir, []string{"go", "vet", "-json", "./..."}} // -json: findings are no failure
	own := command{c.dir, []string{c.tool, "--exit-zero", "--format", "json", "."}}
	ownCache, vetCache := filepath.Join(c.tmp, "own-cache"), filepath.Join(c.tmp, "vet-cache")
	var coldOwn, coldVet, warmOwn, warmVet []spent
	for range coldRuns {
		check(os.RemoveAll(ownCache))
		check(os.RemoveAll(vetCache))
		coldOwn, coldVet = append(coldOwn, own.time(ownCache)), append(coldVet, vet.time(vetCache))
	}
	c.compare(fmt.Sprintf("cold run, of go vet's (best of %d)", coldRuns), best(coldOwn), best(coldVet), 1.3)
	for range warmRuns {
		warmOwn, warmVet = append(warmOwn, own.time(ownCache)), append(warmVet, vet.time(vetCache))
	}
	c.compare(fmt.Sprintf("warm run, of go vet's (best of %d)", warmRuns), best(warmOwn), best(warmVet), 1.1)

	units := c.units(ownCache)
	byFacts := slices.SortedFunc(slices.Values(units), func(a, b unit) int { return cmp.Compare(a.Facts, b.Facts) })
	p95, largest := byFacts[len(byFacts)*95/100], byFacts[len(byFacts)-1]
	c.print("facts of a package, 95th percentile", "KB", float64(p95.Facts)/1024, 8, fmt.Sprintf("%d packages", len(units)))
	c.print("facts of a package, largest", "KB", float64(largest.Facts)/1024, 64, largest.Package)
	heaviest := slices.MaxFunc(units, func(a, b unit) int { return cmp.Compare(a.Memory, b.Memory) })
	c.print("largest process", "MB", float64(heaviest.Memory)/(1<<20), 200, heaviest.Package)
}

// print prints a figure and its limit.
func (c *costs) print(name, unit string, value, limit float64, note string) {
	verdict := ""
	if value > limit {
		verdict, c.over = "OVER", true
	}
	fmt.Printf("%-40s %7.2f %-2s  at most %3g %-4s  %s\n", name, value, unit, limit, verdict, note)
}

func (c *costs) compare(name string, own, vet spent, limit float64) {
	c.print(name, "", own.wall/vet.wall, limit,
		fmt.Sprintf("%.2f s of %.2f s; CPU %.2f s of %.2f s, ratio %.2f", own.wall, vet.wall, own.cpu, vet.cpu, own.cpu/vet.cpu))
}

// analysis returns what the benchmark in package analyzers says, in percent.
func (c *costs) analysis() float64 {
	benchmark := command{args: []string{"go", "test", "-run=^$", "-bench=BesideParsingAndTypeChecking", "-benchtime=1x", "./analyzers"}}
	out := benchmark.output("GRACELINT_COST_MODULE=" + c.dir)
	metric := regexp.MustCompile(`([0-9.]+) %-of-checking`).FindSubmatch(out)
	if metric == nil {
		log.Fatalf("the benchmark prints no ratio:\n%s", out)
	}
	percent, err := strconv.ParseFloat(string(metric[1]), 64)
	check(err)
	return percent
}

// copyModule makes a copy of the large module, where go vet may be run.
func copyModule(dir string) string {
	var downloaded struct{ Dir string }
	check(json.Unmarshal(command{args: []string{"go", "mod", "download", "-json", largeModule}}.output(), &downloaded))
	check(os.CopyFS(dir, os.DirFS(downloaded.Dir)))
	return dir
}

// A command can be run more than once.
type command struct {
	dir  string // empty: the checkout
	args []string
}

func (c command) run(env []string, stdout *bytes.Buffer) *os.ProcessState {
	var stderr bytes.Buffer
	cmd := exec.Command(c.args[0], c.args[1:]...)
	cmd.Dir, cmd.Env = c.dir, append(os.Environ(), append(env, "GOWORK=off")...)
	cmd.Stdout, cmd.Stderr = stdout, &stderr
	if err := cmd.Run(); err != nil {
		log.Fatalf("%s: %v\n%s%s", strings.Join(c.args, " "), err, stdout, &stderr)
	}
	return cmd.ProcessState
}

func (c command) output(env ...string) []byte {
	var stdout bytes.Buffer
	c.run(env, &stdout)
	return stdout.Bytes()
}

// spent is time in seconds; that of the CPU includes whatever the command started.
type spent struct{ wall, cpu float64 }

func (c command) time(cache string) spent {
	start := time.Now()
	state := c.run([]string{"GOCACHE=" + cache}, new(bytes.Buffer))
	return spent{time.Since(start).Seconds(), (state.UserTime() + state.SystemTime()).Seconds()}
}

// best returns the one that the rest of the machine disturbed least.
func best(times []spent) spent {
	return slices.MinFunc(times, func(a, b spent) int { return cmp.Compare(a.wall, b.wall) })
}

// A unit is what was seen of one process of go vet, which analyzes one package.
type unit struct {
	Package string
	Facts   int   // bytes, what is handed on of other packages' included
	Memory  int64 // bytes, at most
}

// units has go vet run this program in the tool's place, with everything compiled and nothing analyzed.
func (c *costs) units(cache string) []unit {
	self, err := os.Executable()
	check(err)
	seen := filepath.Join(c.tmp, "units")
	vet := command{c.dir, []string{"go", "vet", "-json", "-vettool=" + self, "-lifecycle.driver", "./..."}}
	vet.output("GOCACHE="+cache, "COST_TOOL="+c.tool, "COST_UNITS="+seen)
	content, err := os.ReadFile(seen)
	check(err)
	var units []unit
	for decoder := json.NewDecoder(bytes.NewReader(content)); decoder.More(); {
		var u unit
		check(decoder.Decode(&u))
		units = append(units, u)
	}
	return units
}

// watch runs the tool as go vet asks, notes what it cost, and returns its exit status.
func watch(tool string, args []string) int {
	cmd := exec.Command(tool, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if args[0] == "-V=full" {
		version, err := exec.Command(tool, args...).Output()
		check(err)
		fmt.Printf("%s00\n", bytes.TrimSpace(version)) // not the tool's own, or the go command has it cached
		return 0
	}
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		log.Fatal(err)
	}
	if config := args[len(args)-1]; strings.HasSuffix(config, ".cfg") && cmd.ProcessState.Success() {
		note(config, cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss*1024) // kilobytes, on Linux
	}
	return cmd.ProcessState.ExitCode()
}

func note(name string, memory int64) {
	content, err := os.ReadFile(name)
	check(err)
	var config struct{ ID, VetxOutput string }
	check(json.Unmarshal(content, &config))
	facts, err := os.Stat(config.VetxOutput)
	check(err)
	line, err := json.Marshal(unit{config.ID, int(facts.Size()), memory})
	check(err)
	file, err := os.OpenFile(os.Getenv("COST_UNITS"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	check(err)
	_, err = file.Write(append(line, '\n'))
	check(err)
	check(file.Close())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
