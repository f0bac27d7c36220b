module github.com/banxin-go/banxin/testdata/peers

go 1.26.0

require (
	github.com/jung-kurt/gofpdf v1.16.2
	github.com/signintech/gopdf v0.33.0
	github.com/unidoc/unioffice v1.4.0
)

require (
	github.com/go-text/typesetting v0.3.5 // indirect
	github.com/klauspost/compress v1.20.3 // indirect
	golang.org/x/image v0.23.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

require (
	github.com/banxin-go/banxin v0.0.0
	github.com/phpdave11/gofpdi v1.0.14-0.20211212211723-1f10f9844311 // indirect
	github.com/pkg/errors v0.8.1 // indirect
)

replace github.com/banxin-go/banxin => ../..
