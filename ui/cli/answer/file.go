package answer

// Backup is a copy that was made.
type Backup struct {
	Schema int    `json:"schema"`
	File   string `json:"file"`
	Bytes  int64  `json:"bytes"`
}

// Restored is a file that was replaced by a backup; Kept is where it was before.
type Restored struct {
	Schema int     `json:"schema"`
	File   string  `json:"file"`
	From   string  `json:"from"`
	Kept   *string `json:"kept"`
}

// Exported is a table that was written.
type Exported struct {
	Schema int    `json:"schema"`
	File   string `json:"file"`
	Rows   int    `json:"rows"`
}

// Paths is where settings and data are.
type Paths struct {
	Schema int    `json:"schema"`
	Config string `json:"config"`
	Exists bool   `json:"exists"`
	DB     string `json:"db"`
}

// Verified is a file that was checked and found good; Missing counts facts whose
// payload is not in it.
type Verified struct {
	Schema  int    `json:"schema"`
	File    string `json:"file"`
	Good    bool   `json:"good"`
	Deep    bool   `json:"deep"`
	Facts   int    `json:"facts"`
	Records int    `json:"records"`
	Missing int    `json:"missing"`
}
