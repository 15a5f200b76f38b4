FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/gateway ./cmd/gateway

FROM gcr.io/distroless/base-debian13
COPY --from=build /out/gateway /usr/local/bin/
CMD gateway
