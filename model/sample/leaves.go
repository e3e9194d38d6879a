package sample

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/leave"
)

// leaves are the days on which somebody was away.
func leaves(s self) []leave.Leave {
	if s.seat.story != onLeave {
		return nil
	}
	kind := leave.Maternity
	if s.male {
		kind = leave.Sick
	}
	return []leave.Leave{{
		ID: leave.ID(model.ReadyID("leave", fmt.Sprint(s.index))), Employee: s.id, Kind: kind, From: 2026_01_19, To: 2026_03_31,
		Letter: fmt.Sprintf("800.1.11.4/%d/2026", 17+s.offset),
	}}
}
