package shell

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// momentary are builtins and small tools that are over before anybody could miss a signal. They are never the app,
// whatever stands around them.
var momentary = set(`
	: true false [ test echo printf exit return break continue cd pushd popd pwd export readonly unset set shopt shift
	read type hash alias unalias times getopts wait trap umask ulimit jobs fg bg kill let local declare typeset
	cat tee cp mv rm rmdir mkdir mktemp ln ls touch chmod chown chgrp date id whoami hostname uname printenv dirname
	basename realpath readlink head sed awk grep egrep cut tr sort uniq wc find xxd base64 md5sum sha256sum tar gzip
	gunzip unzip stat df du which yes seq expr envsubst man nproc sysctl ldconfig`)

// idlers wait for nothing, or for somebody at a terminal.
var idlers = set(`sleep tail ping top htop less more vi vim nano tmux screen`)

// checkers are programs whose every call is a test, a build, a look at something, or a single errand.
var checkers = set(`
	pytest py.test tox nox rspec phpunit jest mocha vitest cypress playwright bats ctest ginkgo gotestsum
	golangci-lint hadolint shellcheck eslint prettier pylint flake8 mypy ruff black rubocop tsc webpack gcc g++ cc clang cmake
	ninja docker-compose systemctl service supervisorctl git curl wget ps nslookup dig kubectl helm terraform ansible-playbook aws az gcloud gsutil s3cmd
	rclone rsync restic skopeo crane psql pg_dump pg_dumpall pg_restore mysqldump mongodump mongorestore cqlsh`)

// clients speak to a server that runs elsewhere, and return with its answer.
var clients = set(`
	mysql mariadb mongo mongosh sqlplus sqlcmd influx sqlite3 rndc ldapadd ldapmodify ldapsearch mc nc ncat ssh scp openssl keytool`)

// clientName is what programs are called that tell a server what to do: redis-cli, pg_ctl, mysqladmin, varnishadm.
var clientName = regexp.MustCompile(`[-_]cli$|ctl$|[a-z]adm(in)?$`)

// serves matches an argument by which such a program is a server itself, as in apachectl -D FOREGROUND.
var serves = regexp.MustCompile(`(?i)foreground|^(run\w*|serv\w*|proxy|agent|worker|daemon|listen|dashboard|port-forward)$`)

// actions are what a server's own program is told to do to the one that runs: consul leave, nginx -s quit.
var actions = set(`
	stop quit reload reopen restart graceful graceful-stop shutdown leave join kill ping status health healthcheck
	list ls get put set add create delete remove rm show import export apply kv info`)

// runners are programs that are given a task by name.
var runners = set(`
	go cargo npm npx yarn pnpm bun make gmake just task rake mix sbt mvn mvnw gradle gradlew dotnet bazel bazelisk nx
	turbo lerna ng python python2 python3 php artisan ruby bundle poetry pipenv pdm uv hatch invoke alembic
	manage.py rails flyway`)

// wrappers start the app in their turn, so exec before them does not mend it. Measured: npm ends the shell that it runs,
// and the app is killed at once; go run ends by itself; flock and xargs pass nothing on; su kills the app after 2 s.
var wrappers = set(`npm npx yarn pnpm go flock xargs su sudo`)

// tasks are the names, or the parts of names, of what loses nothing when it is cut short.
var tasks = set(`
	test tests e2e spec unittest pytest rspec build compile install ci lint vet fmt check verify package publish
	clean generate migrate migrations upgrade version help coverage benchmark setup bootstrap provision seed backup
	restore dump`)

func set(words string) map[string]bool {
	names := map[string]bool{}
	for name := range strings.FieldsSeq(words) {
		names[name] = true
	}
	return names
}

// isMomentary reports whether a command of that name, with any arguments, is over at once.
func isMomentary(name string) bool { return momentary[path.Base(name)] }

// isIdle reports whether a command loses nothing when it is killed: it only waits, or it is a test or a build.
func isIdle(words []string) bool {
	if len(words) == 0 {
		return false
	}
	name := path.Base(words[0])
	if idlers[name] || checkers[name] || namesTask(name) || isControl(words) {
		return true
	}
	for i, word := range words[1:] {
		switch {
		case word == "--version" || word == "--help":
			return true
		case runners[name] && i < 4 && !strings.ContainsAny(word, "/=") && namesTask(word):
			return true
		}
	}
	return name == "make" && len(words) == 1 || name == "env" && skipEnv(words) == len(words)
}

// isControl reports whether a command speaks to a server that runs already, and returns at once.
func isControl(words []string) bool {
	name, args := path.Base(words[0]), words[1:]
	switch {
	case clients[name] || path.Dir(words[0]) == "/etc/init.d":
		return true
	case clientName.MatchString(name) && (len(args) > 0 || strings.HasSuffix(name, "cli")):
		return !slices.ContainsFunc(args, serves.MatchString)
	case len(args) > 0 && actions[args[0]]:
		return true
	}
	for i, arg := range args {
		if (arg == "-s" || arg == "-k") && i+1 < len(args) && actions[args[i+1]] {
			return true
		}
	}
	return false
}

// namesTask reports whether a part of the name, such as run-tests.sh, is a task.
func namesTask(name string) bool {
	parts := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return slices.ContainsFunc(parts, func(part string) bool { return tasks[strings.ToLower(part)] })
}
