FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/search ./cmd/search

FROM debian:13-slim
COPY --from=build /out/search /usr/local/bin/
ENTRYPOINT ['search']
