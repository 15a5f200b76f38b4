package rooms

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"go.uber.org/fx"

	"strangers/chats/good/fxhttp"
)

// Module provides the routes of the rooms and runs the janitor.
func Module() fx.Option {
	return fx.Module("rooms",
		fx.Provide(NewRooms),
		fx.Provide(fx.Annotate((*Rooms).Route, fx.ResultTags(`group:"routes"`))),
	)
}

type Rooms struct {
	mu    sync.Mutex
	said  []string
	quit  context.CancelFunc
	ended chan struct{}
}

func NewRooms(lc fx.Lifecycle) *Rooms {
	r := &Rooms{ended: make(chan struct{})}
	lc.Append(fx.Hook{OnStart: r.start, OnStop: r.stop})
	return r
}

func (r *Rooms) start(context.Context) error {
	// The context of OnStart ends when everything has started.
	ctx, cancel := context.WithCancel(context.Background())
	r.quit = cancel
	go r.sweep(ctx)
	return nil
}

func (r *Rooms) stop(ctx context.Context) error {
	r.quit()
	select {
	case <-r.ended:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (r *Rooms) sweep(ctx context.Context) {
	defer close(r.ended)
	for t := time.NewTicker(time.Minute); ; {
		select {
		case <-ctx.Done():
			t.Stop()
			return
		case <-t.C:
			r.mu.Lock()
			r.said = nil
			r.mu.Unlock()
		}
	}
}

// Route is where people talk.
func (r *Rooms) Route() fxhttp.Route {
	return fxhttp.Route{Pattern: "POST /say", Handler: http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		text, err := io.ReadAll(req.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		time.Sleep(1200 * time.Millisecond)
		r.mu.Lock()
		r.said = append(r.said, string(text))
		n := len(r.said)
		r.mu.Unlock()
		fmt.Fprintf(w, "message %d\n", n)
	})}
}
