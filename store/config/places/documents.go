//go:build !windows

package places

import (
	"os"
	"path/filepath"
)

// documents is the person's folder of documents.
func documents() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, "Documents"), nil
}
