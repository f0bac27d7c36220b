package report

import "github.com/banxin-go/banxin/layout/doc"

// ownReport is a report type as a user of the package would write one.
type ownReport struct {
	Rows []ownRow `json:"rows" zh:"第#行"`
}

type ownRow struct {
	Name string `json:"name" zh:"名称"`
	Area Count  `json:"area" zh:"面积"`
}

func (ownReport) Check() Problems         { return nil }
func (ownReport) Document() *doc.Document { return &doc.Document{} }
