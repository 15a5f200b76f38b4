package lifecycle

import "testing"

func TestIsDependency(t *testing.T) {
	for name, want := range map[string]bool{
		"/home/ada/go/pkg/mod/example.com/lib@v1.2.3/lib.go":             true,
		"/home/ada/go/pkg/mod/example.com/lib@v0.0.0-20250407062114-b3/": true,
		"/src/app/vendor/example.com/lib/lib.go":                         true,
		`C:\src\app\vendor\example.com\lib\lib.go`:                       true,
		"/src/app/cmd/main.go":                                           false,
		"/jenkins/workspace/app@2/cmd/main.go":                           false,
		"/home/me@example.com/app/main.go":                               false,
		"/jenkins/workspace/release@v2/cmd/main.go":                      false,
		"/home/vendor/app/main.go":                                       false,
		"/src/vendors/example.com/main.go":                               false,
	} {
		if got := IsDependency(name); got != want {
			t.Errorf("IsDependency(%q) = %v", name, got)
		}
	}
}
