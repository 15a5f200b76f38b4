package shell

import (
	"strings"
	"testing"

	"mvdan.cc/sh/v3/syntax"
)

func TestTheLastCommandDecides(t *testing.T) {
	for _, tc := range []struct {
		family Family
		source string
		want   Outcome
		app    string
		mended string // with exec put in; empty when no exec mends it
	}{
		{Dash, `app`, Ignored, "app", `exec app`},
		{Dash, `java $OPTS -jar app.jar`, Ignored, "java", `exec java $OPTS -jar app.jar`},
		{Dash, `$SVC_NAME`, Ignored, "$SVC_NAME", `exec $SVC_NAME`},
		{Dash, `"my app" x`, Ignored, "my app", `exec "my app" x`},
		{Dash, `"$@"`, Ignored, `"$@"`, `exec "$@"`},
		{Dash, `A=1 B=2 app`, Ignored, "app", `A=1 B=2 exec app`},
		{Dash, `cd /srv && ./app`, Ignored, "./app", `cd /srv && exec ./app`},
		{Dash, `a; b; app`, Ignored, "app", `a; b; exec app`},
		{Dash, `app > log 2>&1`, Ignored, "app", `exec app > log 2>&1`},
		{Dash, `if [ -n "$D" ]; then a -d; else a; fi`, Ignored, "a", `if [ -n "$D" ]; then exec a -d; else exec a; fi`},
		{Dash, `if [ -n "$D" ]; then exec a -d; else a; fi`, Ignored, "a", `if [ -n "$D" ]; then exec a -d; else exec a; fi`},
		{Dash, `case $R in web) web;; job) exec job;; esac`, Ignored, "web", `case $R in web) exec web;; job) exec job;; esac`},
		{Dash, `{ a; app; }`, Ignored, "app", `{ a; exec app; }`},
		{Dash, `exec app`, Replaced, "app", ""},
		{Dash, `exec -a name app`, Replaced, "app", ""},
		{Dash, `command exec app`, Replaced, "app", ""},
		{Dash, `exec app || exit 1`, Replaced, "app", ""},
		{Dash, `exec app; never`, Replaced, "app", ""},
		{Dash, `exec > log; app`, Ignored, "app", `exec > log; exec app`},
		{Dash, `exec app | cat`, Ignored, "app", ""},
		{Dash, `(exec app)`, Ignored, "app", ""},
		{Dash, `app | tee log`, Ignored, "app", ""},
		{Dash, `echo x | app`, Ignored, "app", ""},
		{Dash, `app || true`, Ignored, "app", ""},
		{Dash, `app && echo done`, Ignored, "app", ""},
		{Dash, `app; rm -f pid`, Ignored, "app", ""},
		{Dash, `! app`, Ignored, "app", ""},
		{Dash, `time app`, Ignored, "app", ""},
		{Dash, `eval app`, Ignored, "app", ""},
		{Dash, `command app`, Ignored, "app", ""},
		{Dash, `while true; do app; sleep 1; done`, Ignored, "app", ""},
		{Dash, `until app; do sleep 1; done`, Ignored, "app", ""},
		{Dash, `f() { app; }; f`, Ignored, "app", ""},
		{Dash, `f() { exec "$@"; }; f app`, Replaced, `"$@"`, ""},
		{Dash, `f() { f; }; f`, Unclear, "", ""},
		{Dash, `agent & app`, Ignored, "app", ""}, // with exec, nobody would reap agent
		{Dash, `app & wait`, Ignored, "app", ""},
		{Dash, `app & echo started`, Harmless, "", ""}, // the container ends by itself
		{Dash, `sh -c app`, Ignored, "sh", ""},
		{Dash, `bash -c app`, Ignored, "bash", `exec bash -c app`},
		{Dash, `exec sh -c app`, Ignored, "app", ""},
		{Dash, `exec bash -c 'app | cat'`, Ignored, "app", ""},
		{Dash, `exec bash -c "$APP"`, Unclear, "bash", ""},
		{Dash, `exec bash start.sh`, Unclear, "bash", ""},
		{Dash, `npm start`, Ignored, "npm", ""}, // exec npm would have npm's own shell end, and the app killed at once
		{Dash, `cd /srv && go run .`, Ignored, "go", ""},
		{Dash, `tini -- app`, Ignored, "tini", `exec tini -- app`},
		{Dash, `exec tini -- app`, Replaced, "tini", ""},
		{Dash, `exec tini -- sh -c app`, Killed, "app", ""},
		{Dash, `exec gosu $USER app`, Replaced, "gosu", ""},
		{Dash, `exec gosu $USER sh -c 'app'`, Ignored, "app", ""},
		{Dash, `exec go run .`, Killed, "go run", ""},
		{Dash, `. ./start`, Unclear, "", ""},
		{Dash, `eval "$APP"`, Unclear, "", ""},
		{Dash, `app <(a)`, Unclear, "", ""}, // no such syntax in dash
		{Dash, `app 'unclosed`, Unclear, "", ""},
		{Bash, `app`, Replaced, "app", ""},
		{Bash, `cd /srv && VAR=$X app`, Replaced, "app", ""},
		{Bash, "app\n", Replaced, "app", ""},
		{Bash, "app\n\n", Ignored, "app", "exec app\n\n"},
		{Bash, `app > log`, Ignored, "app", `exec app > log`},
		{Bash, `app | cat`, Ignored, "app", ""},
		{Bash, `trap 'rm x' EXIT; app`, Killed, "app", ""},
		{Bash, `trap 'rm x' EXIT; exec app`, Replaced, "app", ""},
		{Bash, `trap '' INT; app`, Replaced, "app", ""},
		{BusyBox, `app > log`, Replaced, "app", ""},
		{Bash, `agent & app`, Ignored, "app", ""},
		{BusyBox, `agent & app`, Replaced, "app", ""},
		{BusyBox, `bash -c 'app > log'`, Ignored, "app", ""},
		{BusyBox, "app\n", Ignored, "app", "exec app\n"},
		{BusyBox, `{ app; } > log`, Ignored, "app", `{ exec app; } > log`},
		{OldBusyBox, `app`, Ignored, "app", `exec app`},
		{Mksh, `app arg`, Replaced, "app", ""},
		{Mksh, `app $X`, Ignored, "app", `exec app $X`},
		{Mksh, `app & wait`, Killed, "app", ""},
		{Ksh, `echo x | exec app`, Replaced, "app", ""},
		{Yash, `for i in 1; do app; done`, Replaced, "app", ""},
		{Dash, `trap 'exit 0' TERM; app`, Ignored, "app", ""},
		{Dash, `trap 'exit 0' TERM; app & wait`, Killed, "app", ""},
		{Dash, `trap 'kill $p' TERM; app & p=$!; wait $p`, Cut, "app", ""},
		{Dash, `trap 'kill $p' TERM; app & p=$!; wait $p; wait $p`, Relayed, "app", ""},
		{Dash, `trap 'kill $p; wait $p' TERM; app & p=$!; wait`, Relayed, "app", ""},
		{Dash, `set -e; trap 'kill $p' TERM; app & p=$!; wait $p; wait $p`, Cut, "app", ""},
		{Dash, `stop() { kill $p; wait $p; }; trap stop TERM; app & p=$!; wait $p`, Relayed, "app", ""},
		{Dash, `app & p=$!; trap "kill $p" TERM; wait $p; wait $p`, Relayed, "app", ""},
		{Dash, `trap 'kill $p' $SIGNALS; app & p=$!; wait $p`, Unclear, "app", ""},
		{Dash, `trap 'nginx -s quit' TERM; nginx & wait`, Unclear, "nginx", ""},

		// Where the background job starts, and what stands before or between.
		{Dash, `prepare; trap 'kill $p; wait $p' TERM; app & p=$!; wait $p`, Relayed, "app", ""},
		{Dash, `trap 'kill $p; wait $p' TERM; if [ "$D" ]; then app -d & else app & fi; p=$!; wait $p`, Relayed, "app", ""},
		{Dash, `trap 'kill $p; wait $p' TERM; if [ "$D" ]; then app & p=$!; fi; wait $p`, Relayed, "app", ""},
		{Dash, `trap 'kill $p; wait $p' TERM; case $D in x) app -d & p=$!;; *) app & p=$!;; esac; wait $p`, Relayed, "app", ""},
		{Dash, `start() { app & p=$!; }; stop() { kill $p; wait $p; }; trap stop TERM; start; wait $p`, Relayed, "app", ""},
		{Dash, `prepare; { app & p=$!; }; trap 'kill $p; wait $p' TERM; wait $p`, Relayed, "app", ""},
		{Dash, `app & p=$!; trap 'kill $p; wait $p' TERM; ./wait-ready; wait $p || true`, Relayed, "app", ""},
		{Dash, `app & p=$!; trap 'kill $p; wait $p' TERM; await() { wait $p; }; ./wait-ready; await`, Relayed, "app", ""},
		{Dash, `prepare; for i in 1 2; do app $i & done; trap 'kill 0' TERM; wait`, Unclear, "app", ""},
		{Dash, `prepare; app & p=$!; trap 'kill $p' TERM; while kill -0 $p; do wait $p; done`, Unclear, "app", ""},
		{Dash, `prepare; trap 'exit 0' TERM; read line < fifo`, Unclear, "", ""},
		{Dash, `prepare; trap 'exit 0' TERM; start_all; [ -d x ]`, Ignored, "start_all", ""},
		{Dash, `trap 'kill $p' TERM; if [ "$D" ]; then app -d & else app & fi; p=$!; wait $p`, Cut, "app", ""},
		{Dash, `trap 'kill $p' TERM; case $D in x) app & p=$!;; esac; wait $p`, Cut, "app", ""},
		{Dash, `start() { app & p=$!; }; trap 'kill $p' TERM; prepare; start; wait $p`, Cut, "app", ""},
		{Dash, `if [ "$D" ]; then app & fi; ./wait-ready; wait`, Ignored, "app", ""},
		{Dash, `trap 'exit 0' TERM; if [ "$D" ]; then app & fi; wait`, Killed, "app", ""},
		{Dash, `prepare; trap 'exit 0' TERM; app`, Ignored, "app", ""},
		{Dash, `trap 'exit 0' TERM; app; wait`, Ignored, "app", ""},
		{Zsh, `() { app; }`, Unclear, "", ""},
		{Dash, `f() { app; }`, Harmless, "", ""},
		{Unknown, `app`, Unclear, "", ""},
		{NoShell, `app`, Unclear, "", ""},
		{Windows, `app`, Unclear, "", ""},
	} {
		t.Run(string(tc.family)+": "+tc.source, func(t *testing.T) {
			v := Image{Sh: tc.family}.Decide([]string{"sh", "-c", tc.source})
			if v.Outcome != tc.want || v.App != tc.app {
				t.Errorf("got %q of %q, want %q of %q", v.Outcome, v.App, tc.want, tc.app)
			}
			if got := mend(tc.source, v); got != tc.mended {
				t.Errorf("mended to %q, want %q", got, tc.mended)
			}
			if v.Outcome.Lost() && !strings.Contains(tc.source[v.Start:v.End], v.App) {
				t.Errorf("it points at %q, which is not %s", tc.source[v.Start:v.End], v.App)
			}
		})
	}
}

// mend puts exec in where the verdict says; empty when it says nowhere.
func mend(source string, v Verdict) string {
	if len(v.Execs) == 0 {
		return ""
	}
	at, mended := 0, ""
	for _, e := range v.Execs {
		mended += source[at:e] + "exec "
		at = e
	}
	return mended + source[at:]
}

func TestACommandWithNothingToLoseIsHarmless(t *testing.T) {
	for _, source := range []string{
		"", "true", "bash", "/bin/sh", "exec bash", "bash -l", "sleep infinity", "tail -f /dev/null",
		"service nginx start && tail -f /var/log/nginx/access.log", "while true; do sleep 1; done",
		"echo hello", "ls -l | grep x", "env", "export A=1", "[ -f x ] && cat x", "wait",
		"go test ./...", "go build ./cmd/app", "npm run build", "npm test", "yarn run test:unit", "make", "make test",
		"pytest -q", "python -m pytest", "python manage.py migrate", "./run-tests.sh", "app --version", "mvn clean install",
		"dotnet MyApp.Tests.dll",

		// What speaks to a server that runs already, or sets up a thing, returns at once.
		`pg_ctl -D "$PGDATA" -l log start`, "pg_ctl -D /data -m fast stop", "redis-cli -h redis shutdown nosave", `redis-cli "$@"`,
		"mysqladmin -u root shutdown", `mysql -h db -e "CREATE DATABASE shop"`, "nginx -s reload", "/usr/sbin/nginx -c /etc/nginx.conf -s quit",
		"mongosh --eval 'rs.initiate()'", "mongo admin init.js", "etcdctl endpoint health", "consul leave", "consul kv put a b",
		"rabbitmqctl start_app", "rabbitmqadmin declare queue name=orders", "varnishadm vcl.load x", "apachectl -k graceful",
		"vault status", "caddy reload --config /etc/Caddyfile", "/etc/init.d/cron start", "shopctl drain --all", "./orders-cli replay today",
	} {
		if v := Decide([]string{"sh", "-c", source}, Dash); v.Outcome != Harmless {
			t.Errorf("%q is %q, want harmless", source, v.Outcome)
		}
	}
}

func TestABranchThatLosesTheSignalIsToldFromAnother(t *testing.T) {
	for source, want := range map[string]bool{
		`if [ -n "$D" ]; then exec a; else b; fi`:  true,
		`if [ -n "$D" ]; then a; else b; fi`:       false,
		`case $D in x) exec a;; *) b;; esac`:       true,
		`if [ -n "$1" ]; then exec a; else b; fi`:  false, // there is no $1
		`if [ -n "$D" ]; then sleep 9; else b; fi`: false,
	} {
		if v := Decide([]string{"sh", "-c", source}, Dash); v.Branch != want || v.Outcome != Ignored {
			t.Errorf("%q: %+v, want branch %v", source, v, want)
		}
	}
}

func TestTheArgumentsChooseTheBranch(t *testing.T) {
	for _, tc := range []struct {
		condition string
		holds     bool // for the arguments serve --port=80
		known     bool
	}{
		{`[ "$1" = serve ]`, true, true},
		{`test "$1" = serve`, true, true},
		{`[ "$1" != 'serve' ]`, false, true},
		{`! [ "$1" = serve ]`, false, true},
		{`[ "$1" = serve ] && [ -n "$2" ]`, true, true},
		{`[ "$1" = serve ] || [ -n "$DEBUG" ]`, true, true},
		{`[ "$1" = web ] && [ -n "$DEBUG" ]`, false, true},
		{`[ "$1" = serve ] && [ -n "$DEBUG" ]`, false, false},
		{`[ $# -eq 0 ]`, false, true},
		{`[ $# -gt 1 -a -n "$1" ]`, false, false},
		{`[ "$#" -ge 2 ]`, true, true},
		{`[ -z "$3" ]`, true, true},
		{`[ "$*" ]`, true, true},
		{`[ "${1#-}" != "$1" ]`, false, true},
		{`[ "${2#-}" != "$2" ]`, true, true},
		{`[ "${1:0:1}" = - ]`, false, true},
		{`[ "${3:-none}" = none ]`, true, true},
		{`[ "$1" = "$MODE" ]`, false, false},
		{`[ "$(echo serve)" = serve ]`, false, false},
		{`[ x = x ]`, true, true},
		{`[ -f /etc/app ]`, false, false},
		{`[ ]`, false, false},
		{`[[ $1 == serve ]]`, true, true},
		{`[[ $1 == s* && ! $2 == s* ]]`, true, true},
		{`[[ ( $1 = web ) || $2 != --* ]]`, false, true},
		{`[[ -n $3 ]]`, false, true},
		{`[[ $# -lt 3 ]]`, true, true},
		{`[[ $1 =~ ^s ]]`, false, false},
		{`[[ -f $1 ]]`, false, false},
		{`[[ $DEBUG ]]`, false, false},
		{`is_server "$1"`, false, false},
		{`[ "$0" = serve ]`, false, false},
	} {
		source := "if " + tc.condition + "; then exec a; else exec b; fi"
		file, err := syntax.NewParser().Parse(strings.NewReader(source), "")
		if err != nil {
			t.Fatal(err)
		}
		w := &walk{source: source, params: []word{{"serve", true, 0}, {"--port=80", true, 1}}}
		holds, known := w.holds(file.Stmts[0].Cmd.(*syntax.IfClause).Cond[0])
		if known != tc.known || known && holds != tc.holds {
			t.Errorf("%s: %v, known: %v, want %v, %v", tc.condition, holds, known, tc.holds, tc.known)
		}
	}
	for source, want := range map[string]string{
		`case "$1" in web) a;; s*) b;; *) c;; esac`:              "b",
		`case "$1" in "$X") a;; serve) exec b;; esac`:            "a",
		`case "$1" in web) a;; esac; b`:                          "b",
		`case "$1" in web|serve) exec a;; esac; b`:               "a",
		`case "${1#s}" in erve) a;; esac`:                        "a",
		`if [ "$1" = serve ]; then exec a; fi; b`:                "a",
		`set -- web; if [ "$1" = serve ]; then exec a; fi; b`:    "b",
		`f() { if [ "$1" = x ]; then a; else exec b; fi; }; f x`: "a",
		`f() { exec a; }; g() { f; b; }; g`:                      "a",
		`f() { exit; }; a; f; b`:                                 "a",
	} {
		if v := Decide([]string{"sh", "-c", source, "sh", "serve", "--port=80"}, Dash); v.App != want {
			t.Errorf("%s: it comes to %q, want %q", source, v.App, want)
		}
	}
}

func TestAServerIsNotTakenForATask(t *testing.T) {
	for _, source := range []string{
		"npm start", "npm run serve", "go run .", "make serve", "node build/index.js", "serve -s build", "env A=1 app",
		"python -m http.server", "python manage.py runserver", "npm run build && npm start", "dotnet Api.dll",
		"bundle exec rails server",
		"redis-server --port 6379", "apachectl -D FOREGROUND", "apachectl -DFOREGROUND", "httpd -k start -D FOREGROUND", "nginx -g 'daemon off;'",
		"mongod --bind_ip_all", "consul agent -server", "vault server -config=/etc/vault.hcl", "etcd --name one", "shopctl serve", "shopctl",
		"./shop-admin --port=80", "admin-server", "app --log-level info", "app -mode set", "orders-cli worker",
	} {
		if v := Decide([]string{"sh", "-c", source}, Dash); v.Outcome != Ignored {
			t.Errorf("%q is %q, want ignored", source, v.Outcome)
		}
	}
}

func TestOnlyAShellWithItsSourceIsJudged(t *testing.T) {
	for _, tc := range []struct {
		argv string
		want Outcome
		arg  int
	}{
		{"sh -c app", Ignored, 2},
		{"/bin/sh -c app arg0 arg1", Ignored, 2},
		{"sh -ec app", Ignored, 2},
		{"sh -c -e app", Ignored, 3},
		{"sh -c -- app", Ignored, 3},
		{"sh +e -c app", Ignored, 3},
		{"/usr/bin/env sh -c app", Ignored, 3},
		{"env A=1 sh -c app", Ignored, 4},
		{"bash -o pipefail -c app", Replaced, 4},
		{"bash -euo pipefail -c app", Replaced, 4},
		{"bash --login -c app", Replaced, 3},
		{"bash -lc app", Replaced, 2},
		{"busybox sh -c app", Ignored, 3}, // what sh the image has, busybox in it is not known to be
		{"fish -c app", Unclear, 2},
		{"bash -ic app", Unclear, 0},
		{"bash --rcfile x -c app", Unclear, 0},
		{"sh start.sh", Unclear, 0},
		{"sh -c", Unclear, 0},
		{"sh -s", Unclear, 0},
		{"sh", Harmless, 0},
		{"bash -i", Harmless, 0},
		{"app -c sh", Unclear, 0},
		{"tini -- sh -c app", Killed, 4},
		{"tini -gv -- sh -c app", Cut, 5},
		{"tini -p SIGTERM -- sh -c app", Killed, 6},
		{"tini -- sh -c trap>x", Harmless, 0},
		{"tini -- mksh -c app$X", Ignored, 4},
		{"tini -- bash -c app", Replaced, 4},
		{"tini -- app", Unclear, 0},
		{"dumb-init sh -c app", Cut, 3},
		{"dumb-init --single-child -- sh -c app", Killed, 5},
		{"dumb-init -c -- sh -c app", Killed, 5},
		{"gosu nobody:nogroup sh -c app", Ignored, 4},
		{"setpriv --reuid 1000 --regid=1000 --clear-groups sh -c app", Ignored, 7},
		{"timeout -s KILL 30 sh -c app", Cut, 6},
		{"nice -n 5 env -u A B=1 sh -c app", Ignored, 9},
		{"env -S sh", Unclear, 0},
		{"go run ./cmd", Killed, 0},
		{"nice go run ./cmd", Killed, 1},
		{"go version", Harmless, 0},
		{"flock /lock app", Ignored, 0},
		{"npm start", Unclear, 0},
		{"env", Unclear, 0},
		{"busybox", Unclear, 0},
		{"", Unclear, 0},
	} {
		v := Image{Sh: Dash}.Decide(strings.Fields(tc.argv))
		if v.Outcome != tc.want || v.Arg != tc.arg {
			t.Errorf("%q: %q by argument %d, want %q by %d", tc.argv, v.Outcome, v.Arg, tc.want, tc.arg)
		}
	}
}

func TestDecideSpeaksOfShellsThatArePID1(t *testing.T) {
	for argv, want := range map[string]Outcome{
		"sh -c app": Ignored, "gosu x sh -c app": Ignored, "tini -- sh -c app": Unclear, "go run .": Unclear, "sh -c go": Ignored,
	} {
		if v := Decide(strings.Fields(argv), Dash); v.Outcome != want {
			t.Errorf("%q: %+v, want %q", argv, v, want)
		}
	}
}

func TestEveryConstructIsMeasuredForEveryShell(t *testing.T) {
	for _, row := range table {
		cells := strings.Fields(row.cells)
		if len(cells) != len(columns) || strings.Trim(row.cells, "EIK? ") != "" {
			t.Errorf("%q has the cells %q, want one of E, I, K, ? for each of %d shells", row.example, row.cells, len(columns))
		}
	}
}
