package cli

import (
	"context"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/ui/cli/answer"
	"kinerja/ui/lang"
)

func (c *call) verifyVerb() *cobra.Command {
	var deep bool
	cmd := c.longVerb("verify", "verify [--deep]", c.want(0, 0), func(ctx context.Context, _ []string) error { return c.verify(ctx, deep) })
	cmd.Flags().BoolVar(&deep, "deep", false, c.text.CLI.Flags["deep"])
	return cmd
}

// verify checks the file. The first break ends it, as damage that is named.
func (c *call) verify(ctx context.Context, deep bool) error {
	d, err := c.open(toRead)
	if err != nil {
		return err
	}
	if !model.May(d.Actor(), model.VerbVerify, model.RelNone) {
		return model.ErrNotAllowed
	}
	checking := c.progress(c.text.CLI.Verify.Checking)
	report, err := c.file.Verify(ctx, deep, checking.rows)
	checking.end()
	if err != nil {
		return c.about(c.file.Path(), err)
	}
	if c.flag.json {
		return c.object(answer.Verified{
			Schema: answer.Schema, File: c.file.Path(), Good: true, Deep: deep,
			Facts: report.Facts, Records: report.Records, Missing: report.Missing,
		})
	}
	t := c.text
	c.line(lang.Fill(t.CLI.Verify.Good, "file", c.file.Path()))
	c.line(t.Plural(t.CLI.Verify.Facts, report.Facts, "records", t.Count(report.Records)))
	if report.Missing > 0 {
		c.line(t.Plural(t.CLI.Verify.Missing, report.Missing))
	}
	return nil
}
