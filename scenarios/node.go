package scenarios

import "cumbre/model"

// kind is what a node of the tree is.
type kind uint8

const (
	empty    kind = iota // nothing written after the key
	text                 // a string, quoted or not
	number               // a decimal number
	boolean              // true or false
	mapping              // keys with values
	sequence             // a list
)

var kindNames = [...]model.Text{
	empty:    {ES: "nada", EN: "nothing"},
	text:     {ES: "un texto", EN: "a text"},
	number:   {ES: "un número", EN: "a number"},
	boolean:  {ES: "un valor lógico", EN: "a truth value"},
	mapping:  {ES: "un mapa", EN: "a map"},
	sequence: {ES: "una lista", EN: "a list"},
}

// node is one value of a scenario file, or of several merged ones; it knows
// where it was written.
type node struct {
	kind         kind
	src          *source
	line, column int
	value        string  // text, number and boolean: as written, without quotes
	entries      []entry // mapping
	items        []*node // sequence
}

// entry is one key of a mapping. The key is a text node for its position.
type entry struct {
	key   *node
	value *node
}

// get returns the value under a key of a mapping, or nil.
func (n *node) get(key string) *node {
	if n == nil {
		return nil
	}
	for _, e := range n.entries {
		if e.key.value == key {
			return e.value
		}
	}
	return nil
}
