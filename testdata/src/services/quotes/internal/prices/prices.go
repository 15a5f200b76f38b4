// Package prices keeps the latest price of each share.
package prices

import (
	"fmt"
	"net/http"
	"sync"

	"google.golang.org/grpc"
)

// Cents is a price.
type Cents int64

// A Book maps shares to prices of any kind.
type Book[P any] struct {
	mu     sync.RWMutex
	latest map[string]P
}

// NewBook returns an empty book.
func NewBook[P any]() *Book[P] { return &Book[P]{latest: map[string]P{}} }

// Register offers the book on a gRPC server.
func (b *Book[P]) Register(s grpc.ServiceRegistrar) {
	s.RegisterService(&grpc.ServiceDesc{ServiceName: "quotes.Book"}, b)
}

func (b *Book[P]) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	price, ok := b.latest[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	fmt.Fprintln(w, price)
}
