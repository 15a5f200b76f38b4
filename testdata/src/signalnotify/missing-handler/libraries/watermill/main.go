// The plugin catches SIGTERM: it is named, not called.
package main

import (
	"context"
	"log"

	"github.com/ThreeDotsLabs/watermill"
	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/ThreeDotsLabs/watermill/message/router/plugin"
)

func main() {
	router, err := message.NewRouter(message.RouterConfig{}, watermill.NewStdLogger(false, false))
	if err != nil {
		log.Fatal(err)
	}
	router.AddPlugin(plugin.SignalsHandler)
	if err := router.Run(context.Background()); err != nil {
		log.Print(err)
	}
}
