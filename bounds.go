package gracelint

// What gracelint reads was written by anybody, a pull request's author among them, and may be made to keep a reader busy.
// So the work on a file is bounded by what stands here, each bound far beyond what people write. What lies beyond one is
// not guessed at: where nothing is said below, a notice of kind [Failed] names the file and the place.
const (
	// MaxFile bounds a file that is read, in bytes: data may lie about in JSON, too.
	MaxFile = 32 << 20

	// MaxConfig bounds a file that is decoded whole, in bytes: a compose file, a skaffold.yaml, a kustomization, a
	// package.json, gracelint's own configuration. The tree that YAML makes of a byte takes a hundred.
	MaxConfig = 1 << 20

	// MaxDocument bounds one YAML document, in bytes, for the same reason. etcd stores no object of more than 1.5 MB.
	MaxDocument = 8 << 20

	// MaxDepth bounds the nesting of a YAML document, and MaxAliased the nodes that its aliases stand for: a few lines
	// make billions of nodes.
	MaxDepth   = 1_000
	MaxAliased = 100_000

	// MaxName bounds a name that a manifest gives, in bytes, for many messages may repeat it: Kubernetes allows 253. A
	// longer one is cut off.
	MaxName = 1_000

	// MaxPairs bounds how many pairs of a Service and a pod are compared by their labels. Which pods the remaining
	// Services select is unknown, and nothing is said of it.
	MaxPairs = 1_000_000

	// MaxDockerfile bounds a Dockerfile, in bytes, and MaxStages the stages in it.
	MaxDockerfile = 1 << 20
	MaxStages     = 300

	// MaxValue bounds a text in which the values of variables are put in, in bytes, and MaxValues all such texts of one
	// Dockerfile: ENV A=$B$B, ENV B=$A$A, … double it each time. What is longer stays as it is written, and the value of a
	// variable is then unknown, as that of one that is set elsewhere is.
	MaxValue  = 64 << 10
	MaxValues = 16 << 20

	// MaxSearch bounds the search through COPY and RUN instructions, and in the build context, for what a program is made
	// of, over a whole Dockerfile: how many sources of a COPY and bytes of RUN, of scripts and of names are looked at.
	MaxSearch = 4_000_000

	// MaxPath bounds the name of a file, in bytes: Linux opens none that is longer. There is no such file.
	MaxPath = 4096

	// MaxSources and MaxFolders bound how the build context is found out, where no file names it: by so many of the
	// sources that a Dockerfile copies, in so many folders above it. The others have no say.
	MaxSources = 200
	MaxFolders = 16

	// MaxShell bounds the source of a shell script, in bytes; MaxShellDepth how deep its commands and words nest; and
	// MaxShellStack how many calls the parser may be in, whose stack Go limits by ending the process.
	MaxShell      = 1 << 20
	MaxShellDepth = 1_000
	MaxShellStack = 8_000

	// MaxLine bounds the shell line of a preStop hook, in bytes. How long a longer one takes is unknown.
	MaxLine = 16 << 10

	// MaxShellWork bounds the walk through the scripts of one file, which may start each other, in visits of statements
	// and bytes of source; MaxShellCalls the calls of functions that are followed in one of them, which may call each other;
	// MaxArguments the words of a command line, which "$@" "$@" doubles each time. What lies beyond the last two is
	// unknown, as what depends on the container's arguments is.
	MaxShellWork  = 20_000_000
	MaxShellCalls = 1_000
	MaxArguments  = 1_000

	// MaxExpansion bounds the arguments and the words that conditions in scripts are evaluated with, in bytes, and
	// MaxPattern the pattern of a case. A longer one is unknown.
	MaxExpansion = 4 << 10
)

// Cut returns a name, cut off at [MaxName].
func Cut(name string) string {
	if len(name) <= MaxName {
		return name
	}
	end := MaxName
	for end > 0 && name[end]&0xc0 == 0x80 { // inside of a code point
		end--
	}
	return name[:end] + "…"
}
