package places

import (
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// documents is the person's folder of documents, wherever it was moved to.
func documents() (string, error) {
	if folder, err := windows.KnownFolderPath(windows.FOLDERID_Documents, 0); err == nil {
		return folder, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, "Documents"), nil
}
