// Package must ends the process on errors.
package must

import "log"

// Do exits when err is not nil.
func Do(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
