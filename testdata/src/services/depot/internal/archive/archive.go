// Package archive keeps lines in files.
package archive

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// An Archive is a folder of files.
type Archive struct {
	Dir string

	mu   sync.Mutex
	file *os.File
}

// New returns the archive in dir.
func New(dir string) *Archive { return &Archive{Dir: dir} }

// Keep writes a line to the file of the day.
func (a *Archive) Keep(line string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.file == nil {
		file, err := os.Create(filepath.Join(a.Dir, time.Now().Format(time.DateOnly)))
		if err != nil {
			log.Print(err)
			return
		}
		a.file = file
	}
	fmt.Fprint(a.file, line)
}

// Rotate begins another file.
func (a *Archive) Rotate() {
	if err := a.Close(); err != nil {
		log.Print(err)
	}
}

// Close closes the file of the day.
func (a *Archive) Close() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.file == nil {
		return nil
	}
	err := a.file.Close()
	a.file = nil
	return err
}
