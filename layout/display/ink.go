package display

// Ink is the colour of text, rules and paths.
type Ink uint8

// The inks. Gray counts for Black alone.
const (
	Black Ink = iota
	Red       // M80 Y80, the red of GB/T 9704-2012 7.2.4
)
