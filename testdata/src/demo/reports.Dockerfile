FROM golang:1.26
WORKDIR /src
COPY . .
CMD ["go", "run", "./cmd/reports"]
