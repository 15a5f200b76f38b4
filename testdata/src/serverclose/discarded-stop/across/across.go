// Package across has a stop of another package, which hands on what is to be waited for.
package across

import (
	"context"

	"serverclose/discarded-stop/across/jobs"
)

func Run(ctx context.Context) {
	j := jobs.Start()
	<-ctx.Done()
	j.Stop() // want `\(serverclose/discarded-stop\)`
}

func RunAndWait(ctx context.Context) {
	j := jobs.Start()
	<-ctx.Done()
	<-j.Stop().Done()
}
