package assessment

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

// said is what flags say of somebody's work.
type said struct {
	cmd                      *cobra.Command
	result, behaviour        string
	measures, values         []string
	helped, hindered, wished string
	document, on             string
}

// flags gives a verb what is said.
func (s *said) flags(c *call.Call, cmd *cobra.Command) {
	s.cmd = cmd
	pick.Flags(c, cmd)
	f, t := cmd.Flags(), c.Text.CLI.Flags
	f.StringVar(&s.result, "result", "", t["self-result"])
	f.StringVar(&s.behaviour, "behaviour", "", t["self-behaviour"])
	f.StringArrayVar(&s.measures, "measure", nil, t["self-measure"])
	f.StringArrayVar(&s.values, "value", nil, t["self-value"])
	f.StringVar(&s.helped, "helped", "", t["self-helped"])
	f.StringVar(&s.hindered, "hindered", "", t["self-hindered"])
	f.StringVar(&s.wished, "wished", "", t["self-wished"])
}

func write(c *call.Call) *cobra.Command {
	s := &said{}
	cmd := c.Verb("self write", "write [QUERY] [--result above|meets|below] [--behaviour above|meets|below] [--measure CODE=RATING:TEXT] [--value CODE=RATING:TEXT] [--helped T] [--hindered T] [--wished T] [--period P]", nil, func(args []string) error {
		return about(c, call.ToWrite, args, func(d *store.Desk, v view) error {
			content, err := s.into(c, v, v.st.Assessment.Content)
			if err != nil {
				return err
			}
			return v.done(c, d, c.Text.Assessment.CLI.Written, d.WriteAssessment(v.Plan.ID, v.Period, content))
		})
	})
	s.flags(c, cmd)
	return cmd
}

func record(c *call.Call) *cobra.Command {
	s := &said{}
	cmd := c.Verb("self record", "record QUERY --document D [--on DATE] --result above|meets|below --behaviour above|meets|below [--measure CODE=RATING:TEXT] [--value CODE=RATING:TEXT] [--helped T] [--hindered T] [--wished T] [--period P]", nil, func(args []string) error {
		if strings.TrimSpace(s.document) == "" {
			return call.Said(c.Text.Assessment.CLI.Document, exit.ErrUsage)
		}
		on, err := c.DateFlag("--on", s.on)
		if err != nil {
			return err
		}
		return about(c, call.ToWrite, args, func(d *store.Desk, v view) error {
			content, err := s.into(c, v, v.st.Assessment.Content)
			if err != nil {
				return err
			}
			text := lang.Fill(c.Text.Assessment.CLI.Recorded, "document", lang.Inert(s.document))
			return v.done(c, d, text, d.RecordAssessment(v.Plan.ID, v.Period, content, s.document, on))
		})
	})
	s.flags(c, cmd)
	cmd.Flags().StringVar(&s.document, "document", "", c.Text.CLI.Flags["self-document"])
	cmd.Flags().StringVar(&s.on, "on", "", c.Text.CLI.Flags["self-on"])
	return cmd
}

// step hands in or takes back.
func step(c *call.Call, name string) *cobra.Command {
	cmd := c.Verb("self "+name, name+" [QUERY] [--period P]", nil, func(args []string) error {
		return about(c, call.ToWrite, args, func(d *store.Desk, v view) error {
			if name == "submit" {
				return v.done(c, d, c.Text.Assessment.CLI.Handed, d.SubmitAssessment(v.Plan.ID, v.Period))
			}
			return v.done(c, d, c.Text.Assessment.CLI.Reopened, d.ReopenAssessment(v.Plan.ID, v.Period))
		})
	})
	pick.Flags(c, cmd)
	return cmd
}

// done says what was done, or gives the whole to a program.
func (v view) done(c *call.Call, d *store.Desk, text string, err error) error {
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		if v, err = open(c, d, v.Subject); err != nil {
			return err
		}
		return v.show(c)
	}
	c.Line(v.say(c, text))
	return nil
}

// into is content with what the flags say; what they do not name stays.
func (s *said) into(c *call.Call, v view, content assessment.Content) (assessment.Content, error) {
	for _, r := range []struct {
		flag, given string
		to          *model.Rating
	}{{"result", s.result, &content.Result}, {"behaviour", s.behaviour, &content.Behaviour}} {
		if !s.cmd.Flags().Changed(r.flag) {
			continue
		}
		word, err := c.Word("--"+r.flag, r.given, ratings())
		if err != nil {
			return content, err
		}
		*r.to, _ = model.ParseRating(word)
	}
	for _, text := range []struct {
		flag, given string
		to          *string
	}{{"helped", s.helped, &content.Helped}, {"hindered", s.hindered, &content.Hindered}, {"wished", s.wished, &content.Wished}} {
		if s.cmd.Flags().Changed(text.flag) {
			*text.to = text.given
		}
	}
	var err error
	if content.Measures, err = remarks(c, "--measure", s.measures, content.Measures, func(code string) (model.ElementID, error) {
		m, ok := v.Plan.Measure(code)
		if !ok {
			return "", pick.NoCode(c, v.Plan, code)
		}
		return m.ID, nil
	}); err != nil {
		return content, err
	}
	content.Values, err = remarks(c, "--value", s.values, content.Values, func(code string) (model.ElementID, error) {
		var codes []string
		for _, b := range rules.Behaviours() {
			if codes = append(codes, b.Code); strings.EqualFold(b.Code, code) {
				return model.ElementID(b.Code), nil
			}
		}
		return "", call.Said(lang.Fill(c.Text.Assessment.CLI.NoValue, "code", lang.Inert(code), "allowed", strings.Join(codes, ", ")), model.ErrNotFound)
	})
	return content, err
}

func ratings() []string {
	return []string{model.Above.String(), model.Meets.String(), model.Below.String()}
}

// remarks puts CODE=RATING:TEXT over what is said already; a rating or a text that
// is not named stays.
func remarks(c *call.Call, flag string, given []string, list []assessment.Remark, find func(string) (model.ElementID, error)) ([]assessment.Remark, error) {
	list = slices.Clone(list)
	for _, pair := range given {
		code, rest, ok := strings.Cut(pair, "=")
		word, text, texted := strings.Cut(rest, ":")
		word = strings.TrimSpace(word)
		rating, known := model.ParseRating(word)
		if !ok || word == "" && !texted || word != "" && !known {
			return nil, call.Said(lang.Fill(c.Text.Assessment.CLI.Pair, "flag", flag, "value", lang.Inert(pair)), exit.ErrUsage)
		}
		id, err := find(strings.TrimSpace(code))
		if err != nil {
			return nil, err
		}
		r := assessment.On(list, id)
		if word != "" {
			r.Rating = rating
		}
		if texted {
			r.Text = text
		}
		if i := slices.IndexFunc(list, func(old assessment.Remark) bool { return old.ID == id }); i >= 0 {
			list[i] = r
		} else {
			list = append(list, r)
		}
	}
	return list, nil
}
