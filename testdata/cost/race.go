//go:build race

package cost

const raceEnabled = true // it makes everything ten times as slow
