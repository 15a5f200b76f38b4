package courses

import (
	"context"
	"errors"
	"time"
)

type EnrollRequest struct {
	Course string `json:"course"`
}

type RateRequest struct {
	Course string `json:"course"`
	Stars  int    `json:"stars"`
}

type Receipt struct {
	At time.Time `json:"at"`
}

func Enroll(ctx context.Context, r *EnrollRequest) (Receipt, error) {
	select {
	case <-ctx.Done():
		return Receipt{}, ctx.Err()
	case now := <-time.After(1200 * time.Millisecond):
		return Receipt{now}, nil
	}
}

func Rate(_ context.Context, r *RateRequest) (int, error) {
	if r.Stars > 5 {
		return 0, errors.New("at most five stars")
	}
	return r.Stars, nil
}
