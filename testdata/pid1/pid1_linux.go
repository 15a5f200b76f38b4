// Package pid1 runs a command as PID 1 of a PID namespace, sends it SIGTERM from outside, and says what came of it.
// The tests of what gracelint says of shells stand on it.
package pid1

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gracelint/gracelint/testdata/need"
)

// NeedNamespaces is for a test that needs PID namespaces.
func NeedNamespaces(t *testing.T) {
	t.Helper()
	if err := Command("/", []string{"true"}).Run(); err != nil {
		need.Missing(t, "PID namespaces are not permitted: "+err.Error())
	}
}

// Build returns the folder of a program called app, which drains for a moment when it is told to end. Where PID
// namespaces are not permitted, it skips the test, but in CI.
func Build(t *testing.T) string {
	t.Helper()
	NeedNamespaces(t)
	// Under nohup shells would start with SIGHUP ignored, in the background of a script with SIGINT, and a trap for it would
	// be none. What is caught here is no longer ignored, and is not caught in what is started.
	for _, inherited := range []os.Signal{syscall.SIGHUP, syscall.SIGINT} {
		if signal.Ignored(inherited) {
			signal.Notify(make(chan os.Signal, 1), inherited)
		}
	}
	bin := t.TempDir()
	source := filepath.Join(bin, "app.go")
	if err := os.WriteFile(source, []byte(app), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-o", filepath.Join(bin, "app"), source).CombinedOutput(); err != nil {
		t.Fatalf("building the app: %v\n%s", err, out)
	}
	return bin
}

const app = `package main

import (
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

func main() {
	log, err := os.OpenFile(os.Getenv("LOG"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		panic(err)
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	log.WriteString("args=" + strings.Join(os.Args[1:], "\x1f") + "\n")
	if os.Getpid() == 1 {
		log.WriteString("first\n")
	}
	log.WriteString("ready\n")
	select {
	case <-stop:
	case <-time.After(time.Minute):
		return
	}
	log.WriteString("told\n")
	time.Sleep(100 * time.Millisecond)
	log.WriteString("drained\n")
}
`

// Seen is what came of SIGTERM.
type Seen struct {
	Args    []string // of the app
	First   bool     // the app was PID 1
	Told    bool     // it heard SIGTERM
	Drained bool     // it had time to finish
	Ended   bool     // PID 1 ended
}

// Run runs argv, in which app is found, in the folder of the app, and sends PID 1 SIGTERM once the app is there. It
// waits for the end if one is expected, and else only for a moment. It is an error if the app does not start. log is
// the name of a file that it may write.
func Run(bin, log string, argv []string, ends bool) (Seen, error) {
	cmd := Command(bin, argv)
	cmd.Env = append(cmd.Env, "LOG="+log, "X=1")
	if err := cmd.Start(); err != nil {
		return Seen{}, err
	}
	ended := make(chan struct{})
	go func() { cmd.Wait(); close(ended) }()
	defer func() { cmd.Process.Kill(); <-ended }()

	for start := time.Now(); !strings.Contains(read(log), "ready"); time.Sleep(5 * time.Millisecond) {
		if time.Since(start) > 20*time.Second {
			return Seen{}, errors.New("the app did not start")
		}
	}
	time.Sleep(100 * time.Millisecond) // a shell comes to its wait
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return Seen{}, err
	}
	patience := 20 * time.Second
	if !ends {
		patience = 300 * time.Millisecond
	}
	var seen Seen
	select {
	case <-ended:
		seen.Ended = true
	case <-time.After(patience):
	}
	said := read(log)
	args, _, _ := strings.Cut(strings.TrimPrefix(said, "args="), "\n")
	if args != "" {
		seen.Args = strings.Split(args, "\x1f")
	}
	seen.First, seen.Told, seen.Drained = strings.Contains(said, "\nfirst\n"), strings.Contains(said, "\ntold\n"), strings.Contains(said, "\ndrained\n")
	return seen, nil
}

// Command is a command whose process is PID 1 of a namespace of its own; the kernel kills the rest when it ends. Programs
// of the folder bin are found by their names.
func Command(bin string, argv []string) *exec.Cmd {
	cmd := exec.Command(argv[0], argv[1:]...)
	if own := filepath.Join(bin, argv[0]); exists(own) {
		cmd.Path, cmd.Err = own, nil
	}
	cmd.Env = []string{"PATH=" + bin + ":" + os.Getenv("PATH"), "HOME=/"}
	cmd.Dir = bin
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWPID}
	return cmd
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

func read(file string) string {
	content, _ := os.ReadFile(file)
	return string(content)
}
