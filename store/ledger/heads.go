package ledger

// A stored record is its heads (the facts that made it what it is, usually
// one), and the record itself.
func PackHeads(heads [][]byte, record []byte) []byte {
	raw := append(make([]byte, 0, 1+len(heads)*FactKeySize+len(record)), byte(len(heads)))
	for _, h := range heads {
		raw = append(raw, h...)
	}
	return append(raw, record...)
}

// SplitHeads takes heads and record apart again; it reports false for content
// that is too short.
func SplitHeads(content []byte) (heads [][]byte, record []byte, ok bool) {
	if len(content) == 0 || len(content) < 1+int(content[0])*FactKeySize {
		return nil, nil, false
	}
	n := int(content[0])
	for i := range n {
		heads = append(heads, content[1+i*FactKeySize:1+(i+1)*FactKeySize])
	}
	return heads, content[1+n*FactKeySize:], true
}
