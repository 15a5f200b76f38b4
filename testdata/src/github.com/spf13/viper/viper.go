// Package viper is a stub of the library.
package viper

import (
	"strings"

	"github.com/spf13/pflag"
)

type Viper struct{}

type DecoderConfigOption func()

func New() *Viper { return nil }

func (v *Viper) AutomaticEnv()                                           {}
func (v *Viper) BindPFlags(flags *pflag.FlagSet) error                   { return nil }
func (v *Viper) SetEnvKeyReplacer(r *strings.Replacer)                   {}
func (v *Viper) SetEnvPrefix(in string)                                  {}
func (v *Viper) Unmarshal(rawVal any, opts ...DecoderConfigOption) error { return nil }

func AddConfigPath(in string)                      {}
func AutomaticEnv()                                {}
func BindPFlag(key string, flag *pflag.Flag) error { return nil }
func ConfigFileUsed() string                       { return "" }
func GetString(key string) string                  { return "" }
func ReadInConfig() error                          { return nil }
func SetConfigFile(in string)                      {}
func SetConfigName(in string)                      {}
func SetConfigType(in string)                      {}
