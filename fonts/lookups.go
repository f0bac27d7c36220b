package fonts

import (
	"slices"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// featureLookups gives the look-ups of the feature's records, in the order of the file, each once.
func featureLookups(l *tables.Layout, k featureKey) []tables.Lookup {
	var out []tables.Lookup
	var seen []uint16
	for _, i := range featureIndices(l, k) {
		for _, n := range l.FeatureList.Features[i].LookupListIndices {
			if int(n) < len(l.LookupList.Lookups) && !slices.Contains(seen, n) {
				seen = append(seen, n)
				out = append(out, l.LookupList.Lookups[n])
			}
		}
	}
	return out
}

// featureIndices gives the feature records with the key's tag: all of them, or those that the language system lists in any
// script.
func featureIndices(l *tables.Layout, k featureKey) []int {
	var out []int
	for i, rec := range l.FeatureList.Records {
		if tag(rec.Tag) == k.feature && i < len(l.FeatureList.Features) && (k.system == 0 || inSystem(l, k.system, uint16(i))) {
			out = append(out, i)
		}
	}
	return out
}

func inSystem(l *tables.Layout, system tag, feature uint16) bool {
	for _, script := range l.ScriptList.Scripts {
		for i, rec := range script.LangSysRecords {
			if tag(rec.Tag) == system && i < len(script.LangSys) && slices.Contains(script.LangSys[i].FeatureIndices, feature) {
				return true
			}
		}
	}
	return false
}

// singleSubs reads a feature's single substitutions. A subtable that cannot be read substitutes nothing.
func singleSubs(l *tables.Layout, k featureKey) map[uint16]uint16 {
	m := map[uint16]uint16{}
	for _, lookup := range featureLookups(l, k) {
		guard(func() { readSubs(m, lookup) })
	}
	return m
}

func readSubs(m map[uint16]uint16, lookup tables.Lookup) {
	subtables, err := lookup.AsGSUBLookups()
	if err != nil {
		return
	}
	for _, sub := range subtables {
		if ext, ok := sub.(tables.ExtensionSubs); ok {
			sub, _ = ext.Resolve()
		}
		if single, ok := sub.(tables.SingleSubs); ok {
			addSubs(m, single)
		}
	}
}

// addSubs keeps the first substitution of a glyph: a look-up's earlier subtables win.
func addSubs(m map[uint16]uint16, s tables.SingleSubs) {
	put := func(from, to uint16) {
		if _, seen := m[from]; !seen {
			m[from] = to
		}
	}
	switch d := s.Data.(type) {
	case tables.SingleSubstData1:
		for _, g := range covered(d.Cov()) {
			put(g, uint16(int(g)+int(d.DeltaGlyphID)))
		}
	case tables.SingleSubstData2:
		for i, g := range covered(d.Cov()) {
			if i < len(d.SubstituteGlyphIDs) {
				put(g, uint16(d.SubstituteGlyphIDs[i]))
			}
		}
	}
}

// singleAdjusts reads a feature's single adjustments. A subtable that cannot be read adjusts nothing.
func singleAdjusts(l *tables.Layout, k featureKey) map[uint16]Adjust {
	m := map[uint16]Adjust{}
	vertical := k.feature == tagOf("vhal") || k.feature == tagOf("vpal")
	for _, lookup := range featureLookups(l, k) {
		guard(func() { readAdjusts(m, lookup, vertical) })
	}
	return m
}

func readAdjusts(m map[uint16]Adjust, lookup tables.Lookup, vertical bool) {
	subtables, err := lookup.AsGPOSLookups()
	if err != nil {
		return
	}
	for _, sub := range subtables {
		if ext, ok := sub.(tables.ExtensionPos); ok {
			sub, _ = ext.Resolve()
		}
		if single, ok := sub.(tables.SinglePos); ok {
			addAdjusts(m, single, vertical)
		}
	}
}

func addAdjusts(m map[uint16]Adjust, s tables.SinglePos, vertical bool) {
	put := func(g uint16, v tables.ValueRecord) {
		if _, seen := m[g]; seen {
			return
		}
		a := Adjust{DX: int32(v.XPlacement), DY: int32(v.YPlacement), Advance: int32(v.XAdvance)}
		if vertical {
			a.Advance = int32(v.YAdvance)
		}
		m[g] = a
	}
	switch d := s.Data.(type) {
	case tables.SinglePosData1:
		for _, g := range covered(d.Cov()) {
			put(g, d.ValueRecord)
		}
	case tables.SinglePosData2:
		for i, g := range covered(d.Cov()) {
			if i < len(d.ValueRecords) {
				put(g, d.ValueRecords[i])
			}
		}
	}
}

// covered lists a coverage table's glyphs in the order of their coverage index.
func covered(c tables.Coverage) []uint16 {
	var out []uint16
	switch c := c.(type) {
	case tables.Coverage1:
		for _, g := range c.Glyphs {
			out = append(out, uint16(g))
		}
	case tables.Coverage2:
		for _, r := range c.Ranges {
			for g := int(r.StartGlyphID); g <= int(r.EndGlyphID) && len(out) <= 0xFFFF; g++ {
				out = append(out, uint16(g))
			}
		}
	}
	return out
}
