package config

import "kinerja/model"

// supporting is what stands beside the address of the counsellor: whom to call in
// danger. None of it is verified until somebody says so.
func supporting() []setting {
	return []setting{
		text("support.hotline", model.Text{
			ID: "Nomor layanan darurat kejiwaan pada halaman Minta dukungan. Belum diverifikasi: hubungi sendiri sebelum dipakai.",
			EN: "Number of the crisis line on the page Ask for support. Not verified: call it yourself before it is relied upon.",
		}, func(c *Config) *string { return &c.Support.Hotline }),
		text("support.danger", model.Text{
			ID: "Kalimat bila ada bahaya bagi diri atau orang lain; kosong: kalimat bawaan program. Belum diverifikasi.",
			EN: "The sentence for danger to oneself or others; empty: that of the program. Not verified.",
		}, func(c *Config) *string { return &c.Support.Danger }),
		text("support.checked", model.Text{
			ID: "Siapa memeriksa kedua baris di atas, dan kapan; kosong: tetap ditandai \"belum diverifikasi\".",
			EN: "Who checked the two lines above, and when; empty: they stay marked \"not verified\".",
		}, func(c *Config) *string { return &c.Support.Checked }),
	}
}
