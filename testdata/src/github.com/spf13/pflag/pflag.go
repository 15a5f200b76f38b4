// Package pflag is a stub of the library.
package pflag

import "time"

type FlagSet struct{}

func (f *FlagSet) StringVar(p *string, name string, value string, usage string) {}
func (f *FlagSet) DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
}

func StringVar(p *string, name string, value string, usage string) {}

type Flag struct{}

func (f *FlagSet) BoolVarP(p *bool, name, shorthand string, value bool, usage string)       {}
func (f *FlagSet) Duration(name string, value time.Duration, usage string) *time.Duration   { return nil }
func (f *FlagSet) Int64Var(p *int64, name string, value int64, usage string)                {}
func (f *FlagSet) IntVar(p *int, name string, value int, usage string)                      {}
func (f *FlagSet) Lookup(name string) *Flag                                                 { return nil }
func (f *FlagSet) String(name string, value string, usage string) *string                   { return nil }
func (f *FlagSet) StringVarP(p *string, name, shorthand string, value string, usage string) {}
