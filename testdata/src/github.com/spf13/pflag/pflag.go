// Package pflag is a stub of the library.
package pflag

import "time"

type FlagSet struct{}

func (f *FlagSet) StringVar(p *string, name string, value string, usage string) {}
func (f *FlagSet) DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
}

func StringVar(p *string, name string, value string, usage string) {}

func (f *FlagSet) String(name string, value string, usage string) *string { return nil }
