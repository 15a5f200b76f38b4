// Package logrus is a stub of the library.
package logrus

type Entry struct{}

func (entry *Entry) Error(args ...any)                 {}
func (entry *Entry) Fatal(args ...any)                 {}
func (entry *Entry) Fatalf(format string, args ...any) {}
func (entry *Entry) Fatalln(args ...any)               {}
func (entry *Entry) Info(args ...any)                  {}

type LogFunction func() []any

type Logger struct{}

func (logger *Logger) Error(args ...any)                 {}
func (logger *Logger) Exit(code int)                     {}
func (logger *Logger) Fatal(args ...any)                 {}
func (logger *Logger) FatalFn(fn LogFunction)            {}
func (logger *Logger) Fatalf(format string, args ...any) {}
func (logger *Logger) Fatalln(args ...any)               {}
func (logger *Logger) Info(args ...any)                  {}
func (logger *Logger) WithError(err error) *Entry        { return nil }

func Error(args ...any)                      {}
func Errorf(format string, args ...any)      {}
func Exit(code int)                          {}
func Fatal(args ...any)                      {}
func FatalFn(fn LogFunction)                 {}
func Fatalf(format string, args ...any)      {}
func Fatalln(args ...any)                    {}
func Info(args ...any)                       {}
func Infof(format string, args ...any)       {}
func New() *Logger                           { return nil }
func WithError(err error) *Entry             { return nil }
func WithField(key string, value any) *Entry { return nil }

type Fields map[string]any

type Formatter interface {
	Format(*Entry) ([]byte, error)
}

type JSONFormatter struct{}

func (f *JSONFormatter) Format(entry *Entry) ([]byte, error) { return nil, nil }

func SetFormatter(formatter Formatter) {}
func WithFields(fields Fields) *Entry  { return nil }
