// Servers that others may stop: what they flow into is not understood.
package main

import (
	"context"
	"net/http"

	"example.com/lifecycle"
	"example.com/owner"
)

type holder struct{ Server *http.Server }

type embeds struct{ *http.Server }

type registry interface{ Add(v any) }

var newRegistry func() registry

func main() {
	given := &http.Server{}
	go given.ListenAndServe()
	lifecycle.Keep(given)

	held := &holder{Server: &http.Server{}}
	go held.Server.ListenAndServe()
	lifecycle.Keep(held)

	embedded := embeds{&http.Server{}}
	go embedded.ListenAndServe()
	lifecycle.Keep(embedded)

	registered := &http.Server{}
	go registered.ListenAndServe()
	owner.OnStop("http", func(ctx context.Context) { registered.Shutdown(ctx) })

	hooked := &http.Server{}
	lifecycle.Append(lifecycle.Hook{
		OnStart: func(context.Context) error { go hooked.ListenAndServe(); return nil },
		OnStop:  hooked.Shutdown,
	})

	added := &http.Server{}
	go added.ListenAndServe()
	newRegistry().Add(added)

	aborted := &http.Server{}
	go aborted.ListenAndServe()
	defer aborted.Close() // want `\(serverclose/abrupt-stop\)`

	owner.Wait()
}
