FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/reviews ./cmd/reviews

FROM debian:13-slim
COPY --from=build /out/reviews /usr/local/bin/
ENTRYPOINT ["tini", "--"]
CMD ["sh", "-c", "reviews 2>&1"]
