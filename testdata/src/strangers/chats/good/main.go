package main

import (
	"go.uber.org/fx"

	"strangers/chats/good/fxhttp"
	"strangers/chats/good/rooms"
)

func main() {
	fx.New(
		fx.Supply(fxhttp.Config{AddrFrom: "CHATS_ADDR"}),
		rooms.Module(),
		fxhttp.Module(),
	).Run()
}
