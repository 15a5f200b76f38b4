package board

import (
	"context"
	"strconv"
	"sync"
	"time"

	"google.golang.org/protobuf/types/known/wrapperspb"

	"strangers/scores/bad/scorespb"
)

type Board struct {
	scorespb.UnimplementedScoresServer

	mu     sync.RWMutex
	scores map[string]int
}

func New() *Board { return &Board{scores: make(map[string]int)} }

func (b *Board) Len() int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return len(b.scores)
}

func (b *Board) Goal(_ context.Context, team *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	time.Sleep(1200 * time.Millisecond) // the referee looks at the video
	b.mu.Lock()
	defer b.mu.Unlock()
	b.scores[team.Value]++
	return wrapperspb.String(strconv.Itoa(b.scores[team.Value])), nil
}
