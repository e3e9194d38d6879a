package config

import "kinerja/model"

// after are the settings of what follows an evaluation.
func after() []setting {
	return []setting{
		predicate("award.best", model.Text{
			ID: "Penghargaan diusulkan bagi yang berpredikat ini atau lebih baik. Bawaan program, belum diverifikasi.",
			EN: "An award is proposed for whoever has this predicate or better. A default of the program, not verified.",
		}, func(c *Config) *model.Predicate { return &c.Terms.Award.Least.Best }),
		whole("award.row", 0, 24, model.Text{
			ID: "Sekian periode terakhir berturut-turut; 0: semua yang dilihat. Belum diverifikasi.",
			EN: "In so many last periods in a row; 0: in all that are looked at. Not verified.",
		}, func(c *Config, n int64) { c.Terms.Award.Least.Row = int(n) }, func(c Config) int64 { return int64(c.Terms.Award.Least.Row) }),
		predicate("award.worst", model.Text{
			ID: "Tidak satu periode pun di bawah predikat ini; tidak lebih baik dari best. Belum diverifikasi.",
			EN: "No period is below this predicate; not better than best. Not verified.",
		}, func(c *Config) *model.Predicate { return &c.Terms.Award.Least.Worst }),
		text("award.kinds", model.Text{
			ID: "Jenis penghargaan, dipisah titik koma; kosong: daftar bawaan, belum diverifikasi.",
			EN: "Kinds of awards, parted by semicolons; empty: the list of the program, not verified.",
		}, func(c *Config) *string { return &c.Terms.Kinds }),
		whole("hours.pns", 0, 1000, model.Text{
			ID: "JP pengembangan kompetensi setahun, paling sedikit, untuk PNS; 0: tanpa batas. Belum diverifikasi.",
			EN: "Lesson hours a year, at least, for civil servants (PNS); 0: no bound. Not verified.",
		}, func(c *Config, n int64) { c.Terms.Hours.LeastPNS = int(n) }, func(c Config) int64 { return int64(c.Terms.Hours.LeastPNS) }),
		whole("hours.pppk", 0, 1000, model.Text{
			ID: "JP setahun, paling banyak, untuk PPPK; 0: tanpa batas. Belum diverifikasi.",
			EN: "Lesson hours a year, at most, for contract staff (PPPK); 0: no bound. Not verified.",
		}, func(c *Config, n int64) { c.Terms.Hours.MostPPPK = int(n) }, func(c Config) int64 { return int64(c.Terms.Hours.MostPPPK) }),
		whole("objection.decision_days", 1, 366, model.Text{
			ID: "Hari sejak keberatan diajukan sampai putusan diharapkan; hanya peringatan. Belum diverifikasi.",
			EN: "Days from filing until an objection is expected to be decided; only a warning. Not verified.",
		}, func(c *Config, n int64) { c.Terms.DecisionDays = int(n) }, func(c Config) int64 { return int64(c.Terms.DecisionDays) }),
		toggle("briefing.warn", model.Text{
			ID: "Memberi tahu saat menilai siapa yang instrumennya belum dijelaskan kepadanya; tidak pernah menghalangi.",
			EN: "To say when rating to whom the instrument was not explained; it never blocks.",
		}, func(c *Config) *bool { return &c.Terms.Warns }),
	}
}

// predicate is one of the predicates, by the word of the command line.
func predicate(key string, doc model.Text, field func(*Config) *model.Predicate) setting {
	var allowed []string
	for p := model.VeryPoor; p <= model.VeryGood; p++ {
		allowed = append(allowed, p.String())
	}
	return word(key, allowed, doc, func(c *Config, i int) { *field(c) = model.Predicate(i + 1) }, func(c Config) int { return int(*field(&c)) - 1 })
}

// compareAfter holds the two predicates of an award against each other.
func (r *reader) compareAfter() {
	if least := r.config.Terms.Award.Least; least.Worst > least.Best {
		r.refuse("award.worst", least.Worst, []string{"<= " + least.Best.String()})
	}
}
