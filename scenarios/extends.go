package scenarios

import (
	"slices"
	"strings"
)

// maxChain is how many files may extend one another.
const maxChain = 16

// reader fetches the text of a scenario by the reference that names it.
type reader struct {
	*collector
	read func(path string) ([]byte, error)
}

// chain reads a scenario and the bases it extends, the root base first. If a
// base cannot be read, the trees are those above it and the collector is
// partial: their own mistakes are to be found all the same.
func (r *reader) chain(ref string) []*node {
	var trees []*node
	var seen []string
	var at *node // the extends that led to ref
	for {
		tree := r.tree(ref, at, seen)
		if tree == nil {
			r.partial = true
			break
		}
		seen = append(seen, ref)
		trees = append(trees, tree)
		if at = tree.get("extends"); at == nil {
			break
		}
		ref = resolve(ref, at.value)
	}
	slices.Reverse(trees)
	for level, t := range trees {
		t.src.level = level
	}
	return trees
}

// tree reads the scenario that ref names, or returns nil; seen are those that
// led to it, and at is where the last of them names it, or nil.
func (r *reader) tree(ref string, at *node, seen []string) *node {
	switch {
	case at != nil && at.kind != text:
		r.want(at, "extends", scenarioNoun.a)
		return nil
	case slices.Contains(seen, ref):
		r.at(at, say("`extends` da la vuelta: %s", "`extends` goes in a circle: %s", strings.Join(append(seen, ref), " → ")))
		return nil
	case len(seen) == maxChain:
		r.at(at, say("más de %d escenarios se extienden uno a otro", "more than %d scenarios extend one another", maxChain))
		return nil
	}
	data, ok := r.open(ref, at)
	if !ok {
		return nil
	}
	return r.parse(ref, data)
}

// open returns the text that ref names; at is where it was named, or nil.
func (r *reader) open(ref string, at *node) ([]byte, bool) {
	if !isFile(ref) {
		data, err := Source(ref)
		if err == nil {
			return data, true
		}
		if at == nil {
			right, _ := Suggest(ref, names())
			r.file(ref, say("%s; `cumbre scenario list` los muestra, y un archivo termina en .yaml", "%s; `cumbre scenario list` shows them, and a file ends in .yaml", scenarioNoun.unknown), right)
			return nil, false
		}
		r.unknown(at, scenarioNoun, names())
		return nil, false
	}
	if r.read == nil {
		r.file(ref, say("aquí sólo hay escenarios de la biblioteca", "only library scenarios are available here"), "")
		return nil, false
	}
	data, err := r.read(ref)
	if err == nil {
		return data, true
	}
	why := Reason(err)
	if at == nil {
		r.file(ref, say("no se puede leer: %v", "cannot be read: %v", why), "")
	} else {
		r.at(at, say("no se puede leer %s: %v", "cannot read %s: %v", ref, why))
	}
	return nil, false
}

// Stdin is the reference of a scenario that is not in a file: read returns its text for
// this path, and bases that are paths start from the working directory.
const Stdin = "-"

// isFile tells a path from a library name.
func isFile(ref string) bool {
	return ref == Stdin || strings.HasSuffix(ref, ".yaml") || strings.HasSuffix(ref, ".yml")
}

// resolve reads a base named in a file: a path is relative to that file.
func resolve(from, base string) string {
	absolute := strings.HasPrefix(base, "/") || strings.HasPrefix(base, `\`) || (len(base) > 1 && base[1] == ':')
	dir := strings.LastIndexAny(from, `/\`)
	switch {
	case !isFile(base):
		return base
	case absolute || dir < 0:
		return clean(base)
	}
	return clean(from[:dir+1] + base)
}

// clean removes what would make one file have two names: "./" and "x/../".
func clean(p string) string {
	var parts []string
	for _, part := range strings.Split(strings.ReplaceAll(p, `\`, "/"), "/") {
		last := len(parts) - 1
		switch {
		case part == ".":
		case part == ".." && last >= 0 && parts[last] != ".." && parts[last] != "":
			parts = parts[:last]
		default:
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "/")
}

// ownKeys describe one file and are never inherited.
var ownKeys = []string{"scenario", "question", "source", "extends", "without_events"}

// merge lays over onto base: maps merge key by key, members among them; lists
// and single values replace; events append, less those that over drops.
func (c *collector) merge(base, over *node) *node {
	out := *over
	out.entries = nil
	for _, e := range base.entries {
		if !slices.Contains(ownKeys, e.key.value) {
			out.entries = append(out.entries, e)
		}
	}
	for _, e := range over.entries {
		switch e.key.value {
		case "events":
			out.put(entry{e.key, c.append(c.without(base, over), e.value)})
		case "without_events":
			if over.get("events") == nil {
				out.put(entry{e.key, c.without(base, over)}.as("events"))
			}
		default:
			out.put(entry{e.key, overlay(base.get(e.key.value), e.value)})
		}
	}
	return &out
}

// as returns the entry under another key.
func (e entry) as(name string) entry {
	k := *e.key
	k.value = name
	return entry{&k, e.value}
}

// put sets a key of a mapping, replacing an entry of that key.
func (n *node) put(e entry) {
	i := slices.IndexFunc(n.entries, func(o entry) bool { return o.key.value == e.key.value })
	if i < 0 {
		n.entries = append(n.entries, e)
		return
	}
	n.entries[i] = e
}

// overlay merges two values of one key. A text in two languages is one value,
// and an empty value over a map changes nothing.
func overlay(base, over *node) *node {
	switch {
	case base == nil || base.kind != mapping || isText(over):
		return over
	case over.kind == empty:
		return base
	case over.kind != mapping:
		return over
	}
	out := *over
	out.entries = slices.Clone(base.entries)
	for _, e := range over.entries {
		out.put(entry{e.key, overlay(base.get(e.key.value), e.value)})
	}
	return &out
}

func isText(n *node) bool { return n.get("es") != nil || n.get("en") != nil }

// append adds a file's events to those it inherits.
func (c *collector) append(inherited, own *node) *node {
	if own.kind != sequence || inherited == nil || inherited.kind != sequence {
		return own
	}
	out := *own
	out.items = append(slices.Clone(inherited.items), own.items...)
	return &out
}

// without returns the inherited events less those that over drops.
func (c *collector) without(base, over *node) *node {
	events, drop := base.get("events"), over.get("without_events")
	if drop == nil {
		return events
	}
	var ids []string
	if events != nil {
		for _, e := range events.items {
			if id := e.get("id"); id != nil {
				ids = append(ids, id.value)
			}
		}
	}
	gone := map[string]bool{}
	c.list(drop, "without_events", func(_ int, item *node) {
		if id, ok := c.inherited(item, "without_events", eventIDNoun, ids); ok {
			gone[id] = true
		}
	})
	if events == nil {
		return &node{kind: sequence, src: drop.src, line: drop.line, column: drop.column}
	}
	out := *events
	out.items = slices.DeleteFunc(slices.Clone(events.items), func(e *node) bool {
		id := e.get("id")
		return id != nil && gone[id.value]
	})
	return &out
}
