package main

import (
	"github.com/sirupsen/logrus"

	"strangers/postcards/bad/cmd/postcards"
)

func main() {
	logrus.SetFormatter(&logrus.JSONFormatter{})
	if err := postcards.Command.Execute(); err != nil { // want `\(serverclose/fatal-on-close\)`
		logrus.WithError(err).Fatal("postcards")
	}
}
