package scenarios

import (
	"slices"
	"strings"

	"cumbre/model"
)

// each walks a map, refusing keys its object does not have and reporting those
// it must have; other handles a key outside the table and says whether it did.
func (c *collector) each(n *node, o *object, do func(key string, v *node), other func(k, v *node) bool) {
	if n.kind == empty {
		n = &node{kind: mapping, src: n.src, line: n.line, column: n.column}
	}
	if n.kind != mapping {
		c.at(n, say("se espera %s como mapa de claves y valores, no %s", "want %s as a map of keys and values, not %s", o.name, kindNames[n.kind]))
		return
	}
	names, before := o.names(), len(c.problems)
	for _, e := range n.entries {
		switch {
		case slices.Contains(names, e.key.value):
			do(e.key.value, e.value)
		case other != nil && other(e.key, e.value):
		default:
			c.unknownName(e.key, say("%s no tiene la clave", "%s has no key", o.name), names)
		}
	}
	missing := o.missing(n)
	if len(c.problems) > before {
		missing = unmeant(missing, n, names)
	}
	if len(missing) > 0 {
		c.at(n, lacks(o.name, missing))
	}
}

// missing are the keys that an object must have and n has not.
func (o *object) missing(n *node) []string {
	var found []string
	for _, k := range o.keys {
		if k.required && n.get(k.name) == nil {
			found = append(found, k.name)
		}
	}
	return found
}

// unmeant drops the missing keys that a misspelt key of n was meant to be: that
// is reported already.
func unmeant(missing []string, n *node, names []string) []string {
	for _, e := range n.entries {
		right, _ := Suggest(e.key.value, names)
		missing = slices.DeleteFunc(missing, func(name string) bool { return name == right })
	}
	return missing
}

// lacks is the message that something has not got what it needs.
func lacks(whose model.Text, needed []string) model.Text {
	list := "`" + strings.Join(needed, "`, `") + "`"
	if len(needed) == 1 {
		return say("a %s le falta %s", "%s lacks %s", whose, list)
	}
	return say("a %s le faltan %s", "%s lacks %s", whose, list)
}

// maxItems bounds every list of a scenario, far above what any institution needs.
const maxItems = 2000

// list walks a list.
func (c *collector) list(n *node, what string, do func(i int, item *node)) {
	switch {
	case n.kind != sequence:
		c.want(n, what, say("una lista", "a list"))
		return
	case len(n.items) > maxItems:
		c.at(n.items[maxItems], say("`%s` tiene %d elementos; caben %d", "`%s` has %d items; %d fit", what, len(n.items), maxItems))
		return
	}
	for i, item := range n.items {
		do(i, item)
	}
}
