package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// outputs are the files of one build. They are written beside their places and moved there when all are whole.
type outputs struct {
	list []*output
	made []string // folders made for them, the innermost first
}

// output is one file on its way to its place.
type output struct {
	name   string
	temp   *os.File
	backup string // the file that stood there before, while the others are being moved
	size   int64
}

// create opens the temporary files. discard has to be called whatever comes back.
func create(dir string, names []string) (*outputs, error) {
	o := &outputs{}
	if err := o.makeFolder(dir); err != nil {
		return o, err
	}
	for _, name := range names {
		mode := fs.FileMode(0o666)
		if old, err := os.Lstat(name); err == nil {
			if old.IsDir() {
				return o, &fs.PathError{Op: "create", Path: name, Err: syscall.EISDIR}
			}
			mode = old.Mode().Perm()
		}
		temp, err := createBeside(name, mode)
		if err != nil {
			return o, err
		}
		o.list = append(o.list, &output{name: name, temp: temp})
	}
	return o, nil
}

// makeFolder makes a folder and remembers what was not there before.
func (o *outputs) makeFolder(dir string) error {
	for d := filepath.Clean(dir); ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		o.made = append(o.made, d)
	}
	return os.MkdirAll(dir, 0o777)
}

// createBeside makes a new file in the folder of name. Its mode is that of an ordinary file, which os.CreateTemp's is not.
func createBeside(name string, mode fs.FileMode) (*os.File, error) {
	for i := 0; ; i++ {
		f, err := os.OpenFile(beside(name, i), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// beside is a name that nobody else uses: hidden, with the process's number.
func beside(name string, i int) string {
	dir, base := filepath.Split(name)
	return fmt.Sprintf("%s.%s.%d-%d.tmp", dir, base, os.Getpid(), i)
}

func (o *outputs) writers() []io.Writer {
	w := make([]io.Writer, len(o.list))
	for i, f := range o.list {
		w[i] = f.temp
	}
	return w
}

// commit moves all files to their places. Where one cannot be moved, those already moved are taken back.
func (o *outputs) commit() error {
	for _, f := range o.list {
		if err := f.close(); err != nil {
			return err
		}
	}
	for i, f := range o.list {
		if err := f.replace(i < len(o.list)-1); err != nil {
			for _, moved := range slices.Backward(o.list[:i]) {
				moved.undo()
			}
			return err
		}
	}
	for _, f := range o.list {
		if f.backup != "" {
			os.Remove(f.backup)
		}
	}
	o.made = nil
	return nil
}

func (f *output) close() error {
	info, err := f.temp.Stat()
	if err != nil {
		return err
	}
	f.size = info.Size()
	return f.temp.Close()
}

// replace moves the file to its place. The last one needs no copy of what stood there: the move is all that can fail.
func (f *output) replace(keep bool) error {
	if _, err := os.Lstat(f.name); err == nil && keep {
		f.backup = f.temp.Name() + ".old"
		if os.Link(f.name, f.backup) != nil { // a file system without links
			if err := os.Rename(f.name, f.backup); err != nil {
				return err
			}
		}
	}
	err := os.Rename(f.temp.Name(), f.name)
	if err != nil && f.backup != "" {
		f.undo()
	}
	return err
}

// undo brings back what stood in the file's place before.
func (f *output) undo() {
	if f.backup == "" {
		os.Remove(f.name)
		return
	}
	os.Rename(f.backup, f.name)
	os.Remove(f.backup) // still there where it was a link to the file itself: rename does nothing then
}

// discard removes what is not finished: temporary files, and folders made for them. Behind commit there is nothing left.
func (o *outputs) discard() {
	for _, f := range o.list {
		f.temp.Close()
		os.Remove(f.temp.Name())
	}
	for _, dir := range o.made {
		os.Remove(dir)
	}
}
