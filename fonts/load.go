package fonts

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// ParseFile reads the faces of a font file. Errors are *FormatError and those of os.ReadFile.
func ParseFile(name string) ([]*Face, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return Parse(data, name)
}

// ParseFS reads the faces of all files in fsys that match the patterns (as in fs.Glob), sorted by name. Faces that could be
// read are returned together with the errors of the files that could not.
func ParseFS(fsys fs.FS, patterns ...string) ([]*Face, error) {
	var names []string
	for _, p := range patterns {
		m, err := fs.Glob(fsys, p)
		if err != nil {
			return nil, err
		}
		names = append(names, m...)
	}
	slices.Sort(names)
	return parseAll(fsys, slices.Compact(names))
}

// ParseDir reads the faces of all font files (.ttf, .otf, .ttc, .otc) in a folder and the folders below it, sorted by name.
// Faces that could be read are returned together with the errors of the files that could not.
func ParseDir(dir string) ([]*Face, error) {
	fsys := os.DirFS(dir)
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && isFontName(name) {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	return parseAll(fsys, names)
}

func isFontName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".ttf", ".otf", ".ttc", ".otc":
		return true
	}
	return false
}

func parseAll(fsys fs.FS, names []string) ([]*Face, error) {
	var faces []*Face
	var errs []error
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		parsed, err := Parse(data, name)
		if err != nil {
			errs = append(errs, err)
		}
		faces = append(faces, parsed...)
	}
	return faces, errors.Join(errs...)
}
