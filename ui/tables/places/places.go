// Package places finds tables where people keep them: on what is plugged in, in
// the folders of downloads and of documents, on the desktop. It looks into each
// place itself and no deeper, so that no disk is searched; every folder can be
// opened from there.
package places

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kinerja/model/offer"
)

// most bounds what is listed of one folder: the newest.
const most = 1000

// Root is a place that is looked into.
type Root struct {
	Path  string
	Name  string // of a stick or drive; "": the place's own
	Place offer.Place
	// Closed: it is offered, and not looked into by itself: a disk, a network.
	Closed bool
}

// System lists the places of this computer.
func System() []Root {
	roots := mounted()
	roots = append(roots, folders()...)
	if here, err := os.Getwd(); err == nil {
		roots = append(roots, Root{Path: here, Place: offer.Here})
	}
	if home, err := os.UserHomeDir(); err == nil {
		roots = append(roots, Root{Path: home, Place: offer.Home})
	}
	return append(roots, drives()...)
}

// Documents is the folder of a person's documents; "" where there is none.
func Documents() string {
	for _, r := range folders() {
		if r.Place == offer.Documents {
			return r.Path
		}
	}
	return ""
}

// Tables lists the tables that lie in the roots, the newest first, and then the
// roots themselves. What cannot be read is left out: a stick may be gone.
func Tables(roots []Root) []offer.Entry {
	var tables, places []offer.Entry
	seen := map[string]bool{}
	for _, r := range roots {
		if real, err := filepath.EvalSymlinks(r.Path); err == nil {
			r.Path = real
		}
		if info, err := os.Stat(r.Path); err != nil || !info.IsDir() || seen[r.Path] {
			continue
		}
		seen[r.Path] = true
		places = append(places, offer.Entry{Path: r.Path, Name: r.Name, Place: r.Place, Folder: true})
		if r.Closed {
			continue
		}
		list, err := os.ReadDir(r.Path)
		if err != nil {
			continue
		}
		for _, d := range list {
			if e, ok := table(r.Path, d); ok {
				e.Place = r.Place
				tables = append(tables, e)
			}
		}
	}
	newestFirst(tables)
	return append(tables[:min(len(tables), most)], places...)
}

// Folder lists what is in a folder: the folder above, tables with the newest
// first, then folders by name. Hidden ones are left out.
func Folder(path string) ([]offer.Entry, error) {
	list, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	var tables, inside []offer.Entry
	for _, d := range list {
		if e, ok := table(path, d); ok {
			tables = append(tables, e)
			continue
		}
		full := filepath.Join(path, d.Name())
		if info, err := os.Stat(full); err == nil && info.IsDir() && !hidden(d.Name()) {
			inside = append(inside, offer.Entry{Path: full, Name: d.Name(), Folder: true})
		}
	}
	newestFirst(tables)
	slices.SortFunc(inside, func(a, b offer.Entry) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	entries := append(tables[:min(len(tables), most)], inside[:min(len(inside), most)]...)
	if above := filepath.Dir(path); above != path {
		entries = append([]offer.Entry{{Path: above, Place: offer.Above, Folder: true}}, entries...)
	}
	return entries, nil
}

func newestFirst(list []offer.Entry) {
	slices.SortStableFunc(list, func(a, b offer.Entry) int {
		return cmp.Or(b.Changed.Compare(a.Changed), strings.Compare(a.Name, b.Name))
	})
}

// table reports whether something in a folder is a table that can be read, and
// not the lock file of an open spreadsheet.
func table(folder string, d fs.DirEntry) (offer.Entry, bool) {
	switch strings.ToLower(filepath.Ext(d.Name())) {
	case ".xlsx", ".xlsm", ".csv", ".tsv":
	default:
		return offer.Entry{}, false
	}
	if hidden(d.Name()) || strings.HasPrefix(d.Name(), "~$") {
		return offer.Entry{}, false
	}
	path := filepath.Join(folder, d.Name())
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return offer.Entry{}, false
	}
	return offer.Entry{Path: path, Name: d.Name(), Changed: info.ModTime(), Size: info.Size()}, true
}

func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || name == "System Volume Information"
}

// either returns the first of some folders that exists.
func either(home string, place offer.Place, names ...string) []Root {
	for _, n := range names {
		path := filepath.Join(home, n)
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return []Root{{Path: path, Place: place}}
		}
	}
	return nil
}
