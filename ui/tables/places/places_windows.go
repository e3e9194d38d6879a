package places

import (
	"golang.org/x/sys/windows"

	"kinerja/model/offer"
)

// mounted lists what is plugged in: drives that can be taken out.
func mounted() []Root { return lettered(true) }

// drives lists the others. A network may take long to answer, so nothing of
// them is looked into before somebody opens it.
func drives() []Root { return lettered(false) }

func lettered(removable bool) (roots []Root) {
	present, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	for i := range 26 {
		letter := string(rune('A' + i))
		if present&(1<<i) == 0 || i < 2 { // A: and B: were floppy disks, and asking wakes them
			continue
		}
		path := letter + `:\`
		at, err := windows.UTF16PtrFromString(path)
		if err != nil {
			continue
		}
		switch kind := windows.GetDriveType(at); {
		case removable && kind == windows.DRIVE_REMOVABLE:
			roots = append(roots, Root{Path: path, Name: letter + ":", Place: offer.Stick})
		case !removable && (kind == windows.DRIVE_FIXED || kind == windows.DRIVE_REMOTE):
			roots = append(roots, Root{Path: path, Name: letter + ":", Place: offer.Drive, Closed: true})
		}
	}
	return roots
}

// folders lists a person's own, wherever they were moved to.
func folders() (roots []Root) {
	for _, f := range []struct {
		id    *windows.KNOWNFOLDERID
		place offer.Place
	}{
		{windows.FOLDERID_Downloads, offer.Downloads}, {windows.FOLDERID_Desktop, offer.Desktop}, {windows.FOLDERID_Documents, offer.Documents},
	} {
		if path, err := windows.KnownFolderPath(f.id, 0); err == nil {
			roots = append(roots, Root{Path: path, Place: f.place})
		}
	}
	return roots
}
