FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/invoices ./cmd/invoices

FROM gcr.io/distroless/static-debian13
COPY --from=build /out/invoices /
STOPSIGNAL SIGQUIT
ENTRYPOINT ["/invoices"]
