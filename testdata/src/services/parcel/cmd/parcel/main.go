// Command parcel tracks parcels. The company's library waits for the signal and stops what it is given.
package main

import (
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	"services/parcel/graceful"
	"services/parcel/internal/events"
	"services/parcel/internal/track"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("PARCEL_DSN"))
	if err != nil {
		log.Fatal(err)
	}
	feed := events.New(db)
	go feed.Run()

	srv := &http.Server{Addr: ":8080", Handler: track.New(db, feed)}
	go func() {
		if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	if err := graceful.Wait(20*time.Second, srv.Shutdown, feed.Flush); err != nil {
		log.Print(err)
	}
	if err := db.Close(); err != nil {
		log.Print(err)
	}
}
