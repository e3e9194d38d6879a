package cli

import (
	"bufio"

	"github.com/inconshreveable/mousetrap"

	"kinerja/ui/cli/exit"
)

// hold keeps the window of a double click open after a failure: it would close
// before anybody could read why.
func (c *call) hold(code int) {
	clicked := c.env.Clicked
	if clicked == nil {
		clicked = mousetrap.StartedByExplorer
	}
	if code == exit.Done || code == exit.Stopped || c.text == nil || !clicked() {
		return
	}
	c.complain(c.text.CLI.Close)
	_, _ = bufio.NewReader(c.env.In).ReadString('\n') // that there is no more to read ends it too
}
