// Package places says in which folders of a person settings and data stand.
package places

import (
	"os"
	"path/filepath"
	"runtime"
)

// Path returns where the file of settings is looked for when nobody names one:
// kinerja/config.toml in the person's folder of settings.
func Path() (string, error) {
	folder, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "kinerja", "config.toml"), nil
}

// DataPath returns where the data file is when nobody names one:
// kinerja/kinerja.db in the person's folder of data, on Windows
// Documents\Kinerja\kinerja.db, where people look for what is theirs and copy
// it from. The folder may be missing. A file that an earlier version made
// elsewhere is used where it is.
func DataPath() (string, error) {
	place, err := dataFolder()
	if err != nil {
		return "", err
	}
	if runtime.GOOS != "windows" {
		return filepath.Join(place, "kinerja", "kinerja.db"), nil
	}
	place = filepath.Join(place, "Kinerja", "kinerja.db")
	before, err := os.UserCacheDir() // LocalAppData
	if err != nil {
		return place, nil
	}
	return sooner(place, filepath.Join(before, "kinerja", "kinerja.db")), nil
}

// sooner is the place of a file that may still stand where an earlier version
// put it.
func sooner(now, before string) string {
	_, errNow := os.Stat(now)
	_, errBefore := os.Stat(before)
	if errNow != nil && errBefore == nil {
		return before
	}
	return now
}

func dataFolder() (string, error) {
	switch runtime.GOOS {
	case "windows":
		return documents()
	case "darwin", "ios":
		return os.UserConfigDir() // Library/Application Support
	}
	// The XDG specification: relative paths are to be ignored.
	if folder := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(folder) {
		return folder, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, ".local", "share"), nil
}
