package program

import (
	"path/filepath"

	"kinerja/model/rules"
	"kinerja/ui/cli/call"
	"kinerja/ui/widget/ruleset"
)

// choices are the rule sets that can be put into use, and the files of one's
// own that are refused, each with its first mistake.
func choices(c *call.Call) (list ruleset.Choices, err error) {
	files, err := c.OwnRules()
	if err != nil {
		return list, err
	}
	list.Since = c.Conf.Since()
	for _, rs := range rules.All() {
		list.List = append(list.List, ruleset.Choice{Rules: c.Limited(rs)})
	}
	for _, f := range files {
		choice := ruleset.Choice{Rules: f.Rules, File: filepath.Base(f.Path)}
		if f.Err != nil {
			choice.Fault = c.RuleFault(f.Err)[0]
		}
		list.List = append(list.List, choice)
	}
	return list, nil
}
