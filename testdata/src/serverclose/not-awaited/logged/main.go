// What is logged after the stop is no wait for it.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	kit "github.com/go-kit/log"
	"github.com/go-kit/log/level"
	"github.com/go-logr/logr"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"google.golang.org/grpc/grpclog"
)

func structured(ctx context.Context, log logr.Logger) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(shutdownCtx); err != nil { // want `\(serverclose/not-awaited\)`
			log.WithName("http").Error(err, "shutdown", "addr", srv.Addr)
		}
		log.Info("stopped")
	}()
	srv.ListenAndServe()
}

func pairs(ctx context.Context, log kit.Logger) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(shutdownCtx); err != nil { // want `\(serverclose/not-awaited\)`
			level.Error(log).Log("msg", "shutdown", "err", err)
		}
		log.Log("msg", "stopped")
	}()
	srv.ListenAndServe()
}

func grpcs(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(shutdownCtx); err != nil { // want `\(serverclose/not-awaited\)`
			grpclog.Error(err)
		}
		grpclog.Infof("stopped %s", srv.Addr)
	}()
	srv.ListenAndServe()
}

func text(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(shutdownCtx); err != nil { // want `\(serverclose/not-awaited\)`
			fmt.Fprintln(os.Stderr, fmt.Sprintf("shutdown: %v", err))
		}
		msg := fmt.Sprintf("%s is down", srv.Addr)
		println(msg, strconv.Quote(msg))
	}()
	srv.ListenAndServe()
}

func std(ctx context.Context, log *slog.Logger) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(shutdownCtx); err != nil { // want `\(serverclose/not-awaited\)`
			log.ErrorContext(ctx, "shutdown", slog.Any("err", err))
		}
		log.With("addr", srv.Addr).Info("stopped")
	}()
	srv.ListenAndServe()
}

func sugar(ctx context.Context, log *zap.Logger) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(shutdownCtx); err != nil { // want `\(serverclose/not-awaited\)`
			log.Sugar().Errorw("shutdown", "err", err)
		}
		logrus.WithField("addr", srv.Addr).Info("stopped")
	}()
	srv.ListenAndServe()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	switch os.Args[1] {
	case "structured":
		structured(ctx, logr.New(nil))
	case "pairs":
		pairs(ctx, kit.With(kit.NewNopLogger(), "app", "shop"))
	case "grpcs":
		grpcs(ctx)
	case "text":
		text(ctx)
	case "std":
		std(ctx, slog.Default())
	case "sugar":
		sugar(ctx, zap.NewNop())
	}
}
