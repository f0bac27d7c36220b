package picture

// A jpegScan is a scan under way (ITU-T T.81 B.2.3).
type jpegScan struct {
	bitReader
	components  []*jpegComponent
	dc, ac      []*huffman // of each component
	first, last int        // the coefficients
	high, low   int        // the bits: those above high are known, those above low come now
	run         int        // blocks to come in which nothing new begins
}

// maxScans is the most scans that are read: programs write about ten. Each costs as much time as the picture is large, however few bytes
// it has, and of one bit of one coefficient there could be thousands.
const maxScans = 100

// readScan reads the header of a scan and walks through its codes.
func (j *jpegFile) readScan(b []byte) error {
	if j.scans == maxScans {
		return ErrCoding
	}
	if j.frame == nil || len(b) < 6 || b[0] < 1 || b[0] > 4 || len(b) != 4+2*int(b[0]) {
		return ErrDamaged
	}
	n := int(b[0])
	tail := b[1+2*n:]
	s := jpegScan{first: int(tail[0]), last: int(tail[1]), high: int(tail[2] >> 4), low: int(tail[2] & 15)}
	for i := range n {
		c := j.frame.component(b[1+2*i])
		if c == nil || !j.quant[c.quant] || s.has(c) {
			return ErrDamaged
		}
		dc, ac := b[2+2*i]>>4, b[2+2*i]&15
		if dc > 3 || ac > 3 {
			return ErrDamaged
		}
		s.components = append(s.components, c)
		s.dc, s.ac = append(s.dc, j.huffman[dcTable][dc]), append(s.ac, j.huffman[acTable][ac])
	}
	if !s.legal(j.frame) || !s.tables(j.frame.progressive) {
		return ErrDamaged
	}
	if c := s.components[0]; j.restart > 0 && n == 1 && len(j.frame.components) > 1 && c.h*c.v > 1 {
		j.odd = true
	}
	s.bitReader = bitReader{data: j.data, at: j.at}
	if err := s.walk(j.frame, j.restart); err != nil {
		return err
	}
	j.at, j.scans = s.at, j.scans+1
	return nil
}

func (s *jpegScan) has(c *jpegComponent) bool {
	for _, other := range s.components {
		if c == other {
			return true
		}
	}
	return false
}

// tables says that the tables that the scan needs are there.
func (s *jpegScan) tables(progressive bool) bool {
	for i := range s.components {
		if s.first == 0 && s.high == 0 && s.dc[i] == nil || (s.first > 0 || !progressive) && s.ac[i] == nil {
			return false
		}
	}
	return true
}

// legal says that a scan may have these components, coefficients and bits, after those before it (ITU-T T.81 B.2.3, G.1.1.1), and
// notes them.
func (s *jpegScan) legal(f *jpegFrame) bool {
	blocks := 0
	for _, c := range s.components {
		blocks += c.h * c.v
	}
	switch {
	case len(s.components) > 1 && blocks > 10:
		return false
	case !f.progressive:
		if s.first != 0 || s.last != 63 || s.high != 0 || s.low != 0 {
			return false
		}
	case s.first == 0 && s.last != 0, s.first > s.last, s.last > 63, s.first > 0 && len(s.components) > 1, s.low > 13:
		return false
	case s.high != 0 && s.low != s.high-1:
		return false
	}
	for _, c := range s.components {
		if !s.note(c) {
			return false
		}
	}
	return true
}

// note notes which bits of a component are known after the scan; false where it does not go on from those before it.
func (s *jpegScan) note(c *jpegComponent) bool {
	if s.first > 0 && !c.scanned() {
		return false
	}
	for k := s.first; k <= s.last; k++ {
		if known := int(c.bits[k]) - 1; known < 0 && s.high != 0 || known >= 0 && (s.high != known || known == 0) {
			return false
		}
		c.bits[k] = int8(s.low) + 1
	}
	if s.first > 0 && c.filled == nil {
		c.filled = make([]uint64, c.wide*c.high)
	}
	return true
}

// walk reads all MCUs: blocks of a component alone, or some of each (ITU-T T.81 A.2).
func (s *jpegScan) walk(f *jpegFrame, restart int) error {
	n := upTo(f.width, 8*f.h) * upTo(f.height, 8*f.v)
	if len(s.components) == 1 {
		n = s.components[0].wide * s.components[0].high
	}
	for mcu := range n {
		if restart > 0 && mcu > 0 && mcu%restart == 0 {
			if err := s.restart(mcu / restart); err != nil {
				return err
			}
		}
		if !s.mcu(f.progressive, mcu) || s.n < 0 {
			return s.fault()
		}
	}
	return s.ends()
}

// ends says that nothing is left before the next marker: no byte, and no block that was told of.
func (s *jpegScan) ends() error {
	if s.fill(); s.n >= 8 || s.run > 0 {
		return ErrDamaged
	}
	return nil
}

func (s *jpegScan) mcu(progressive bool, mcu int) bool {
	for i, c := range s.components {
		blocks := c.h * c.v
		if len(s.components) == 1 {
			blocks = 1
		}
		for range blocks {
			ok := true
			switch {
			case !progressive:
				ok = s.sequential(i)
			case s.first == 0 && s.high == 0:
				ok = s.difference(i)
			case s.first == 0:
				s.take(1)
			case s.high == 0:
				ok = s.begun(&c.filled[mcu], s.ac[i])
			default:
				ok = s.refined(&c.filled[mcu], s.ac[i])
			}
			if !ok {
				return false
			}
		}
	}
	return true
}

// restart reads the marker of the nth restart (ITU-T T.81 E.2.4).
func (s *jpegScan) restart(n int) error {
	if err := s.ends(); err != nil {
		return err
	}
	j := jpegFile{data: s.data, at: s.at}
	mark, err := j.marker()
	if err != nil {
		return err
	}
	if mark != markRST0+byte((n-1)%8) {
		return ErrDamaged
	}
	s.bitReader = bitReader{data: s.data, at: j.at}
	return nil
}

// difference reads the DC coefficient of a block (ITU-T T.81 F.2.2.1).
func (s *jpegScan) difference(component int) bool {
	size := s.code(s.dc[component])
	if size < 0 {
		return false
	}
	s.skip(size)
	return true
}

// sequential reads a block (ITU-T T.81 F.2.2).
func (s *jpegScan) sequential(component int) bool {
	if !s.difference(component) {
		return false
	}
	for k := 1; k < 64; k++ {
		code := s.code(s.ac[component])
		if code == 0 { // end of block
			break
		}
		size := code & 15
		if k += code >> 4; code < 0 || k > 63 || size == 0 && code != 0xF0 {
			return false
		}
		s.skip(size)
	}
	return true
}

// begun reads the first bits of coefficients (ITU-T T.81 G.1.2.2).
func (s *jpegScan) begun(filled *uint64, table *huffman) bool {
	if s.run > 0 {
		s.run--
		return true
	}
	for k := s.first; k <= s.last; k++ {
		code := s.code(table)
		if code < 0 {
			return false
		}
		run, size := code>>4, code&15
		if size == 0 && run < 15 {
			s.run = 1<<run + s.take(run) - 1
			break
		}
		if k += run; k > s.last {
			return false
		}
		if size > 0 {
			*filled |= 1 << k
		}
		s.skip(size)
	}
	return true
}

// refined reads one bit more of coefficients (ITU-T T.81 G.1.2.3): of each that is not 0, and where others begin.
func (s *jpegScan) refined(filled *uint64, table *huffman) bool {
	k := s.first
	for s.run == 0 && k <= s.last {
		code := s.code(table)
		if code < 0 || code&15 > 1 {
			return false
		}
		run, size := code>>4, code&15
		if size == 0 && run < 15 {
			s.run = 1<<run + s.take(run)
			break
		}
		s.skip(size)
		if k = s.corrections(*filled, k, run); k > s.last {
			return false
		}
		if size > 0 {
			*filled |= 1 << k
		}
		k++
	}
	if s.run > 0 {
		s.corrections(*filled, k, 64)
		s.run--
	}
	return true
}

// corrections reads the bits of coefficients that are not 0, up to the place behind so many that are; it gives that place.
func (s *jpegScan) corrections(filled uint64, k, zeros int) int {
	for ; k <= s.last; k++ {
		switch {
		case filled>>k&1 != 0:
			s.take(1)
		case zeros == 0:
			return k
		default:
			zeros--
		}
	}
	return k
}
