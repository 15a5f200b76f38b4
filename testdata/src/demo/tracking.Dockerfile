FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/tracking ./cmd/tracking

FROM gcr.io/distroless/static-debian13
COPY --from=build /out/tracking /
ENTRYPOINT ["/tracking"]
