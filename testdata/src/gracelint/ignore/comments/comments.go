// Package comments holds ignore comments that are wrong by themselves. // want `package: does not catch SIGTERM`
package comments

/* want `the ignore comment names no rule` */ //gracelint:ignore

var (
	reason  = 1 /* want `the ignore comment gives no reason` */        //gracelint:ignore wggo/early-done
	unknown = 2 /* want `the ignore comment names "wggo/late-done"` */ //gracelint:ignore wggo/late-done the names differ
	right   = 3 //gracelint:ignore wggo/early-done a reason
	another = 4 //gracelint:ignored is another word
	spaced  = 5 // gracelint:ignore wggo/early-done a reason, after a space
	prose   = 6 /* want `the ignore comment names "is"` */       // gracelint:ignore is no rule
	block   = 7 /* gracelint:ignore wggo/late-done in a block */ /* want `the ignore comment names "wggo/late-done"` */
)
