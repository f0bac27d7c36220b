package pdf

import (
	"slices"
	"testing"
)

// Two rows of a head and two cells among 70 paragraphs: cells have the first numbers, then heads, then rows, then all others, and each
// kind rises; also behind the first word of 64 nodes.
func TestElementsAreNumberedByKind(t *testing.T) {
	e := newElements(100, 78)
	for node := range int32(78) {
		kind := gridKinds
		if node >= 70 { // TR TH TD TD, twice
			kind = []int{2, 1, 0, 0}[(node-70)%4]
		}
		e.add(node, kind)
	}
	if alike := e.number(); alike != 8 {
		t.Errorf("%d are of some kind, want 8", alike)
	}
	var got []ref
	for _, node := range []int32{0, 63, 64, 69, 70, 71, 72, 73, 74, 75, 76, 77} {
		got = append(got, e.ref(node))
	}
	if want := []ref{108, 171, 172, 177, 106, 104, 100, 101, 107, 105, 102, 103}; !slices.Equal(got, want) {
		t.Errorf("numbers %v, want %v", got, want)
	}
}

// The first stream of cells has objects 5 and 6, the second 7; 8 was never written. The block is 5 to 8.
func TestPlacesOfABlock(t *testing.T) {
	p := places{count: 11, block: 5, blocks: 4}
	p.set(2, offsetPlace(15))
	p.pack(7, 10, 0)
	p.pack(5, 9, 0)
	p.pack(6, 9, 1)
	p.set(9, offsetPlace(99))
	p.pack(4, 9, 2)
	var got []place
	next := p.walk()
	for at, ok := next(); ok; at, ok = next() {
		got = append(got, at)
	}
	want := []place{0, 0, 15, 0, packedPlace(9, 2), packedPlace(9, 0), packedPlace(9, 1), packedPlace(10, 0), 0, 99, 0}
	if !slices.Equal(got, want) {
		t.Errorf("places %v, want %v", got, want)
	}
}

// A node drawn on two pages with a link between: three marks, the link's as its annotation.
func TestMarksOfANode(t *testing.T) {
	var m marks
	m.init(3)
	m.newPage()
	m.add(1)
	m.add(2)
	m.add(2)
	m.areas = append(m.areas, area{m.count, 77})
	m.newPage()
	m.add(2)
	m.add(1)
	m.sort()
	var got []mark
	for node := range int32(3) {
		for own := m.of(node); own.ok; own.next() {
			got = append(got, m.at(own.first))
		}
	}
	if want := []mark{{0, 0}, {1, 1}, {0, 1}, {0, -77}, {1, 0}}; !slices.Equal(got, want) {
		t.Errorf("marks %v, want %v", got, want)
	}
}
