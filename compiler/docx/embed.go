package docx

func (p *writer) embedSettings(x *xmlWriter) {}
