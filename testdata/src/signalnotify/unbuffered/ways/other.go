package ways

import "os"

var quit = make(chan os.Signal)
