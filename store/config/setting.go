package config

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/model/unitresult"
)

// Setting describes one line that a file of settings may have.
type Setting struct {
	Key     string   // as in the file, with its section: "rules.above"
	Default string   // as TOML
	Allowed []string // the values, or one range such as "1 - 600"; nil: any text
	Doc     model.Text
}

// setting is a Setting that can be read and written.
type setting struct {
	Key     string
	Allowed []string
	Doc     model.Text
	put     func(c *Config, value any) bool // false: a value that is not allowed
	get     func(c Config) string           // as TOML
}

// keysSetting is the one setting whose own keys are not known here.
const keysSetting = "keys"

// All lists every setting, in the order of config.example.toml.
func All() []Setting {
	var all []Setting
	for _, s := range settings() {
		all = append(all, Setting{Key: s.Key, Default: s.get(Default()), Allowed: s.Allowed, Doc: s.Doc})
	}
	return all
}

// Value returns the setting named key as TOML, and false for a key that is
// none.
func (c Config) Value(key string) (string, bool) {
	all := settings()
	i := slices.IndexFunc(all, func(s setting) bool { return s.Key == key })
	if i < 0 {
		return "", false
	}
	return all[i].get(c), true
}

func settings() []setting {
	return slices.Concat(showing(), working(), rating(), reckoning(), kinds(), supporting(), after(), keyed())
}

func showing() []setting {
	return []setting{
		choice("language", []string{"id", "en"}, model.Text{
			ID: "Bahasa program: id (Indonesia) atau en (Inggris).",
			EN: "Language of the program: id (Indonesian) or en (English).",
		}, func(c *Config) *string { return &c.Language }),
		choice("theme", []string{"auto", "light", "dark", "contrast", "mono"}, model.Text{
			ID: "Warna: auto bertanya kepada terminal; mono tanpa warna.",
			EN: "Colours: auto asks the terminal; mono is without colour.",
		}, func(c *Config) *string { return &c.Theme }),
		choice("glyphs", []string{"auto", "ascii"}, model.Text{
			ID: "Tanda: ascii untuk konsol lama yang tidak mengenal panah dan garis.",
			EN: "Signs: ascii for old consoles without arrows and rules.",
		}, func(c *Config) *string { return &c.Glyphs }),
		whole("fps", 10, 120, model.Text{
			ID: "Gambar per detik, paling banyak. Kurangi pada sambungan ssh yang lambat.",
			EN: "Frames a second, at most. Take fewer over a slow ssh line.",
		}, func(c *Config, n int64) { c.FPS = int(n) }, func(c Config) int64 { return int64(c.FPS) }),
		toggle("mouse", model.Text{
			ID: "Tetikus: klik dan roda. false bila hendak menyorot teks dengan tetikus; atau tahan Shift.",
			EN: "The mouse: clicks and the wheel. false to select text with it; or hold Shift.",
		}, func(c *Config) *bool { return &c.Mouse }),
		word("decimal", []string{"auto", "comma", "point"}, model.Text{
			ID: "Tanda desimal saat mengetik 1.234: auto menurut bahasa, comma atau point.",
			EN: "How 1.234 is read when typed: auto follows the language; comma or point.",
		}, func(c *Config, i int) { c.Decimal = model.Decimal(i) }, func(c Config) int { return int(c.Decimal) }),
		word("zone", []string{"WIB", "WITA", "WIT"}, model.Text{
			ID: "Zona waktu bagi unit yang tidak menyebut zonanya; menentukan \"hari ini\".",
			EN: "Time zone of units that name none; decides what day \"today\" is.",
		}, func(c *Config, i int) { c.Zone = model.Zone(i) }, func(c Config) int { return int(c.Zone) }),
	}
}

func working() []setting {
	return []setting{
		text("me", model.Text{
			ID: "Siapa yang bekerja di komputer ini: NIP atau ID pegawai.",
			EN: "Who works on this computer: NIP or ID of the employee.",
		}, func(c *Config) *string { return &c.Me }),
		text("unit", model.Text{
			ID: "Nama unit kerja pada baris atas; kosong: menurut data.",
			EN: "Name of the unit in the top line; empty: as in the data.",
		}, func(c *Config) *string { return &c.Unit }),
		text("db", model.Text{
			ID: "Berkas data; kosong: tempat biasa. Di Windows pakai kutip tunggal: 'D:\\data\\kinerja.db'.",
			EN: "The data file; empty: the usual place. On Windows use single quotes: 'D:\\data\\kinerja.db'.",
		}, func(c *Config) *string { return &c.DB }),
		whole("lock_timeout", 1, 600, model.Text{
			ID: "Detik menunggu berkas yang dipakai jendela lain dan tidak juga maju.",
			EN: "Seconds to wait for a file that another window holds without getting on.",
		}, func(c *Config, n int64) { c.LockTimeout = time.Duration(n) * time.Second },
			func(c Config) int64 { return int64(c.LockTimeout / time.Second) }),
		whole("idle_minutes", 0, 480, model.Text{
			ID: "Menit tanpa tombol sampai layar terkunci, di berkas yang meminta PIN; 0: tidak pernah.",
			EN: "Minutes without a key until the screen is locked, in a file that asks for PINs; 0: never.",
		}, func(c *Config, n int64) { c.Idle = time.Duration(n) * time.Minute },
			func(c Config) int64 { return int64(c.Idle / time.Minute) }),
		whole("silent_days", 1, 366, model.Text{
			ID: "Hari tanpa umpan balik sampai seorang pegawai disebut di Beranda dan di daftar Umpan balik. Bawaan program.",
			EN: "Days without feedback until somebody is named on Home and in the list of feedback. A default of the program.",
		}, func(c *Config, n int64) { c.Silence = int(n) }, func(c Config) int64 { return int64(c.Silence) }),
		toggle("backup_daily", model.Text{
			ID: "Cadangan otomatis sekali sehari, saat berkas pertama kali dibuka.",
			EN: "A backup by itself once a day, when the file is first opened.",
		}, func(c *Config) *bool { return &c.BackupDaily }),
		text("backup_folder", model.Text{
			ID: "Folder cadangan; kosong: di samping berkas data.",
			EN: "Folder of the backups; empty: beside the data file.",
		}, func(c *Config) *string { return &c.BackupFolder }),
	}
}

func rating() []setting {
	return []setting{
		text("ruleset", model.Text{
			ID: "Aturan penilaian: nama pada `kinerja rules list`, juga aturan sendiri di folder rules di samping berkas ini.",
			EN: "The rule set: a name of `kinerja rules list`, also one of your own in the folder rules beside this file.",
		}, func(c *Config) *string { return &c.RuleSet }),
		text("ruleset_since", model.Text{
			ID: "Sejak kapan aturan itu dipakai; ditulis bersama ruleset oleh halaman Aturan penilaian dan `kinerja rules use`.",
			EN: "Since when it is in use; written together with ruleset by the page of rule sets and `kinerja rules use`.",
		}, func(c *Config) *string { return &c.RuleSince }),
		number("rules.above", 500, model.Text{
			ID: "Mulai nilai ini disarankan \"di atas ekspektasi\". Bawaan program, bukan ketentuan hukum.",
			EN: "From this score on \"above expectation\" is suggested. A default of the program, not law.",
		}, func(c *Config) *model.Number { return &c.Rules.Above }),
		number("rules.meets", 500, model.Text{
			ID: "Mulai nilai ini \"sesuai ekspektasi\", di bawahnya \"di bawah ekspektasi\"; kurang dari above.",
			EN: "From this score on \"meets expectation\", below it \"below\"; less than above.",
		}, func(c *Config) *model.Number { return &c.Rules.Meets }),
		number("rules.min_share", 100, model.Text{
			ID: "Persen bobot yang harus terisi sebelum ada saran.",
			EN: "Per cent of the weight that must be there before anything is suggested.",
		}, func(c *Config) *model.Number { return &c.Rules.MinShare }),
		number("rules.cap", 500, model.Text{
			ID: "Capaian satu indikator dihitung paling tinggi sekian persen; tidak kurang dari above.",
			EN: "One indicator counts at most this many per cent; not less than above.",
		}, func(c *Config) *model.Number { return &c.Rules.Cap }),
		text("rules.silence", model.Text{
			ID: "Dasar bahwa diam sesudah batas keberatan dianggap setuju, misalnya nomor peraturan; kosong: tidak. Belum diverifikasi.",
			EN: "The rule by which silence after the last day to object is agreement, such as a number of a regulation; empty: none. Not verified.",
		}, func(c *Config) *string { return &c.Rules.Silence }),
		word("rules.bobot_skm", []string{survey.Ninth.String(), survey.Eleven.String()}, model.Text{
			ID: "Bobot tiap unsur SKM. 1/9 mencapai 100; 0.11 seperti tercetak, paling tinggi 99. Belum diverifikasi.",
			EN: "Weight of each element of the SKM. 1/9 reaches 100; 0.11 as printed, at most 99. Not verified.",
		}, func(c *Config, i int) { c.Rules.Survey = survey.Weight(i) }, func(c Config) int { return int(c.Rules.Survey) }),
	}
}

// reckoning are what is reckoned before a rating: the heads of units, gains, leave.
func reckoning() []setting {
	return []setting{
		grade("rules.head_above", model.Text{
			ID: "Mulai capaian unit kerja ini kepala unit disarankan \"di atas ekspektasi\". Bawaan program, belum diverifikasi.",
			EN: "From this result of a unit on its head is suggested \"above expectation\". A default of the program, not verified.",
		}, func(c *Config) *unitresult.Grade { return &c.Rules.HeadAbove }),
		grade("rules.head_meets", model.Text{
			ID: "Mulai capaian ini \"sesuai ekspektasi\", di bawahnya \"di bawah ekspektasi\"; tidak lebih baik dari head_above.",
			EN: "From this result on \"meets expectation\", below it \"below\"; not better than head_above.",
		}, func(c *Config) *unitresult.Grade { return &c.Rules.HeadMeets }),
		number("rules.ngain_sedang", 1, model.Text{
			ID: "Mulai N-gain ini \"sedang\", di bawahnya \"rendah\"; kurang dari ngain_tinggi. Belum diverifikasi.",
			EN: "From this N-gain on \"medium\", below it \"low\"; less than ngain_tinggi. Not verified.",
		}, func(c *Config) *model.Number { return &c.Rules.Gain.Medium }),
		number("rules.ngain_tinggi", 1, model.Text{
			ID: "Mulai N-gain ini \"tinggi\" (Hake 1998). Belum diverifikasi.",
			EN: "From this N-gain on \"high\" (Hake 1998). Not verified.",
		}, func(c *Config) *model.Number { return &c.Rules.Gain.High }),
		toggle("rules.cuti_mengurangi", model.Text{
			ID: "Apakah cuti yang dicatat mengurangi target yang dijumlahkan menurut hari. Belum diverifikasi; bawaan: tidak.",
			EN: "Whether leave that is recorded is taken off targets that add up, by days. Not verified; at first it is not.",
		}, func(c *Config) *bool { return &c.Rules.LeaveReduces }),
	}
}

// keyed is the section of keys, which stands last.
func keyed() []setting {
	return []setting{
		{
			Key: keysSetting,
			Doc: model.Text{
				ID: "Tombol lain untuk suatu tindakan, menurut nama di `kinerja keys`; beberapa dipisah spasi.",
				EN: "Other keys for an action, by its name in `kinerja keys`; several are parted by spaces.",
			},
			put: putKeys,
			get: getKeys,
		},
	}
}

func choice(key string, allowed []string, doc model.Text, field func(*Config) *string) setting {
	return setting{
		Key: key, Allowed: allowed, Doc: doc,
		put: func(c *Config, value any) bool {
			s, ok := value.(string)
			if ok = ok && slices.Contains(allowed, s); ok {
				*field(c) = s
			}
			return ok
		},
		get: func(c Config) string { return strconv.Quote(*field(&c)) },
	}
}

// word is a choice that is kept as its place in allowed.
func word(key string, allowed []string, doc model.Text, set func(*Config, int), at func(Config) int) setting {
	return setting{
		Key: key, Allowed: allowed, Doc: doc,
		put: func(c *Config, value any) bool {
			s, ok := value.(string)
			i := slices.Index(allowed, s)
			if ok = ok && i >= 0; ok {
				set(c, i)
			}
			return ok
		},
		get: func(c Config) string { return strconv.Quote(allowed[at(c)]) },
	}
}

// grade is one of the results of a unit, by the word of the command line.
func grade(key string, doc model.Text, field func(*Config) *unitresult.Grade) setting {
	var allowed []string
	for g := unitresult.VeryPoor; g <= unitresult.Outstanding; g++ {
		allowed = append(allowed, g.String())
	}
	return word(key, allowed, doc, func(c *Config, i int) { *field(c) = unitresult.Grade(i + 1) },
		func(c Config) int { return int(*field(&c)) - 1 })
}

func toggle(key string, doc model.Text, field func(*Config) *bool) setting {
	return setting{
		Key: key, Allowed: []string{"true", "false"}, Doc: doc,
		put: func(c *Config, value any) bool {
			b, ok := value.(bool)
			if ok {
				*field(c) = b
			}
			return ok
		},
		get: func(c Config) string { return strconv.FormatBool(*field(&c)) },
	}
}

func whole(key string, low, high int64, doc model.Text, set func(*Config, int64), at func(Config) int64) setting {
	return setting{
		Key: key, Allowed: []string{strconv.FormatInt(low, 10) + " - " + strconv.FormatInt(high, 10)}, Doc: doc,
		put: func(c *Config, value any) bool {
			n, ok := value.(int64)
			if ok = ok && n >= low && n <= high; ok {
				set(c, n)
			}
			return ok
		},
		get: func(c Config) string { return strconv.FormatInt(at(c), 10) },
	}
}

// number is above 0 and at most high.
func number(key string, high int64, doc model.Text, field func(*Config) *model.Number) setting {
	return setting{
		Key: key, Allowed: []string{"> 0", "<= " + strconv.FormatInt(high, 10)}, Doc: doc,
		put: func(c *Config, value any) bool {
			n, ok := Figure(value)
			if ok = ok && n > 0 && n <= model.Int(high); ok {
				*field(c) = n
			}
			return ok
		},
		get: func(c Config) string { return field(&c).String() },
	}
}

// Figure takes 110, 109.5 and "109,5". A TOML float is printed back to the
// digits that stand in the file before it becomes a Number.
func Figure(value any) (model.Number, bool) {
	var s string
	switch v := value.(type) {
	case int64:
		s = strconv.FormatInt(v, 10)
	case float64:
		if math.IsNaN(v) || math.Abs(v) > 1e9 {
			return 0, false
		}
		s = strconv.FormatFloat(v, 'f', -1, 64)
	case string:
		n, err := model.ParseNumber(v, model.DecimalAuto)
		return n, err == nil
	}
	n, err := model.ParseNumber(s, model.DecimalPoint)
	return n, err == nil
}

func text(key string, doc model.Text, field func(*Config) *string) setting {
	return setting{
		Key: key, Doc: doc,
		put: func(c *Config, value any) bool {
			s, ok := value.(string)
			if ok = ok && isText(s); ok {
				*field(c) = strings.TrimSpace(s)
			}
			return ok
		},
		get: func(c Config) string { return strconv.Quote(*field(&c)) },
	}
}

// isText takes one line of a length that can be meant. What is not printed
// would make a path or name that nobody can see.
func isText(s string) bool {
	return utf8.RuneCountInString(s) <= 1000 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) < 0
}
