// Package portal shows people the tenants that they have.
package portal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	corev1 "k8s.io/api/core/v1"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/log"
	"sigs.k8s.io/controller-runtime/pkg/manager"
)

// Portal is a web server that the manager runs on every replica.
type Portal struct {
	addr   string
	reader client.Reader
}

var (
	_ manager.Runnable               = &Portal{}
	_ manager.LeaderElectionRunnable = &Portal{}
)

func New(addr string, reader client.Reader) *Portal {
	return &Portal{addr: addr, reader: reader}
}

// NeedLeaderElection implements manager.LeaderElectionRunnable.
func (p *Portal) NeedLeaderElection() bool { return false }

// Start implements manager.Runnable: the manager waits for it to return.
func (p *Portal) Start(ctx context.Context) error {
	logger := log.FromContext(ctx).WithName("portal")
	mux := http.NewServeMux()
	mux.HandleFunc("/tenants", p.list)
	srv := &http.Server{Addr: p.addr, Handler: mux, ReadHeaderTimeout: 10 * time.Second}

	errCh := make(chan error, 1)
	go func() {
		logger.Info("serving", "addr", p.addr)
		if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			errCh <- err
		}
		close(errCh)
	}()

	select {
	case err := <-errCh:
		return fmt.Errorf("portal: %w", err)
	case <-ctx.Done():
	}
	shutdownCtx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	return srv.Shutdown(shutdownCtx) // want `\(serverclose/dead-context\)`
}

func (p *Portal) list(w http.ResponseWriter, r *http.Request) {
	var namespaces corev1.NamespaceList
	if err := p.reader.List(r.Context(), &namespaces); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(len(namespaces.Items))
}
