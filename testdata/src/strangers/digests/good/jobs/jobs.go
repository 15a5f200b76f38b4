package jobs

import (
	"log"
	"time"

	"github.com/robfig/cron/v3"
)

// Jobs sends digests by mail, once a second.
type Jobs struct{ cron *cron.Cron }

func New() *Jobs {
	j := &Jobs{cron: cron.New(cron.WithSeconds())}
	if _, err := j.cron.AddFunc("* * * * * *", func() { j.Send("regular") }); err != nil {
		panic(err)
	}
	return j
}

func (j *Jobs) Start() { j.cron.Start() }

// Stop returns when the last job has ended.
func (j *Jobs) Stop() {
	<-j.cron.Stop().Done()
}

func (j *Jobs) Send(kind string) {
	log.Println("sending", kind)
	time.Sleep(1200 * time.Millisecond)
	log.Println("sent", kind)
}
