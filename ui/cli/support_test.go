package cli_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/testscript"
)

// found NAME FIELD: puts a field of the JSON object on the last stdout into $NAME.
func found(ts *testscript.TestScript, neg bool, args []string) {
	var said map[string]any
	if neg || len(args) != 2 || json.Unmarshal([]byte(ts.ReadFile("stdout")), &said) != nil {
		ts.Fatalf("usage: found NAME FIELD, after --json")
	}
	text, ok := said[args[1]].(string)
	if !ok || text == "" {
		ts.Fatalf("no %s in %v", args[1], said)
	}
	ts.Setenv(args[0], text)
}

// holds FOLDER WORD…: some file in the folder holds each of the words, whatever their
// case; with ! no file holds any of them, and there are files.
func holds(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: holds FOLDER WORD…")
	}
	files := map[string][]byte{}
	err := filepath.WalkDir(ts.MkAbs(args[0]), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		files[path] = bytes.ToLower(raw)
		return err
	})
	if err != nil || len(files) == 0 {
		ts.Fatalf("%d files in %s: %v", len(files), args[0], err)
	}
	for _, word := range args[1:] {
		held := ""
		for path, raw := range files {
			if bytes.Contains(raw, bytes.ToLower([]byte(word))) {
				held = path
			}
		}
		switch {
		case neg && held != "":
			ts.Fatalf("%s holds %q", held, word)
		case !neg && held == "":
			ts.Fatalf("no file in %s holds %q", args[0], word)
		}
	}
}
