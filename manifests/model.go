package manifests

import (
	"fmt"
	"strings"

	"github.com/gracelint/gracelint"
)

// A File is what one file of manifests says.
type File struct {
	Path    string             `json:"path"`
	Pods    []Pod              `json:"pods"` // in the file's order
	Ignores []gracelint.Ignore `json:"ignores"`
}

// A Pod is a pod, or the template from which a controller makes pods.
type Pod struct {
	APIVersion     string            `json:"apiVersion"` // of the object that holds the template
	Kind           string            `json:"kind"`
	Name           string            `json:"name"`
	Namespace      string            `json:"namespace"` // empty when the manifest leaves it open
	Labels         map[string]string `json:"labels"`    // of the pod itself
	Job            bool              `json:"job"`       // runs to completion
	Partial        bool              `json:"partial"`   // a patch or an operator's input: what is absent may come from elsewhere
	Grace          *Number           `json:"terminationGracePeriodSeconds"`
	Containers     []Container       `json:"containers"`
	InitContainers []Container       `json:"initContainers"`
}

// A Container is one container of a pod.
type Container struct {
	Position
	Name    string `json:"name"`
	Image   Text   `json:"image"`
	Command []Text `json:"command"` // as in the manifest: nil leaves the image's entrypoint
	Args    []Text `json:"args"`
	Sidecar bool   `json:"sidecar"` // an init container that restarts always, and so runs beside the others
	PreStop *Hook  `json:"preStop"`
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
	Position
	Host string `json:"host"` // empty: the pod's own address
	Port string `json:"port"` // a number or the name of a port
	Path string `json:"path"`
}

// A Text is a string with its place; the zero Text is absent.
type Text struct {
	Position
	Value string `json:"value"`
}

// A Number is an integer with its place. It is not Valid when something else stands there, which the API server
// rejects.
type Number struct {
	Position
	Value int64 `json:"value"`
	Valid bool  `json:"valid"`
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

// String names the pod as messages do.
func (p *Pod) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s %s", p.Kind, p.Name))
}
