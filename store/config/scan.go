package config

import "strings"

// statement is one key of a file of settings, with the place of its value. The
// bytes from start to end are the value; line is the first byte after the line
// on which the statement ends.
type statement struct {
	key        string // with its section: "rules.above"
	start, end int
	after      int
	inline     bool // inside { … }
}

// scanner goes through a file that is known to be TOML and finds where every
// value stands, so that one can be changed and the rest left as it is: the
// decoder tells no places, and the encoder drops comments.
type scanner struct {
	text    string
	at      int
	section string // "rules." under [rules]
	found   []statement
	// where a new key goes: after the last statement of each section, and of
	// inline tables after the brace.
	room   map[string]int
	braces map[string]int
	first  int // of the first heading with the comments that belong to it; -1: none
}

func scan(text string) *scanner {
	s := &scanner{text: text, room: map[string]int{}, braces: map[string]int{}, first: -1}
	s.at = len(text) - len(strings.TrimPrefix(text, "\ufeff"))
	s.room[""] = s.at
	for s.skip(); s.at < len(text); s.skip() {
		if text[s.at] == '[' {
			s.heading()
			continue
		}
		s.pair(s.section, false)
		s.line()
		s.room[s.section] = s.at
		for i := len(s.found) - 1; i >= 0 && s.found[i].after == 0; i-- {
			s.found[i].after = s.at
		}
	}
	return s
}

// skip goes over blanks, empty lines and comments.
func (s *scanner) skip() {
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case c == '#':
			s.line()
		case strings.IndexByte(" \t\r\n", c) >= 0:
			s.at++
		default:
			return
		}
	}
}

// line goes to the beginning of the next line.
func (s *scanner) line() {
	if i := strings.IndexByte(s.text[s.at:], '\n'); i >= 0 {
		s.at += i + 1
	} else {
		s.at = len(s.text)
	}
}

// heading reads [section] or [[section]].
func (s *scanner) heading() {
	if s.first < 0 {
		s.first = s.above(s.at)
	}
	for s.at < len(s.text) && s.text[s.at] == '[' {
		s.at++
	}
	s.section = s.name() + "."
	s.line()
	s.room[s.section] = s.at
}

// above is where the comments directly over a place begin.
func (s *scanner) above(at int) int {
	start := strings.LastIndexByte(s.text[:at], '\n') + 1
	for start > 0 {
		line := strings.LastIndexByte(s.text[:start-1], '\n') + 1
		if !strings.HasPrefix(strings.TrimSpace(s.text[line:start]), "#") {
			break
		}
		start = line
	}
	return start
}

// name reads a key, dotted or quoted or both.
func (s *scanner) name() string {
	var parts []string
	for {
		s.blanks()
		begin := s.at
		if c := s.text[s.at]; c == '"' || c == '\'' {
			s.quoted()
			parts = append(parts, s.text[begin+1:s.at-1])
		} else {
			for s.at < len(s.text) && strings.IndexByte(" \t.=]", s.text[s.at]) < 0 {
				s.at++
			}
			parts = append(parts, s.text[begin:s.at])
		}
		s.blanks()
		if s.at >= len(s.text) || s.text[s.at] != '.' {
			return strings.Join(parts, ".")
		}
		s.at++
	}
}

func (s *scanner) blanks() {
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t') {
		s.at++
	}
}

// pair reads one key and its value.
func (s *scanner) pair(section string, inline bool) {
	key := section + s.name()
	s.at++ // the sign of equality
	s.blanks()
	begin, mine := s.at, len(s.found)
	s.found = append(s.found, statement{key: key, start: begin, inline: inline})
	s.value(key)
	s.found[mine].end = s.at
}

// value goes over a value.
func (s *scanner) value(key string) {
	switch s.text[s.at] {
	case '"', '\'':
		s.quoted()
	case '{':
		s.at++
		s.braces[key+"."] = s.at
		for s.skip(); s.text[s.at] != '}'; s.skip() {
			if s.text[s.at] == ',' {
				s.at++
				continue
			}
			s.pair(key+".", true)
		}
		s.at++
	case '[':
		s.at++
		for s.skip(); s.text[s.at] != ']'; s.skip() {
			if s.text[s.at] == ',' {
				s.at++
				continue
			}
			s.value(key)
		}
		s.at++
	default:
		for s.at < len(s.text) && strings.IndexByte(",]}#\r\n", s.text[s.at]) < 0 {
			s.at++
		}
		for s.text[s.at-1] == ' ' || s.text[s.at-1] == '\t' {
			s.at--
		}
	}
}

// quoted goes over a string of any of the four kinds.
func (s *scanner) quoted() {
	mark := s.text[s.at : s.at+1]
	if triple := strings.Repeat(mark, 3); strings.HasPrefix(s.text[s.at:], triple) {
		mark = triple
	}
	s.at += len(mark)
	for !strings.HasPrefix(s.text[s.at:], mark) {
		if s.text[s.at] == '\\' && mark[0] == '"' {
			s.at++
		}
		s.at++
	}
	s.at += len(mark)
	// Up to two more quotation marks belong to a long string.
	for len(mark) == 3 && strings.HasPrefix(s.text[s.at:], mark[:1]) {
		s.at++
	}
}
