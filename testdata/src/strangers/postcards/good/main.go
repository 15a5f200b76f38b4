package main

import (
	"github.com/sirupsen/logrus"

	"strangers/postcards/good/cmd/postcards"
)

func main() {
	logrus.SetFormatter(&logrus.JSONFormatter{})
	if err := postcards.Command.Execute(); err != nil {
		logrus.WithError(err).Fatal("postcards")
	}
}
