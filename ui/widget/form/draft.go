package form

// added stands before what was typed into a Pick to be added, in what Typed
// returns: it is on no list.
const added = "+"

// Typed is what was typed or chosen and is not as it was to begin with, by
// field: what a draft keeps; never what a Secret holds. It is nil where nothing was.
func (f *Form) Typed() map[string]string {
	var list map[string]string
	for _, fd := range f.fields {
		value := fd.value()
		if fd.Kind == Head || fd.Kind == Secret || value == fd.Value {
			continue
		}
		if fd.Kind == Pick {
			value = map[bool]string{true: added, false: "="}[fd.chosen < 0 && fd.added != ""] + value
		}
		if list == nil {
			list = map[string]string{}
		}
		list[fd.ID] = value
	}
	return list
}

// Retype puts back what Typed returned, in the order of the form, and calls
// each, if there is one, after every field. What the form does not have any more,
// and what is on no list any more, is left out.
func (f *Form) Retype(typed map[string]string, each func(id string)) {
	for _, fd := range f.fields {
		value, ok := typed[fd.ID]
		if !ok || fd.Kind == Head || fd.Kind == Secret {
			continue
		}
		switch {
		case fd.Kind != Pick:
			f.Fill(fd.ID, value)
		case len(value) > 1 && value[:1] == added && fd.Add != "":
			fd.chosen, fd.stray, fd.added = -1, "", value[1:]
		case value == "=":
			fd.chosen, fd.stray, fd.added = -1, "", ""
		case value != "":
			if at := fd.option(value[1:]); at >= 0 {
				fd.chosen, fd.stray, fd.added = at, "", ""
			}
		}
		if each != nil {
			each(fd.ID)
		}
	}
}
