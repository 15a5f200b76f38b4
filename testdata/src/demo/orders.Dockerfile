FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/orders ./cmd/orders

FROM debian:13-slim
COPY --from=build /out/orders /usr/local/bin/
COPY orders.sh /
ENTRYPOINT ["/orders.sh"]
