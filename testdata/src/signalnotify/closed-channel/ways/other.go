package ways

import "os"

var quit = make(chan os.Signal, 1)

func end() {
	close(quit) // want `\(signalnotify/closed-channel\)`
}
