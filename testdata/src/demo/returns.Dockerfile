FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/returns ./cmd/returns

FROM debian:13-slim
COPY --from=build /out/returns /usr/local/bin/
CMD returns
