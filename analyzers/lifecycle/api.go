package lifecycle

import (
	"fmt"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// apiUsage shows what -lifecycle.api takes.
const apiUsage = "company.example/srv.Server:start=Run|Serve,stop=Shutdown"

// apis are the rows that the user adds to [servers] by the flag -lifecycle.api, for types of a company's own. It is a
// [flag.Value]; each analyzer has one.
type apis []api

func (a *apis) String() string {
	if a == nil {
		return ""
	}
	var names []string
	for _, row := range *a {
		names = append(names, row.pkg+"."+row.typ)
	}
	return strings.Join(names, ";")
}

// Set adds the rows of a value; the last one for a type counts. An empty value takes back those that there are.
func (a *apis) Set(value string) error {
	if value == "" {
		*a = nil
	}
	for text := range strings.SplitSeq(value, ";") {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		row, err := parseAPI(text)
		if err != nil {
			return fmt.Errorf("%q: %w, as in %s", text, err, apiUsage)
		}
		*a = append(slices.DeleteFunc(*a, func(old api) bool { return old.pkg == row.pkg && old.typ == row.typ }), row)
	}
	return nil
}

// servers returns the rows with those of the table.
func (a apis) servers() []api {
	if len(a) == 0 {
		return servers
	}
	return slices.Concat(a, servers)
}

// CheckAPI says what is wrong with a value for the flag -lifecycle.api, or returns nil.
func CheckAPI(value string) error { return new(apis).Set(value) }

// parseAPI reads one row: path.Type:key=name|name,key=name.
func parseAPI(text string) (api, error) {
	name, keys, ok := strings.Cut(text, ":")
	if !ok {
		return api{}, fmt.Errorf("a colon has to follow the type")
	}
	dot := strings.LastIndexByte(name, '.')
	if dot <= strings.LastIndexByte(name, '/')+1 || !token.IsIdentifier(name[dot+1:]) || strings.ContainsAny(name, " *()") {
		return api{}, fmt.Errorf("%q is no type with its import path", name)
	}
	row := api{pkg: name[:dot], typ: name[dot+1:], own: true}
	for part := range strings.SplitSeq(keys, ",") {
		key, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		if err := row.set(key, value); err != nil {
			return api{}, err
		}
	}
	switch {
	case len(row.start)+len(row.begin) == 0:
		return api{}, fmt.Errorf("start or begin has to name the methods that start it")
	case slices.ContainsFunc(row.owns, func(method string) bool { return !slices.Contains(row.start, method) }):
		return api{}, fmt.Errorf("owns names %s, and start does not", strings.Join(row.owns, "|"))
	case len(row.stop)+len(row.owns) == 0:
		return api{}, fmt.Errorf("stop has to name the methods that stop it gracefully, or owns those of start that do so themselves")
	}
	return row, nil
}

func (a *api) set(key, value string) error {
	methods := map[string]*[]string{"start": &a.start, "begin": &a.begin, "stop": &a.stop, "abort": &a.abort, "owns": &a.owns}[key]
	switch {
	case methods != nil:
		*methods = strings.Split(value, "|")
		if slices.ContainsFunc(*methods, func(method string) bool { return !token.IsExported(method) || !token.IsIdentifier(method) }) {
			return fmt.Errorf("%s needs the names of exported methods, with | between them, and not %q", key, value)
		}
	case key == "waits":
		waits, err := strconv.ParseBool(value)
		if err != nil {
			return fmt.Errorf("waits is true or false, and not %q", value)
		}
		a.waits = waits
	case key == "sentinel":
		pkg, name, _ := strings.Cut(value[strings.LastIndexByte(value, '/')+1:], ".")
		if value != "nil" && (pkg == "" || !token.IsExported(name)) {
			return fmt.Errorf("sentinel is nil or an error with its import path, such as net/http.ErrServerClosed, and not %q", value)
		}
		a.sentinel = value
	default:
		return fmt.Errorf("there is no key %q: the keys are start, begin, stop, abort, sentinel, waits and owns", key)
	}
	return nil
}
