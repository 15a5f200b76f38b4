// Package autocert is a stub of the library.
package autocert

import (
	"net"
)

type Manager struct{}

func (m *Manager) Listener() net.Listener { return nil }

func NewListener(domains ...string) net.Listener { return nil }
