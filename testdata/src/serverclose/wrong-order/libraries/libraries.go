// Package libraries closes what requests need, of each library, before the server has drained.
package libraries

import (
	"context"
	"net/http"
	"time"

	"github.com/IBM/sarama"
	"github.com/jackc/pgx/v5"
	"github.com/jmoiron/sqlx"
	"github.com/nats-io/nats.go"
	"github.com/rabbitmq/amqp091-go"
	"github.com/redis/go-redis/v9"
	"github.com/segmentio/kafka-go"
	"go.etcd.io/bbolt"
	"go.mongodb.org/mongo-driver/v2/mongo"
)

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

func databases(ctx context.Context, srv *http.Server, pg *pgx.Conn, my *sqlx.DB, docs *mongo.Client, file *bbolt.DB) {
	<-ctx.Done()
	pg.Close(context.WithoutCancel(ctx))        // want `\(serverclose/wrong-order\)`
	my.Close()                                  // want `\(serverclose/wrong-order\)`
	docs.Disconnect(context.WithoutCancel(ctx)) // want `\(serverclose/wrong-order\)`
	file.Close()                                // want `\(serverclose/wrong-order\)`
	shutdown(srv)
}

func caches(ctx context.Context, srv *http.Server, single *redis.Client, cluster *redis.ClusterClient, either redis.UniversalClient) {
	<-ctx.Done()
	single.Close()  // want `\(serverclose/wrong-order\)`
	cluster.Close() // want `\(serverclose/wrong-order\)`
	either.Close()  // want `\(serverclose/wrong-order\)`
	shutdown(srv)
}

func brokers(ctx context.Context, srv *http.Server, rabbit *amqp091.Connection, channel *amqp091.Channel, writer *kafka.Writer, producer sarama.SyncProducer, conn *nats.Conn) {
	<-ctx.Done()
	channel.Close()  // want `\(serverclose/wrong-order\)`
	rabbit.Close()   // want `\(serverclose/wrong-order\)`
	writer.Close()   // want `\(serverclose/wrong-order\)`
	producer.Close() // want `\(serverclose/wrong-order\)`
	conn.Close()     // want `\(serverclose/wrong-order\)`
	shutdown(srv)
}
