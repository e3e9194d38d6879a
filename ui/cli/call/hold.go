package call

import (
	"bufio"

	"github.com/inconshreveable/mousetrap"

	"kinerja/ui/cli/exit"
)

// hold keeps the window of a double click open after a failure: it would close
// before anybody could read why.
func (c *Call) hold(code int) {
	clicked := c.Env.Clicked
	if clicked == nil {
		clicked = mousetrap.StartedByExplorer
	}
	if code == exit.Done || code == exit.Stopped || c.Text == nil || !clicked() {
		return
	}
	c.complain(c.Text.CLI.Close)
	_, _ = bufio.NewReader(c.Env.In).ReadString('\n') // that there is no more to read ends it too
}
