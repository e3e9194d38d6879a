package file

import (
	"context"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/lang"
)

// Verify is `kinerja verify`.
func Verify(c *call.Call) *cobra.Command {
	var deep bool
	cmd := c.LongVerb("verify", "verify [--deep]", c.Want(0, 0), func(ctx context.Context, _ []string) error { return verify(c, ctx, deep) })
	cmd.Flags().BoolVar(&deep, "deep", false, c.Text.CLI.Flags["deep"])
	return cmd
}

// verify checks the file. The first break ends it, as damage that is named.
func verify(c *call.Call, ctx context.Context, deep bool) error {
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	if !access.May(d.Actor(), model.VerbVerify, model.RelNone) {
		return model.ErrNotAllowed
	}
	checking := c.Progress(c.Text.CLI.Verify.Checking)
	report, err := c.File.Verify(ctx, deep, checking.Rows)
	checking.End()
	if err != nil {
		return c.About(c.File.Path(), err)
	}
	if c.Flag.JSON {
		return c.Object(answer.Verified{
			Schema: answer.Schema, File: c.File.Path(), Good: true, Deep: deep,
			Facts: report.Facts, Records: report.Records, Missing: report.Missing,
		})
	}
	t := c.Text
	c.Line(lang.Fill(t.CLI.Verify.Good, "file", c.File.Path()))
	c.Line(t.Plural(t.CLI.Verify.Facts, report.Facts, "records", t.Count(report.Records)))
	if report.Missing > 0 {
		c.Line(t.Plural(t.CLI.Verify.Missing, report.Missing))
	}
	return nil
}
