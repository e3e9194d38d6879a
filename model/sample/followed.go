package sample

import (
	"kinerja/model"
	"kinerja/model/objection"
	"kinerja/model/sample/sequel"
)

// known is what is told of the seats of Bukitintan, for what followed there.
func (d District) known() sequel.Known {
	return sequel.Known{
		Employee: employeeID,
		Unit:     func(seat int) model.UnitID { return unitID(0, d.seats[seat].unit) },
		Measured: func(seat int) (model.Instrument, bool) {
			s := d.self(seat)
			if s.seat.story == acting || s.seat.story == retired {
				return model.Instrument{}, false
			}
			return model.InstrumentFor(d.instruments, s.position)
		},
		Seats: blockSize, Rules: d.rules,
	}
}

// objected is an evaluation that was objected to; nobody outside Bukitintan does.
func (d District) objected(s self, e model.Evaluation) (model.Evaluation, objection.Objection, bool) {
	if s.block != 0 {
		return e, objection.Objection{}, false
	}
	return d.known().Objected(s.index, e)
}

// helped adds the coaching plans of somebody of Bukitintan.
func (d District) helped(s self, p *Person) {
	if s.block != 0 {
		return
	}
	for _, plan := range d.known().Coachings(s.index, p.Plans, p.Cards) {
		p.Followed = append(p.Followed, plan)
	}
}

// held are the awards, the letter and the meetings of Bukitintan.
func (d District) held() (list []any) {
	k := d.known()
	for _, a := range k.Awards() {
		list = append(list, a)
	}
	list = append(list, k.Letter())
	for _, s := range k.Sessions() {
		list = append(list, s)
	}
	return list
}
