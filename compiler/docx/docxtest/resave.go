package docxtest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// ErrNoLibreOffice: there is no soffice to run.
var ErrNoLibreOffice = errors.New("docxtest: LibreOffice is not installed")

// Resave gives what LibreOffice makes of a DOCX when it opens and saves it. Its profile and files go to dir.
func Resave(dir string, file []byte) ([]byte, error) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		return nil, ErrNoLibreOffice
	}
	in, out := filepath.Join(dir, "in.docx"), filepath.Join(dir, "out")
	if err := os.WriteFile(in, file, 0o600); err != nil {
		return nil, err
	}
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile"))
	said, err := exec.Command(soffice, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", out, in).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("soffice: %w: %s", err, said)
	}
	return os.ReadFile(filepath.Join(out, "in.docx"))
}
