FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/images ./cmd/images

FROM debian:13-slim
COPY --from=build /out/images /usr/local/bin/
STOPSIGNAL SIGKILL
ENTRYPOINT exec images
CMD ["--drain=20s"]
