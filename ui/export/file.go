package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"kinerja/model"
)

// WriteFile writes a file whole or not at all: beside its place, synced, then
// renamed into it, and the folder synced. An existing file is refused with
// model.ErrExists unless force is set; what is no ordinary file (a folder, a
// device) always is. When write fails nothing is left behind.
//
// The file can be read by its owner alone: it holds people's results.
func WriteFile(path string, force bool, write func(io.Writer) error) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // the file behind a link is replaced, not the link
	}
	if err := free(path, force); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return named(path, err)
	}
	if err := fill(temp, write); err != nil {
		_ = os.Remove(temp.Name())
		return named(path, err)
	}
	// Somebody may have made the file while this one was written.
	if err = free(path, force); err == nil {
		err = named(path, os.Rename(temp.Name(), path))
	}
	if err != nil {
		_ = os.Remove(temp.Name())
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// free reports whether path may be written.
func free(path string, force bool) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return named(path, err)
	case !force || !info.Mode().IsRegular():
		return fmt.Errorf("%s: %w", path, model.ErrExists)
	}
	return nil
}

// fill lets write fill the file, and closes it when all of it is on the disk.
func fill(f *os.File, write func(io.Writer) error) error {
	out := bufio.NewWriterSize(f, 64<<10)
	err := write(out)
	if err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// syncFolder makes a rename durable. Windows and some sticks know no such
// thing; the file itself is synced by then.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// named says which file, and in the words of model what is wrong.
func named(path string, err error) error {
	if err == nil {
		return nil
	}
	for _, known := range []struct{ from, to error }{
		{syscall.ENOSPC, model.ErrFull},
		{fs.ErrPermission, model.ErrReadOnly},
		{syscall.EROFS, model.ErrReadOnly},
		{fs.ErrNotExist, model.ErrNotFound},
	} {
		if errors.Is(err, known.from) {
			return fmt.Errorf("%s: %w", path, known.to)
		}
	}
	// ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL
	if runtime.GOOS == "windows" && (errors.Is(err, syscall.Errno(39)) || errors.Is(err, syscall.Errno(112))) {
		return fmt.Errorf("%s: %w", path, model.ErrFull)
	}
	return fmt.Errorf("%s: %w", path, err)
}
