//go:build !linux

package store_test

import "errors"

// childFull needs a limit on the size of files, which only Linux sets this way.
func childFull(string, []string) error { return errors.ErrUnsupported }
