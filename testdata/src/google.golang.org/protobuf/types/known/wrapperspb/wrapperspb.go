// Package wrapperspb is a stub of the library.
package wrapperspb

type StringValue struct{ Value string }

func (x *StringValue) GetValue() string { return "" }

func String(v string) *StringValue { return nil }
