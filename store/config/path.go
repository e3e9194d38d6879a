package config

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
// kinerja/kinerja.db in the person's folder of data. The folder may be missing.
func DataPath() (string, error) {
	folder, err := dataFolder()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "kinerja", "kinerja.db"), nil
}

func dataFolder() (string, error) {
	switch runtime.GOOS {
	case "windows":
		return os.UserCacheDir() // LocalAppData: it must not roam over a network
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
