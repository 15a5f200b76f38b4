package lifecycle

import (
	"reflect"
	"strings"
	"testing"
)

func TestServerTypesOfTheUser(t *testing.T) {
	one := api{pkg: "company.example/srv.v1", typ: "Server", start: []string{"Run", "Serve"}, stop: []string{"Stop"}, own: true}
	all := api{
		pkg: "main", typ: "T", start: []string{"Run"}, begin: []string{"Go"}, owns: []string{"Run"}, abort: []string{"Kill"},
		sentinel: "net/http.ErrServerClosed", waits: true, own: true,
	}
	for _, test := range []struct {
		values []string
		want   apis
	}{
		{[]string{"company.example/srv.v1.Server:start=Run|Serve,stop=Stop"}, apis{one}},
		{[]string{"main.T:start=Run,begin=Go,owns=Run,abort=Kill,sentinel=net/http.ErrServerClosed,waits=true; company.example/srv.v1.Server:start=Run|Serve, stop=Stop;"}, apis{all, one}},
		{[]string{"company.example/srv.v1.Server:start=Run,stop=Halt", "company.example/srv.v1.Server:start=Run|Serve,stop=Stop"}, apis{one}},
		{[]string{"company.example/srv.v1.Server:start=Run,stop=Halt", ""}, nil},
	} {
		first, second := New(), New()
		for _, value := range test.values {
			if err := first.Flags.Set("api", value); err != nil {
				t.Error(err)
			}
		}
		if got := *first.Flags.Lookup("api").Value.(*apis); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%q gives\n%+v, want\n%+v", test.values, got, test.want)
		}
		if got := *second.Flags.Lookup("api").Value.(*apis); len(got) > 0 {
			t.Errorf("%q is seen by another analyzer", test.values)
		}
	}
}

func TestWrongServerTypes(t *testing.T) {
	for value, want := range map[string]string{
		"company.example/srv.Server":                                `"company.example/srv.Server": a colon has to follow the type, as in `,
		"Server:start=Run,stop=Stop":                                `"Server" is no type with its import path`,
		"company.example/srv:start=Run,stop=Stop":                   `"company.example/srv" is no type with its import path`,
		"*company.example/srv.Server:start=Run":                     `"*company.example/srv.Server" is no type with its import path`,
		"company.example/srv.Server:":                               `there is no key "": the keys are start, `,
		"company.example/srv.Server:run=Run":                        `there is no key "run": the keys are start, begin, stop, abort, sentinel, waits and owns`,
		"company.example/srv.Server:start=Run,Serve":                `there is no key "Serve"`,
		"company.example/srv.Server:start=,stop=Stop":               `start needs the names of exported methods, with | between them, and not ""`,
		"company.example/srv.Server:start=run,stop=Stop":            `and not "run"`,
		"company.example/srv.Server:start=Run,stop=Stop()":          `and not "Stop()"`,
		"company.example/srv.Server:stop=Stop":                      "start or begin has to name the methods that start it",
		"company.example/srv.Server:start=Run":                      "stop has to name the methods that stop it gracefully",
		"company.example/srv.Server:start=Run,owns=Run|Serve":       "owns names Run|Serve, and start does not",
		"company.example/srv.Server:start=Run,stop=Stop,waits=yes":  `waits is true or false, and not "yes"`,
		"company.example/srv.Server:start=Run,stop=Stop,sentinel=e": `sentinel is nil or an error with its import path, such as net/http.ErrServerClosed, and not "e"`,
		"a.B:start=Run,stop=Stop;c":                                 `"c": a colon has to follow the type, as in company.example/srv.Server:start=Run|Serve,stop=Shutdown`,
	} {
		if err := CheckAPI(value); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngives %v,\n want %s", value, err, want)
		}
	}
}
