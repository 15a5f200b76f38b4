package lifecycle

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"reflect"
)

// What importers are told is made bytes here, since a driver decodes every fact of every import, and encodes again what
// it hands on: that costs next to nothing then, and few facts are ever looked into. Nor can any driver hand on more than
// the bytes tell. They are read by the version that wrote them: what caches facts has the tool's hash in its keys.

// encode makes bytes of what v points to. Numbers are varints; a string is written where it is first used, and is a
// number from then on; a struct begins with a bit for each exported field that is not zero. It makes the same of the
// same. known are strings that decode is given too.
func encode(v any, known ...string) []byte {
	e := &encoding{strings: map[string]int{}}
	for i, s := range known {
		e.strings[s] = i + 1
	}
	e.write(reflect.ValueOf(v).Elem())
	return e.data
}

type encoding struct {
	data    []byte
	strings map[string]int // 1 + the number of each so far
}

var byteSlice = reflect.TypeFor[[]byte]()

func (e *encoding) uint(n uint64) { e.data = binary.AppendUvarint(e.data, n) }

func (e *encoding) write(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool: // it is not zero
	case reflect.Int:
		e.data = binary.AppendVarint(e.data, v.Int())
	case reflect.Uint8, reflect.Uint16, reflect.Uint32:
		e.uint(v.Uint())
	case reflect.String:
		s := v.String()
		e.uint(uint64(e.strings[s]))
		if e.strings[s] == 0 {
			e.strings[s] = len(e.strings) + 1
			e.uint(uint64(len(s)))
			e.data = append(e.data, s...)
		}
	case reflect.Pointer:
		e.write(v.Elem())
	case reflect.Slice:
		e.uint(uint64(v.Len()))
		if v.Type() == byteSlice {
			e.data = append(e.data, v.Bytes()...)
			return
		}
		for i := range v.Len() {
			e.write(v.Index(i))
		}
	case reflect.Struct:
		var present uint64
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && !v.Field(i).IsZero() {
				present |= 1 << i
			}
		}
		e.uint(present)
		for ; present != 0; present &= present - 1 {
			e.write(v.Field(bits.TrailingZeros64(present)))
		}
	default:
		panic(fmt.Sprintf("a fact cannot hold a %s", v.Type()))
	}
}

// decode sets what v points to, which is zero, to what encode was given.
func decode(data []byte, v any, known ...string) {
	d := &decoding{data, known}
	d.read(reflect.ValueOf(v).Elem())
}

type decoding struct {
	data    []byte
	strings []string
}

func (d *decoding) uint() uint64 {
	n, size := binary.Uvarint(d.data)
	d.data = d.data[size:]
	return n
}

func (d *decoding) read(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		n, size := binary.Varint(d.data)
		d.data = d.data[size:]
		v.SetInt(n)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32:
		v.SetUint(d.uint())
	case reflect.String:
		n := d.uint()
		if n == 0 {
			size := d.uint()
			d.strings = append(d.strings, string(d.data[:size]))
			d.data = d.data[size:]
			n = uint64(len(d.strings))
		}
		v.SetString(d.strings[n-1])
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.read(v.Elem())
	case reflect.Slice:
		n := int(d.uint())
		if v.Type() == byteSlice {
			v.SetBytes(d.data[:n])
			d.data = d.data[n:]
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			d.read(v.Index(i))
		}
	case reflect.Struct:
		for present := d.uint(); present != 0; present &= present - 1 {
			d.read(v.Field(bits.TrailingZeros64(present)))
		}
	}
}
