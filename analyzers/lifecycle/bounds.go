package lifecycle

// What is linted was written by anybody, and may be made to keep a reader busy. So the work on a function is bounded by
// what stands here, each bound far beyond what people write. A function beyond one is not understood: nothing is said of
// it, and its callers take it for one whose source is not at hand.
const (
	// maxNodes and maxOps bound a summary, which every caller copies. In package main one function may wire up all that
	// there is, and its summary becomes no fact: it may be ten times as large (see maxSizes).
	maxNodes = 1000
	maxOps   = 400

	// maxCopies bounds the ops of a unit, for each call of a function value copies what every target does.
	maxCopies = 20_000

	// maxCopied bounds the nodes and ops of summaries that the calls of one package copy, each of which takes about a
	// kilobyte. Calls beyond it are of functions that are not understood; whether the package catches SIGTERM is then
	// unknown, and a program is not judged.
	maxCopied = 400_000

	// maxOrder bounds how long it takes to find out what comes before what in a frame: each pair of ops may be asked about,
	// and each answer may take a walk through the blocks of the function (see isTooMuch). 1,000 ops in 480 blocks are
	// within it, as are 5,000 in one.
	maxOrder = 500_000_000

	// maxStores bounds the assignments to a local variable among which the last one is looked for. Of more, any may be it.
	maxStores = 50

	// maxConsts bounds the constants that are kept of a value. Of one that may be more, nothing can be told from them.
	maxConsts = 64
)
