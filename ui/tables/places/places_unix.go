//go:build !windows

package places

import (
	"os"
	"path/filepath"
	"runtime"

	"kinerja/model/offer"
)

// mounted lists what is plugged in.
func mounted() []Root {
	if runtime.GOOS == "darwin" {
		return under("/Volumes", "")
	}
	user := os.Getenv("USER")
	roots := under("/media", user)
	if user != "" {
		roots = append(under(filepath.Join("/media", user), ""), roots...)
		roots = append(under(filepath.Join("/run/media", user), ""), roots...)
	}
	return roots
}

// under lists the folders in a folder in which the system shows what is plugged
// in; but is the one that holds those of a person. The disk of macOS itself is
// a link among them.
func under(folder, but string) (roots []Root) {
	list, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	for _, d := range list {
		if d.IsDir() && d.Name() != but && !hidden(d.Name()) {
			roots = append(roots, Root{Path: filepath.Join(folder, d.Name()), Name: d.Name(), Place: offer.Stick})
		}
	}
	return roots
}

// folders lists a person's own, in the languages in which systems name them.
func folders() (roots []Root) {
	home, err := os.UserHomeDir()
	if err != nil {
		return nil
	}
	roots = append(roots, either(home, offer.Downloads, "Downloads", "Unduhan")...)
	roots = append(roots, either(home, offer.Desktop, "Desktop")...)
	return append(roots, either(home, offer.Documents, "Documents", "Dokumen")...)
}

func drives() []Root { return nil }
