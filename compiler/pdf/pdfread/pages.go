package pdfread

// pages gives the object numbers of the pages, in order (ISO 32000-1 7.7.3).
func (f *File) pages() (list []int) {
	seen := map[int]bool{}
	var walk func(o object, depth int)
	walk = func(o object, depth int) {
		num, ok := o.(ref)
		if !ok || seen[int(num)] || depth > maxDepth {
			return
		}
		seen[int(num)] = true
		d := f.dict(o)
		if kids := d.get("Kids"); kids != nil {
			for _, kid := range f.array(kids) {
				walk(kid, depth+1)
			}
			return
		}
		list = append(list, int(num))
	}
	walk(f.catalog().get("Pages"), 0)
	return list
}
