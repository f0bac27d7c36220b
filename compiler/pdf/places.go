package pdf

import (
	"cmp"
	"slices"
)

// place says where an object is: its offset, or, packed, the object stream and the index in it.
type place uint64

const packed place = 1 << 63

func offsetPlace(off int64) place             { return place(off) }
func packedPlace(stream ref, index int) place { return packed | place(stream)<<16 | place(index) }

// places says where each object is. Rows and cells of tables, of which there may be millions, follow one another in object streams
// as their numbers do: of these, the block, what is kept is one run for each stream.
type places struct {
	count  int     // numbers handed out; the first is the free list's head
	list   []place // by number, without the block
	block  ref     // its first number
	blocks int     // how many it has; none in a plain file
	runs   []placeRun
}

// placeRun is objects that follow one another in an object stream.
type placeRun struct {
	first  ref
	n      int
	stream ref
	index  int
}

// set notes where an object outside of the block is.
func (p *places) set(id ref, at place) {
	i := int(id)
	if id >= p.block {
		i -= p.blocks
	}
	if i >= len(p.list) {
		p.list = append(p.list, make([]place, i+1-len(p.list))...)
	}
	p.list[i] = at
}

// pack notes that an object is in an object stream.
func (p *places) pack(id, stream ref, index int) {
	if id < p.block || id >= p.block+ref(p.blocks) {
		p.set(id, packedPlace(stream, index))
		return
	}
	if n := len(p.runs); index > 0 && n > 0 && p.runs[n-1].first+ref(p.runs[n-1].n) == id {
		p.runs[n-1].n++
		return
	}
	p.runs = append(p.runs, placeRun{id, 1, stream, index})
}

// walk gives the places of all numbers one by one, the free list's head first; 0 is that of a number that was not used.
func (p *places) walk() func() (at place, ok bool) {
	slices.SortFunc(p.runs, func(a, b placeRun) int { return cmp.Compare(a.first, b.first) })
	next, run := ref(0), 0
	return func() (place, bool) {
		id := next
		next++
		return p.at(id, &run), int(id) < p.count
	}
}

// at gives the place of an object. Those before it have been asked for: run is the first whose objects do not all come before it.
func (p *places) at(id ref, run *int) place {
	i := int(id)
	if id >= p.block {
		i -= p.blocks
	}
	switch {
	case id >= p.block && i < int(p.block):
		return p.inRuns(id, run)
	case i < len(p.list):
		return p.list[i]
	}
	return 0
}

func (p *places) inRuns(id ref, run *int) place {
	for *run < len(p.runs) && p.runs[*run].first+ref(p.runs[*run].n) <= id {
		*run++
	}
	if *run == len(p.runs) || p.runs[*run].first > id {
		return 0
	}
	r := &p.runs[*run]
	return packedPlace(r.stream, r.index+int(id-r.first))
}
