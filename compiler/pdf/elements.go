package pdf

import "math/bits"

// elements gives structure nodes their object numbers, one kind after another, in bits and counts: there may be millions.
type elements struct {
	first ref                 // number of the first
	kinds [gridKinds]numbered // the rest are of no kind
	named bitset              // others refer to the node, so it has an ID
}

// numbered is a set of nodes.
type numbered struct {
	bitset
	before []uint32 // by word: how many there are before it
	first  ref      // number of the first
	count  int
}

// bitset is a set of nodes by their numbers.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) add(i int32)      { b[i>>6] |= 1 << (i & 63) }
func (b bitset) has(i int32) bool { return b[i>>6]>>(i&63)&1 != 0 }

// below counts the nodes of the set before node i.
func (s *numbered) below(i int32) int {
	return int(s.before[i>>6]) + bits.OnesCount64(s.bitset[i>>6]&(1<<(i&63)-1))
}

func newElements(first ref, nodes int) elements {
	e := elements{first: first, named: newBitset(nodes)}
	for k := range e.kinds {
		e.kinds[k].bitset = newBitset(nodes)
	}
	return e
}

// add takes a node in, of kind gridKinds if it is of none.
func (e *elements) add(node int32, kind int) {
	if kind < gridKinds {
		e.kinds[kind].add(node)
	}
}

// number gives each node its number, when all have been added, and says how many are of some kind: they come first.
func (e *elements) number() (alike int) {
	for k := range e.kinds {
		s := &e.kinds[k]
		s.first, s.before = e.first+ref(alike), make([]uint32, len(s.bitset))
		for i, word := range s.bitset {
			s.before[i] = uint32(s.count)
			s.count += bits.OnesCount64(word)
		}
		alike += s.count
	}
	return alike
}

// ref is a node's object number.
func (e *elements) ref(node int32) ref {
	others := int(node)
	alike := 0
	for k := range e.kinds {
		s := &e.kinds[k]
		n := s.below(node)
		if s.has(node) {
			return s.first + ref(n)
		}
		others -= n
		alike += s.count
	}
	return e.first + ref(alike+others)
}
