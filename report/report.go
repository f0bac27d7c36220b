// Package report holds typed Chinese government reports: their fields, the arithmetic that must balance, and their
// document.
//
// Annual is the 政府信息公开工作年度报告, FinalAccounts the 部门决算; Free is a document of any content. A report of any other kind is a type of one's own
// with the two methods of Report.
//
// Everything that is wrong with a report is a Problem: where, what, and words in Chinese and English. All of them come back
// at once, in the order of the document.
package report

import "github.com/banxin-go/banxin/layout/doc"

// Report is what can be compiled: a report that knows its own rules and its own shape.
type Report interface {
	// Check gives everything wrong with the report, in document order; nil when it is sound.
	Check() Problems
	// Document turns the report into blocks. It must not fail or panic on a report that Check refuses. Every Src in it is a
	// path as Path.String writes it, so that problems found later are told in the report's own terms.
	Document() *doc.Document
}

var (
	_ Report = (*Annual)(nil)
	_ Report = (*FinalAccounts)(nil)
	_ Report = (*Free)(nil)
)
