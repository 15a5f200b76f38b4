// Package ais knows where ships are.
package ais

import "sync"

// A Table maps ships to positions.
type Table struct{ ships sync.Map }

// NewTable returns an empty table.
func NewTable() *Table { return &Table{} }

// Move notes a position.
func (t *Table) Move(ship, position string) { t.ships.Store(ship, position) }

// Position returns the last position, or "".
func (t *Table) Position(ship string) string {
	position, _ := t.ships.Load(ship)
	text, _ := position.(string)
	return text
}
