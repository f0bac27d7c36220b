package pdf

import "crypto/sha256"

// writeProfile writes an ICC profile, each once: photographs of one camera have one.
func (w *writer) writeProfile(data []byte, space colourSpace) ref {
	sum := sha256.Sum256(data)
	if id, ok := w.profiles[sum]; ok {
		return id
	}
	id := w.reserve(1)
	w.stream(id, func(d dict) { d.key("N").int(space.components()) }, data)
	if w.profiles == nil {
		w.profiles = map[[sha256.Size]byte]ref{}
	}
	w.profiles[sum] = id
	return id
}

// rgbProfile is what gives DeviceRGB its meaning: 0, the output intent, or where that is a press's sRGB itself (ISO 19005-2
// 6.2.4.3). A press of red, green and blue has others than sRGB's.
func (w *writer) rgbProfile() ref {
	if w.print == nil {
		return 0
	}
	return w.writeProfile(srgbProfile(), rgb)
}

// condition is what an output intent says.
type condition struct {
	profile        []byte
	name, registry string
}

func (w *writer) condition() condition {
	switch {
	case w.print == nil:
		return condition{srgbProfile(), "sRGB IEC61966-2.1", "http://www.color.org"}
	case w.print.Profile == nil:
		return condition{greyProfile(), "Grey", ""}
	}
	return condition{w.print.Profile, w.print.Condition, "http://www.color.org"}
}

// intentKinds: PDF/A's and PDF/X's, both with the same profile (ISO 19005-2 6.2.3). A file that is neither has PDF/A's: it
// does no harm, and colours look the same.
func (w *writer) intentKinds() []string {
	switch {
	case w.print == nil:
		return []string{"GTS_PDFA1"}
	case w.part == 0:
		return []string{"GTS_PDFX"}
	}
	return []string{"GTS_PDFX", "GTS_PDFA1"}
}

// writeIntents writes the output intents (ISO 32000-1 14.11.5), from which DeviceGray takes its meaning.
func (w *writer) writeIntents() []ref {
	c := w.condition()
	profile := w.writeProfile(c.profile, w.intent)
	var refs []ref
	for _, kind := range w.intentKinds() {
		refs = append(refs, w.add(func(v value) {
			v.dict(func(d dict) {
				d.key("Type").name("OutputIntent")
				d.key("S").name(kind)
				d.key("OutputConditionIdentifier").text(c.name)
				d.key("Info").text(c.name)
				if c.registry != "" {
					d.key("RegistryName").bytes(c.registry)
				}
				d.key("DestOutputProfile").ref(profile)
			})
		}))
	}
	return refs
}
