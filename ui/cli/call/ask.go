package call

import (
	"bufio"
	"fmt"
	"strings"

	"kinerja/model"
)

// Confirm asks a question that only y answers with yes. Without a terminal
// nobody can answer: then why says first what would have been asked about.
func (c *Call) Confirm(question, why string) error {
	if !Terminal(c.Env.In) {
		return c.Misuse(strings.TrimSpace(why + " " + c.Text.CLI.Usage.Yes))
	}
	fmt.Fprint(c.Env.Err, question+" ")
	answer, err := bufio.NewReader(c.Env.In).ReadString('\n')
	if a := strings.ToLower(strings.TrimSpace(answer)); err == nil && (a == "y" || a == "ya" || a == "yes") {
		return nil
	}
	return Said(c.Text.CLI.Backup.Left, model.ErrStopped)
}
