package pdf

// writeIntent writes the output intent (ISO 19005-2 6.2.3): sRGB, from which DeviceGray and DeviceRGB take their meaning.
// Files without PDF/A have it too: it does no harm, and colours look the same.
func (w *writer) writeIntent() ref {
	profile := w.reserve(1)
	w.stream(profile, func(d dict) { d.key("N").int(3) }, srgbProfile())
	return w.add(func(v value) {
		v.dict(func(d dict) {
			d.key("Type").name("OutputIntent")
			d.key("S").name("GTS_PDFA1")
			d.key("OutputConditionIdentifier").bytes("sRGB IEC61966-2.1")
			d.key("Info").bytes("sRGB IEC61966-2.1")
			d.key("RegistryName").bytes("http://www.color.org")
			d.key("DestOutputProfile").ref(profile)
		})
	})
}
