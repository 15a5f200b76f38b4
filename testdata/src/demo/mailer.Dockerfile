FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/mailer ./cmd/mailer

FROM debian:13-slim
ENV MAIL_HOST=smtp.example.com
COPY --from=build /out/mailer /usr/local/bin/
ENTRYPOINT ["mailer", "--host=$MAIL_HOST"]
