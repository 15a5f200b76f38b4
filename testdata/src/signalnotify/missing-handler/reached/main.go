// The server is reached through a table, an interface, a method value, and a generic type.
package main

import "net/http"

type starter interface{ start() error }

type viaInterface struct{}

func (viaInterface) start() error { return http.ListenAndServe(":8080", nil) } // want `http.ListenAndServe on line 10, http.ListenAndServe on line 14, http.ListenAndServe on line 18, http.ListenAndServe on line 20, http.ListenAndServe on line 24`

type viaMethodValue struct{}

func (*viaMethodValue) start() error { return http.ListenAndServe(":8081", nil) }

type generic[T any] struct{ value T }

func (g *generic[T]) start() error { return http.ListenAndServe(":8082", nil) }

func viaTable() error { return http.ListenAndServe(":8083", nil) }

var table = map[string]func() error{"serve": viaTable}

func genericFunc[T any](T) error { return http.ListenAndServe(":8084", nil) }

func main() {
	var s starter = viaInterface{}
	s.start()
	run((&viaMethodValue{}).start)
	(&generic[int]{}).start()
	table["serve"]()
	genericFunc(1)
}

func run(f func() error) { f() }
