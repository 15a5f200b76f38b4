package manifests

import (
	"iter"
	"strings"

	"github.com/gracelint/gracelint"
)

// A File is what one file of manifests says.
type File struct {
	Path     string             `json:"path"`
	Pods     []Pod              `json:"pods"` // in the file's order, as everything here
	Services []Service          `json:"services"`
	Webhooks []Webhook          `json:"webhooks"`
	Strays   []Stray            `json:"strays"`
	Sources  []Source           `json:"sources"` // of a rendered chart: one a document; else empty
	Ignores  []gracelint.Ignore `json:"ignores"`

	Objects []int `json:"objects"` // the lines at which objects begin, in ascending order

	// Substituted reports whether $NAME stands outside of commands: envsubst or the like reads the file first.
	Substituted bool `json:"substituted"`

	size    int // in bytes
	leftOut []gracelint.Notice
}

// LeftOut says, once the file has been checked, what was left out for the sake of a bound.
func (f *File) LeftOut() []gracelint.Notice { return f.leftOut }

// An Object is what a manifest describes.
type Object struct {
	APIVersion string `json:"apiVersion"`
	Kind       string `json:"kind"`
	Name       string `json:"name"`
	Namespace  string `json:"namespace"` // empty when the manifest leaves it open
}

// A Pod is a pod, or the template from which a controller makes pods.
type Pod struct {
	Object                           // that holds the template
	Labels         map[string]string `json:"labels"`  // of the pod itself
	Job            bool              `json:"job"`     // runs to completion
	Partial        bool              `json:"partial"` // a patch or an operator's input: what is absent may come from elsewhere
	Grace          *Number           `json:"terminationGracePeriodSeconds"`
	OS             string            `json:"os"`
	OneTree        bool              `json:"oneTree"` // no container has a PID 1 of its own: shareProcessNamespace, hostPID
	HostNetwork    bool              `json:"hostNetwork"`
	Containers     []Container       `json:"containers"`
	InitContainers []Container       `json:"initContainers"`
}

// A Container is one container of a pod.
type Container struct {
	Position
	Name       string   `json:"name"`
	Image      Text     `json:"image"`
	Command    []Text   `json:"command"` // as in the manifest: nil leaves the image's entrypoint
	Args       []Text   `json:"args"`
	Env        []string `json:"env"` // names
	Ports      []Port   `json:"ports"`
	Sidecar    bool     `json:"sidecar"` // an init container that restarts always, and so runs beside the others
	PreStop    *Hook    `json:"preStop"`
	StopSignal Text     `json:"stopSignal"`
	Liveness   *Number  `json:"livenessGrace"` // terminationGracePeriodSeconds of the probe
	Readiness  *Number  `json:"readinessGrace"`
	Startup    *Number  `json:"startupGrace"`
}

// A Port is one that a container declares.
type Port struct {
	Name   string  `json:"name"` // may be empty
	Number *Number `json:"containerPort"`
}

// A Hook is a preStop hook. The API server wants exactly one of its handlers.
type Hook struct {
	Position
	Exec      []Text  `json:"exec"` // run without a shell
	HTTPGet   *Target `json:"httpGet"`
	TCPSocket *Target `json:"tcpSocket"`
	Sleep     *Number `json:"sleep"` // seconds
}

// A Target is where a hook connects to.
type Target struct {
	Position         // of its key
	Host     string  `json:"host"` // empty: the pod's own address
	Port     *Number `json:"port"` // not Valid: the name of a port
	Path     string  `json:"path"`
}

// A Service is a Service of API group v1.
type Service struct {
	Object
	Position                         // of its kind
	Selector       map[string]string `json:"selector"`
	Ports          []Number          `json:"ports"`                    // of the pods, to which it sends them; not Valid: the name of one
	Headless       bool              `json:"headless"`                 // no cluster IP, so that clients find each pod by name
	External       bool              `json:"external"`                 // no more than another name
	PublishUnready *Position         `json:"publishNotReadyAddresses"` // where it is true; nil: it is not
	Selected       []Object          `json:"selected"`                 // whose pods it sends requests to, as [Join] finds them
}

// Selects reports whether the Service sends requests to the pod.
func (s *Service) Selects(p *Pod) bool {
	if len(s.Selector) == 0 || s.Namespace != "" && p.Namespace != "" && s.Namespace != p.Namespace {
		return false
	}
	for key, value := range s.Selector {
		if p.Labels[key] != value {
			return false
		}
	}
	return true
}

// A Webhook is one that is asked before pods are deleted.
type Webhook struct {
	Object
	Name      string `json:"webhook"`
	Delete    Text   `json:"delete"`    // the operation
	Evictions bool   `json:"evictions"` // it is asked before pods/eviction is created, too
	Fails     bool   `json:"fails"`     // nothing is deleted when it cannot be asked
	Exempts   bool   `json:"exempts"`   // some namespaces or pods
}

// A Stray is a field where the API has none of that name.
type Stray struct {
	Object
	Field Text   `json:"field"` // its key
	In    string `json:"in"`    // such as "spec.template"
	Meant string `json:"meant"` // the field of nearly that name which the API has there; else empty
	Homes string `json:"homes"` // where the API has the field, as in "spec.template.spec"
	Move  []Edit `json:"move"`  // edits that bring it home; nil: there is no one home to bring it to
}

// An Edit replaces the bytes [Start, End).
type Edit struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

// A Source is the template from which a document was rendered.
type Source struct {
	Line     int    `json:"line"`     // the document's first
	Template string `json:"template"` // may be empty
}

// A Text is a string with its place; the zero Text is absent.
type Text struct {
	Position
	Value string `json:"value"`

	lines  []int            // where in the file each line of Value begins, if it is written there as it is; else nil
	inside *gracelint.Lines // of Value; nil: not needed yet
}

// offset returns where in the file a byte of Value stands.
func (t *Text) offset(at int) (offset int, ok bool) {
	if t.inside == nil {
		t.inside = gracelint.NewLines([]byte(t.Value))
	}
	line := t.inside.Line(at)
	if line > len(t.lines) {
		return 0, false
	}
	return t.lines[line-1] + at - t.inside.Start(line), true
}

// A Number is an integer with its place. It is not Valid when something else is Written there.
type Number struct {
	Position
	Value   int64  `json:"value"`
	Valid   bool   `json:"valid"`
	Written string `json:"written"` // a string; else empty
}

// A Position is the place of a value. Line and columns count from 1, columns in code points. Start and End are byte
// offsets for edits. EndColumn and End are zero when the value has no end on its first line.
type Position struct {
	Line      int `json:"line"`
	Column    int `json:"column"`
	EndColumn int `json:"endColumn"`
	Start     int `json:"start"`
	End       int `json:"end"`
}

// defaultGrace is the terminationGracePeriodSeconds of a pod that names none (DefaultTerminationGracePeriodSeconds of
// k8s.io/api/core/v1).
const defaultGrace = 30

// GraceSeconds returns the time from the deletion of the pod to SIGKILL. It reports false when the manifest alone does
// not tell it.
func (p *Pod) GraceSeconds() (seconds int64, known bool) {
	if p.Grace == nil {
		return defaultGrace, !p.Partial
	}
	return p.Grace.Value, p.Grace.Valid
}

// String names the object as messages do.
func (o Object) String() string {
	return strings.TrimSpace(o.Kind + " " + o.Name)
}

// group returns the object's API group, empty for v1.
func (o Object) group() string {
	group, _, ok := strings.Cut(o.APIVersion, "/")
	if !ok {
		return ""
	}
	return group
}

// stopping goes through the containers that run until their pod is stopped.
func (f *File) stopping() iter.Seq2[*Pod, *Container] {
	return func(yield func(*Pod, *Container) bool) {
		for i := range f.Pods {
			pod := &f.Pods[i]
			for j := range pod.Containers {
				if !yield(pod, &pod.Containers[j]) {
					return
				}
			}
			for j := range pod.InitContainers {
				if c := &pod.InitContainers[j]; c.Sidecar && !yield(pod, c) {
					return
				}
			}
		}
	}
}

// hooks goes through those that have a preStop hook.
func (f *File) hooks() iter.Seq2[*Pod, *Container] {
	return func(yield func(*Pod, *Container) bool) {
		for pod, c := range f.stopping() {
			if c.PreStop != nil && !yield(pod, c) {
				return
			}
		}
	}
}

// endingProbes goes through the grace periods of the probes that end the container, by the probe's name.
func (c *Container) endingProbes() iter.Seq2[string, *Number] {
	return func(yield func(string, *Number) bool) {
		_ = yield("liveness", c.Liveness) && yield("startup", c.Startup)
	}
}
