package readings

import (
	"sync"
	"time"

	"github.com/rs/zerolog/log"
)

// An Uploader sends readings to the archive, in the background.
type Uploader struct {
	wg sync.WaitGroup
}

func NewUploader() *Uploader { return &Uploader{} }

func (u *Uploader) Upload(meter string, data []byte) {
	u.wg.Go(func() {
		defer u.wg.Done() // want `\(wggo/done-in-go\)`
		time.Sleep(500 * time.Millisecond)
		log.Info().Str("meter", meter).Int("bytes", len(data)).Msg("uploaded")
	})
}

// Wait waits for all uploads.
func (u *Uploader) Wait() { u.wg.Wait() }
