package api

import (
	"context"
	"errors"
	"net/http"
	"testing"
)

func TestAStopWithoutTimeGivesUp(t *testing.T) {
	srv := &http.Server{}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := srv.Shutdown(ctx); !errors.Is(err, context.Canceled) { // strict: dead-context
		t.Error(err)
	}
}
