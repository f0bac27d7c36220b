module github.com/banxin-go/banxin

go 1.26.0

require (
	github.com/go-text/typesetting v0.3.5
	github.com/klauspost/compress v1.20.3
	golang.org/x/text v0.43.0
)

require golang.org/x/image v0.23.0 // indirect
