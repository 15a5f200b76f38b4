package badge

import "time"

type Printer struct{ delay time.Duration }

func NewPrinter() *Printer { return &Printer{1200 * time.Millisecond} }

func (p *Printer) Print(name string) string {
	time.Sleep(p.delay)
	return "[ " + name + " ]"
}
