package main

import (
	"context"
	"time"

	"google.golang.org/protobuf/types/known/wrapperspb"

	"strangers/ingest/bad/ingestpb"
	"strangers/ingest/bad/pipeline"
)

type service struct {
	ingestpb.UnimplementedIngestServer
	pool *pipeline.Pool[string]
}

func (s *service) Push(ctx context.Context, line *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	time.Sleep(1200 * time.Millisecond)
	if err := s.pool.Submit(ctx, line.GetValue()); err != nil {
		return nil, err
	}
	return wrapperspb.String("queued"), nil
}
