// Lambda stops what it runs in its own way.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	go http.ListenAndServe(":8080", nil)
	lambda.Start(func() {})
}
