package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
)

// version prints the module's version, or the revision it was built from, and the Go release.
func version(_ context.Context, c *call) error {
	return c.print(fmt.Sprintf("banxin %s %s %s/%s\n", release(), runtime.Version(), runtime.GOOS, runtime.GOARCH))
}

func release() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel)"
	}
	text := info.Main.Version
	if text == "" {
		text = "(devel)"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && text == "(devel)" {
			text += " " + s.Value
		}
	}
	return text
}
