// Package literals hands dead contexts to stops in literals, which run where they are called.
package literals

import (
	"context"
	"net/http"
	"os"

	"golang.org/x/sync/errgroup"
)

func calledAfter(ctx context.Context, srv *http.Server) {
	stop := func() error {
		return srv.Shutdown(ctx) // want `Shutdown gets ctx, which has been done since line 16`
	}
	<-ctx.Done()
	stop()
}

func cancelledByLiteral(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	end := func() { cancel() }
	end()
	srv.Shutdown(ctx) // want `Shutdown gets ctx, which has been done since line 23`
}

// The variable holds a context and then its child: what is read is told by what was assigned last.
func reassignedByGroup(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	g, ctx := errgroup.WithContext(ctx)
	g.Go(srv.ListenAndServe)
	stop := func() {
		srv.Shutdown(ctx) // want `Shutdown gets ctx, which has been done since line 35`
	}
	cancel()
	stop()
}

// The functions of a list are called in its order: the first ends the context of the next.
func listed(srv *http.Server) {
	ctx, cancel := context.WithCancel(context.Background())
	stops := []func(){cancel, func() {
		srv.Shutdown(ctx) // want `Shutdown gets ctx, which has been done since line 46`
	}}
	for i := 0; i < len(stops); i++ {
		stops[i]()
	}
}

func enlisted(srv, admin *http.Server, sigs chan os.Signal) {
	var stops []func()
	ctx, cancel := context.WithCancel(context.Background())
	stops = append(stops, cancel)
	defer cancel()
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		stops = append(stops, func() { // want `added to stops by the goroutine that serves`
			srv.Shutdown(ctx) // want `Shutdown gets ctx, which has been done since line 68`
		})
		return srv.ListenAndServe()
	})
	stops = append(stops, func() {
		admin.Shutdown(ctx) // want `Shutdown gets ctx, which has been done since line 68`
	})
	go admin.ListenAndServe()
	<-sigs
	for _, stop := range stops {
		stop()
	}
	g.Wait()
}
