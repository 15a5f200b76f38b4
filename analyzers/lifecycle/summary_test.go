package lifecycle

import "testing"

// What leads to a node that matters is written down, wherever in a circle of fields the walk begins: maps have no order.
func TestAllThatLeadsToAWantedNodeIsWanted(t *testing.T) {
	for range 50 {
		first, second, third, end := &node{}, &node{}, &node{}, &node{consts: []string{"1"}}
		first.addField("Second", second)
		second.addField("Third", third)
		third.addField("First", first)
		third.addField("Last", end)
		e := &encoder{wanted: map[*node]bool{}}
		e.want([]*node{first}, nil, nil)
		for i, n := range []*node{first, second, third, end} {
			if !e.wanted[n] {
				t.Fatalf("node %d is left out", i)
			}
		}
	}
}
