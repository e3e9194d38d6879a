//go:build !windows

package paper_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"kinerja/ui/paper"
)

// printer puts a command into a path of its own that does what a script says.
func printer(t *testing.T, name, script string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":/bin:/usr/bin")
	return dir
}

// What is printed goes to the printer whole, under the program's name alone.
func TestPrint(t *testing.T) {
	for name, words := range map[string]string{"lp": "-s -t Kinerja", "lpr": "-T Kinerja"} {
		dir := t.TempDir()
		script := "cat > " + dir + "/sheet; echo \"$@\" > " + dir + "/words"
		if name == "lpr" { // lp is there, and has no printer
			bin := printer(t, "lp", "exit 1")
			if err := os.WriteFile(filepath.Join(bin, "lpr"), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
				t.Fatal(err)
			}
		} else {
			printer(t, name, script)
		}
		if err := paper.Print([]string{"satu", "dua"}); err != nil {
			t.Fatal(err)
		}
		sheet, _ := os.ReadFile(dir + "/sheet")
		said, _ := os.ReadFile(dir + "/words")
		if string(sheet) != "satu\ndua\n\f" || string(said) != words+"\n" {
			t.Errorf("%s %q: %q", name, said, sheet)
		}
	}
}

func TestNoPrinter(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if err := paper.Print([]string{"satu"}); !errors.Is(err, paper.ErrNone) {
		t.Errorf("printed on nothing: %v", err)
	}
}
