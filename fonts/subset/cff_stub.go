package subset

type cffFont struct{}

func (*cffFont) bounds(uint16) (a, b, c, d int, ok bool) { return }
func (f *Font) readCFF([]byte) error                     { return &UnsupportedError{Feature: "CFF outlines"} }
func (f *Font) cutCFF([]uint16) ([]byte, error) {
	return nil, &UnsupportedError{Feature: "CFF outlines"}
}
