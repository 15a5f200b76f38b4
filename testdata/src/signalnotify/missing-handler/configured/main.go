// Whether Run catches the signal is for the configuration to say, which may stand in another file.
package main

import "github.com/beego/beego/v2/server/web"

func main() {
	web.BConfig.Listen.Graceful = true
	web.Run(":8080")
}
