//go:build race

package cost

const raceEnabled = true // which makes everything ten times as slow, and copies each string(bytes) that else costs nothing
