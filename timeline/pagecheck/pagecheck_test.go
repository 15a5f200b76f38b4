// Package pagecheck looks at the page of `gracelint timeline --html` in a browser. It is a module of its own, so that
// gracelint itself does without the packages that drive one.
package pagecheck

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"math"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"golang.org/x/tools/txtar"
)

//go:embed checks.js
var checks string

// browser is nil when there is none on this machine.
var browser context.Context

// pages are the files of the pages that the command has written, by name.
var pages = map[string]string{}

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "pagecheck")
	if err != nil {
		log.Fatal(err)
	}
	if err := writePages(dir); err != nil {
		log.Fatal(err)
	}
	ctx, stop, err := startBrowser()
	if err != nil {
		log.Fatal(err)
	}
	browser = ctx
	status := m.Run()
	stop()
	os.RemoveAll(dir)
	os.Exit(status)
}

// writePages builds the command, and has it write the pages: of the demonstration service, of one with hard names and
// every shape of a bar, and of a folder in which there is nothing.
func writePages(dir string) error {
	gracelint := filepath.Join(dir, "gracelint")
	build := exec.Command("go", "build", "-o", gracelint, "./cmd/gracelint")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	hard, err := txtar.ParseFile("testdata/hard.txtar")
	if err != nil {
		return err
	}
	for _, file := range hard.Files {
		name := filepath.Join(dir, "hard", file.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(name, file.Data, 0o600); err != nil {
			return err
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o700); err != nil {
		return err
	}
	for name, folder := range map[string]string{"demo": "../../testdata/src/demo", "hard": filepath.Join(dir, "hard"), "empty": filepath.Join(dir, "empty")} {
		pages[name] = filepath.Join(dir, name+".html")
		cmd := exec.Command(gracelint, "timeline", "--html", pages[name], "-C", folder)
		if out, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() != 3 { // hard has what cannot be read
			return fmt.Errorf("gracelint: %w\n%s", err, out)
		}
	}
	return nil
}

// startBrowser returns what stands for a running browser; nil when there is none on this machine.
func startBrowser() (context.Context, context.CancelFunc, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		found, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(found))
		if os.Getuid() == 0 {
			options = append(options, chromedp.NoSandbox)
		}
		allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
		ctx, _ := chromedp.NewContext(allocator)
		return ctx, cancel, chromedp.Do(ctx)
	}
	if os.Getenv("CI") != "" {
		return nil, nil, errors.New("in CI nothing is skipped: there is no chromium")
	}
	return nil, func() {}, nil
}

// A window shows a page.
type window struct {
	context.Context
	t *testing.T
}

// open opens a page in a window of that width, in the colour scheme light or dark. The page may run no script, and
// whatever it says on the console or wants from elsewhere is an error.
func open(t *testing.T, page string, width int64, scheme string) window {
	t.Helper()
	if browser == nil {
		t.Skip("there is no chromium to show the page")
	}
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	w := window{ctx, t}
	address := (&url.URL{Scheme: "file", Path: pages[page]}).String()
	err := chromedp.Listen(ctx, func(event any) {
		switch event := event.(type) {
		case *network.EventRequestWillBeSent:
			if event.Request.URL != address && !strings.HasPrefix(event.Request.URL, "data:") {
				t.Errorf("the page asks for %s", event.Request.URL)
			}
		case *runtime.EventConsoleAPICalled, *runtime.EventExceptionThrown, *cdplog.EventEntryAdded:
			said, _ := json.Marshal(event)
			t.Errorf("the console says %s", said)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	command(w, network.Enable, network.EnableParams{})
	command(w, cdplog.Enable, cdp.Empty{})
	command(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	w.emulate("", scheme)
	w.do(chromedp.EmulateViewport(width, 900), chromedp.Navigate(address))
	return w
}

// emulate sets the medium (screen when it is empty) and the colour scheme.
func (w window) emulate(media, scheme string) {
	command(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: media, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
}

func (w window) do(actions ...chromedp.Action[chromedp.Void]) {
	w.t.Helper()
	if err := chromedp.Do(w, actions...); err != nil {
		w.t.Fatal(err)
	}
}

// command gives the browser a command of its protocol.
func command[P, R any](w window, cmd cdp.Command[P, R], params P) R {
	w.t.Helper()
	result, err := chromedp.Call(w, cmd, params)
	if err != nil {
		w.t.Fatal(err)
	}
	return result
}

// ask returns what a function of checks.js says of the page.
func ask[T any](w window, call string) T {
	w.t.Helper()
	answer, err := chromedp.Run(w, chromedp.Evaluate[T](strings.TrimSpace(checks)+"."+call))
	if err != nil {
		w.t.Fatal(err)
	}
	return answer
}

// expectNone fails for each problem that a function of checks.js finds.
func (w window) expectNone(call string) {
	w.t.Helper()
	for _, problem := range ask[[]string](w, call) {
		w.t.Errorf("%s: %s", call, problem)
	}
}

func TestThePageCanBeReadByAll(t *testing.T) {
	for page := range pages {
		for _, width := range []int64{400, 720, 1400} {
			for _, scheme := range []string{"light", "dark"} {
				t.Run(fmt.Sprintf("%s/%d/%s", page, width, scheme), func(t *testing.T) {
					w := open(t, page, width, scheme)
					w.expectNone("layout()")
					w.expectNone("contrast()")
					w.expectNone("structure()")
				})
			}
		}
	}
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	for page := range pages {
		t.Run(page, func(t *testing.T) {
			w := open(t, page, 1400, "light")
			within := map[string]bool{}
			for _, href := range ask[[]string](w, "links()") {
				if id, ok := strings.CutPrefix(href, "#"); ok {
					within[id] = true
					continue
				}
				to, err := url.Parse(href)
				if err != nil {
					t.Fatal(err)
				}
				if _, err := os.Stat(filepath.Join(filepath.Dir(pages[page]), to.Path)); err != nil {
					t.Error(err)
				}
			}
			if page != "empty" && len(within) < 5 {
				t.Errorf("there are but %d links within the page", len(within))
			}
			for id := range within {
				w.do(chromedp.Click(`a[href="#` + id + `"]`))
				if !ask[bool](w, fmt.Sprintf("seen(%q)", id)) {
					t.Errorf("a click on the link to %s does not lead there", id)
				}
			}
			w.expectNone("contrast()") // what is led to is marked
		})
	}
}

func TestTheBarsStandWhereTheirTimesAre(t *testing.T) {
	type box struct{ Left, Right, Middle float64 }
	for _, width := range []int64{400, 1400} {
		at := ask[map[string]box](open(t, "demo", width, "light"), `positions("Deployment checkout")`)
		near := func(what string, got, want float64) {
			if math.Abs(got-want) > 2 {
				t.Errorf("%d px wide: %s is at %.1f px, want %.1f", width, what, got, want)
			}
		}
		zero := at["track"].Middle
		second := (at["kill"].Middle - zero) / 30
		if second < 5 {
			t.Errorf("%d px wide: a second is %.1f px", width, second)
		}
		near("the hook's beginning", at["hook"].Left, zero)
		near("the hook's end", at["hook"].Right, zero+10*second)
		near("the signal", at["signal"].Middle, zero+10*second)
		near("the stop's beginning", at["stop"].Left, zero+10*second)
		near("the stop's end", at["stop"].Right, zero+35*second)
	}
}

func TestAScreenReaderTellsWhatIsDrawn(t *testing.T) {
	w := open(t, "demo", 1400, "light")
	nodes := command(w, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes
	text := func(v *accessibility.Value) string {
		if v == nil {
			return ""
		}
		var s string
		if err := json.Unmarshal(v.Value, &s); err != nil {
			t.Fatal(err)
		}
		return s
	}
	var told []string
	for _, node := range nodes {
		role, name := text(node.Role), text(node.Name)
		if slices.Contains([]string{"image", "link", "heading", "navigation", "region"}, role) && name == "" && !node.Ignored {
			t.Errorf("a %s has no name", role)
		}
		told = append(told, role+": "+name)
	}
	for _, want := range []string{
		"RootWebArea: Shutdown timeline",
		"heading: Shutdown timeline",
		"navigation: Services",
		"region: Deployment checkout",
		"list: Timeline of Deployment checkout",
		"image: 10 s to 35 s at most; SIGKILL at 30 s",
	} {
		if !slices.Contains(told, want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestThePageIsFitToPrint(t *testing.T) {
	for page := range pages {
		t.Run(page, func(t *testing.T) {
			w := open(t, page, 718, "dark") // A4 within its margins
			w.emulate("print", "dark")
			w.expectNone("layout()")
			w.expectNone("contrast()")
			w.expectNone("cuttable()")
		})
	}
}
