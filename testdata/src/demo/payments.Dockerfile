FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/payments ./cmd/payments

FROM debian:13-slim
COPY --from=build /out/payments /usr/local/bin/
COPY payments.sh /
ENTRYPOINT ["/payments.sh"]
