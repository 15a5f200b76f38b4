// Package across calls an exit, and defers a stop, that lie in another package.
package across

import (
	"context"

	"serverclose/skipped-cleanup/across/app"
	"serverclose/skipped-cleanup/across/must"
)

func Run(ctx context.Context) {
	a := app.New(":8080")
	go a.Serve()
	defer a.Stop()
	<-ctx.Done()
	must.Do(context.Cause(ctx)) // want `\(serverclose/skipped-cleanup\)`
}
