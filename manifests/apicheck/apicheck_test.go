// Package apicheck holds what package manifests knows of the Kubernetes API against k8s.io/api. It is a module of its
// own, so that gracelint itself does without those packages.
package apicheck

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gracelint/gracelint/manifests"
	apps "k8s.io/api/apps/v1"
	batch "k8s.io/api/batch/v1"
	core "k8s.io/api/core/v1"
	"sigs.k8s.io/yaml"
)

// objects are the kinds in which manifests looks for fields that stand astray.
var objects = map[string]any{
	"v1/Pod": core.Pod{}, "v1/Service": core.Service{}, "v1/PodTemplate": core.PodTemplate{},
	"v1/ReplicationController": core.ReplicationController{},
	"apps/v1/Deployment":       apps.Deployment{}, "apps/v1/StatefulSet": apps.StatefulSet{}, "apps/v1/DaemonSet": apps.DaemonSet{},
	"apps/v1/ReplicaSet": apps.ReplicaSet{}, "batch/v1/Job": batch.Job{}, "batch/v1/CronJob": batch.CronJob{},
}

// levels are the API's types at which a field may be astray.
var levels = []any{
	apps.DeploymentSpec{}, apps.StatefulSetSpec{}, apps.DaemonSetSpec{}, apps.ReplicaSetSpec{}, core.ReplicationControllerSpec{}, batch.JobSpec{}, batch.CronJobSpec{},
	batch.JobTemplateSpec{}, core.PodTemplateSpec{}, core.PodSpec{}, core.Container{}, core.Lifecycle{}, core.LifecycleHandler{},
	core.Probe{}, core.ServiceSpec{},
}

var watched = []string{
	"terminationGracePeriodSeconds", "lifecycle", "preStop", "postStart", "stopSignal", "strategy", "updateStrategy",
	"minReadySeconds", "publishNotReadyAddresses",
}

func TestFieldsAreAstrayWhereTheAPIHasNone(t *testing.T) {
	seen := map[string]bool{}
	for name, object := range objects {
		full := fullObject(name, object)
		if strays := parse(t, full).Strays; len(strays) > 0 {
			t.Errorf("%s: fields that the API has are taken for strays: %+v", name, strays)
		}
		walk(full, reflect.TypeOf(object), func(level map[string]any, of reflect.Type) {
			if !slices.ContainsFunc(levels, func(l any) bool { return reflect.TypeOf(l) == of }) {
				return
			}
			for _, field := range watched {
				if _, known := fields(of)[field]; known {
					seen[field] = true
					continue
				}
				level[field] = "x"
				if strays := parse(t, full).Strays; len(strays) != 1 || strays[0].Field.Value != field || strays[0].Meant != "" {
					t.Errorf("%s: %s in %s is not taken for astray: %+v", name, field, of.Name(), strays)
				}
				delete(level, field)
			}
		})
	}
	for _, field := range watched {
		if !seen[field] {
			t.Errorf("the API has no field %s in any of the types", field)
		}
	}
}

func TestTheModelReadsWhatTheAPICallsSo(t *testing.T) {
	file := parse(t, fullObject("apps/v1/Deployment", apps.Deployment{}))
	if len(file.Pods) != 1 {
		t.Fatalf("got %+v", file)
	}
	pod := file.Pods[0]
	c := pod.Containers[0]
	hook := c.PreStop
	switch {
	case pod.Grace == nil || pod.OS == "" || !pod.OneTree || !pod.HostNetwork || pod.Labels["x"] != "x" || len(pod.InitContainers) != 1:
		t.Errorf("the pod lacks a field: %+v", pod)
	case c.Name == "" || c.Image.Value == "" || len(c.Command) == 0 || len(c.Args) == 0 || len(c.Env) == 0 || len(c.Ports) == 0 || c.Ports[0].Number == nil:
		t.Errorf("the container lacks a field: %+v", c)
	case c.StopSignal.Value == "" || c.Liveness == nil || c.Readiness == nil || c.Startup == nil || hook == nil:
		t.Errorf("the container lacks a field of its stop: %+v", c)
	case len(hook.Exec) == 0 || hook.Sleep == nil || hook.TCPSocket == nil || hook.HTTPGet == nil:
		t.Errorf("the hook lacks a handler: %+v", hook)
	case hook.HTTPGet.Path == "" || hook.HTTPGet.Host == "" || hook.HTTPGet.Port == nil:
		t.Errorf("the request lacks a field: %+v", hook.HTTPGet)
	}
	service := parse(t, fullObject("v1/Service", core.Service{})).Services[0]
	if service.PublishUnready == nil || service.Selector["x"] != "x" {
		t.Errorf("the Service lacks a field: %+v", service)
	}
	for value, has := range map[core.RestartPolicy]bool{core.RestartPolicyAlways: false, core.RestartPolicyNever: true, core.RestartPolicyOnFailure: true} {
		pod := fmt.Sprintf("apiVersion: v1\nkind: Pod\nspec: {restartPolicy: %s, containers: []}\n", value)
		file, _ := manifests.Parse("pod.yaml", []byte(pod))
		if file.Pods[0].Job != has {
			t.Errorf("restartPolicy %s: taken for a job: %v", value, !has)
		}
	}
	file, _ = manifests.Parse("pod.yaml", []byte("apiVersion: v1\nkind: Pod\nspec: {containers: [{name: x, image: x}]}\n"))
	if grace, known := file.Pods[0].GraceSeconds(); grace != core.DefaultTerminationGracePeriodSeconds || !known {
		t.Errorf("the default grace period is %d s, want %d", grace, core.DefaultTerminationGracePeriodSeconds)
	}
}

func TestSignalsAreThoseOfTheAPI(t *testing.T) {
	known := apiSignals(t)
	candidates := slices.Clone(known)
	for _, name := range known {
		candidates = append(candidates, strings.TrimPrefix(name, "SIG"), strings.ToLower(name))
	}
	for i := range 40 {
		candidates = append(candidates, "SIGRTMIN+"+strconv.Itoa(i), "SIGRTMAX-"+strconv.Itoa(i), strconv.Itoa(i), "SIGRTMIN+0"+strconv.Itoa(i))
	}
	for _, name := range candidates {
		pod := fmt.Sprintf("apiVersion: v1\nkind: Pod\nspec: {os: {name: linux}, containers: [{name: x, image: x, lifecycle: {stopSignal: %q}}]}\n", name)
		file, _ := manifests.Parse("pod.yaml", []byte(pod))
		findings := manifests.Check(file)
		rejected := len(findings) == 1 && strings.Contains(findings[0].Message, "is no name of a signal")
		if rejected == slices.Contains(known, name) {
			t.Errorf("%s is a signal of the API: %v; findings %v", name, slices.Contains(known, name), findings)
		}
	}
}

// apiSignals returns the values of the constants of type core.Signal, which reflection cannot see.
func apiSignals(t *testing.T) []string {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "k8s.io/api/core/v1").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "types.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var signals []string
	for node := range ast.Preorder(file) {
		spec, ok := node.(*ast.ValueSpec)
		if !ok {
			continue
		}
		if of, ok := spec.Type.(*ast.Ident); !ok || of.Name != "Signal" {
			continue
		}
		value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		signals = append(signals, value)
	}
	if len(signals) != 65 {
		t.Fatalf("k8s.io/api has %d signals, not 65: %v", len(signals), signals)
	}
	return signals
}

func parse(t *testing.T, object map[string]any) *manifests.File {
	t.Helper()
	src, err := yaml.Marshal(object)
	if err != nil {
		t.Fatal(err)
	}
	file, notices := manifests.Parse("object.yaml", src)
	if file == nil || len(notices) > 0 {
		t.Fatalf("%v in\n%s", notices, src)
	}
	return file
}

// fullObject returns an object that has every field, named apiVersion/kind.
func fullObject(name string, object any) map[string]any {
	full := sample(reflect.TypeOf(object), nil).(map[string]any)
	slash := strings.LastIndexByte(name, '/')
	full["apiVersion"], full["kind"] = name[:slash], name[slash+1:]
	return full
}

// leftOut are fields that have much in them and nothing of a pod's stop. Ephemeral containers are not written in
// manifests.
var leftOut = []string{"status", "volumes", "affinity", "ephemeralContainers", "volumeClaimTemplates"}

// sample returns a value of the type with every field set, as JSON has it, or nil within a type of that kind.
func sample(of reflect.Type, within []reflect.Type) any {
	if slices.Contains(within, of) {
		return nil
	}
	switch of.Name() {
	case "Time", "MicroTime", "Quantity", "FieldsV1":
		return "x"
	case "IntOrString":
		return 1
	}
	switch of.Kind() {
	case reflect.Pointer:
		return sample(of.Elem(), within)
	case reflect.Slice:
		return []any{sample(of.Elem(), within)}
	case reflect.Map:
		return map[string]any{"x": sample(of.Elem(), within)}
	case reflect.Struct:
		values := map[string]any{}
		for name, field := range fields(of) {
			if !slices.Contains(leftOut, name) {
				values[name] = sample(field, append(slices.Clip(within), of))
			}
		}
		return values
	case reflect.Bool:
		return true
	case reflect.String:
		return "x"
	}
	return 1
}

// fields returns the types of a struct's fields by their names in JSON.
func fields(of reflect.Type) map[string]reflect.Type {
	found := map[string]reflect.Type{}
	for i := range of.NumField() {
		field := of.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case name == "-":
		case name == "" && field.Anonymous:
			for name, of := range fields(field.Type) {
				found[name] = of
			}
		default:
			found[name] = field.Type
		}
	}
	return found
}

// walk calls visit for each struct in a sample of the type.
func walk(value any, of reflect.Type, visit func(level map[string]any, of reflect.Type)) {
	for of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	switch value := value.(type) {
	case []any:
		walk(value[0], of.Elem(), visit)
	case map[string]any:
		if of.Kind() != reflect.Struct {
			return
		}
		for name, field := range fields(of) {
			walk(value[name], field, visit)
		}
		visit(value, of)
	}
}
