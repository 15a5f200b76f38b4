// Package api is a server that is tested for what it does when it is given no time.
package api

import (
	"context"
	"net/http"
)

type API struct{ srv *http.Server }

func (a *API) Stop(ctx context.Context) error { return a.srv.Shutdown(ctx) }
