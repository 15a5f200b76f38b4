package main

import (
	"database/sql"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"google.golang.org/grpc"

	"strangers/accounts/bad/accountspb"
	"strangers/accounts/bad/store"
)

type application struct {
	db   *sql.DB
	grpc *grpc.Server
}

func main() {
	db, err := store.Open(os.Getenv("DATABASE"))
	if err != nil {
		log.Fatal("could not open the database: ", err)
	}
	app := &application{db: db, grpc: grpc.NewServer()}
	accountspb.RegisterAccountsServer(app.grpc, store.NewAccounts(db))

	ln, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Fatal("could not listen: ", err)
	}
	go app.grpc.Serve(ln)

	app.awaitSignal()
	app.close()
}

func (app *application) awaitSignal() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	signal.Notify(c, syscall.SIGINT)
	<-c
}

func (app *application) close() {
	log.Print("closing")
	if err := app.db.Close(); err != nil { // want `\(serverclose/wrong-order\)`
		log.Print("database: ", err)
	}
	app.grpc.GracefulStop()
}
