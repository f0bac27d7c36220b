package pdf

// writeCatalog writes the document's root (ISO 32000-1 7.7.2) and what hangs on it beside pages and structure.
func (w *writer) writeCatalog(structure ref) {
	outline := w.writeOutline()
	specs := w.writeAttachments()
	names := w.writeAttachmentNames(specs)
	metadata := w.writeMetadata()
	intents := w.writeIntents()
	if !w.noInfo {
		w.info = w.writeInfo()
	}
	w.object(w.catalog, func(v value) {
		v.dict(func(d dict) {
			d.key("Type").name("Catalog")
			d.key("Pages").ref(w.pageTree)
			d.key("MarkInfo").dict(func(d dict) { d.key("Marked").bool(true) })
			d.key("StructTreeRoot").ref(structure)
			if w.doc.Lang != "" {
				d.key("Lang").text(w.doc.Lang)
			}
			d.key("ViewerPreferences").dict(func(d dict) { d.key("DisplayDocTitle").bool(true) })
			d.key("Metadata").ref(metadata)
			d.key("OutputIntents").array(func(a array) {
				for _, id := range intents {
					a.item().ref(id)
				}
			})
			if outline != 0 {
				d.key("Outlines").ref(outline)
				d.key("PageMode").name("UseOutlines")
			}
			w.writePageLabels(d)
			w.attachmentKeys(d, specs, names)
			w.fieldKeys(d)
		})
	})
}

func (w *writer) trailer(d dict) {
	d.key("Root").ref(w.catalog)
	if w.info != 0 {
		d.key("Info").ref(w.info)
	}
}
