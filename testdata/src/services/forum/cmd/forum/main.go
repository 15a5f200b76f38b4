// Command forum lets people talk. It serves with echo.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"services/forum/internal/posts"
	"services/forum/internal/web"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("FORUM_DSN"))
	if err != nil {
		log.Fatal(err)
	}

	e := web.New(posts.New(db))
	go func() {
		if err := e.Start(":8080"); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit

	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := e.Shutdown(ctx); err != nil {
		log.Print(err)
	}
	if err := db.Close(); err != nil {
		log.Print(err)
	}
}
