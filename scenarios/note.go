package scenarios

import "cumbre/model"

// LoadNoted is Load, and returns besides what is right but may not do what its author
// expects: notes on the user's own files, in order of position. They are to be shown
// and change nothing. Files of the library have none.
func LoadNoted(ref string, read func(path string) ([]byte, error)) (spec *model.Spec, notes Problems, err error) {
	c := &collector{}
	v := c.load(ref, read)
	if err := c.err(); err != nil {
		return nil, nil, err
	}
	n := &noter{v, &collector{}}
	n.parameters()
	n.members()
	n.handovers()
	_ = n.notes.err() // puts them in order
	return v.spec, n.notes.problems, nil
}

// noter looks for what the author of a converted scenario should know.
type noter struct {
	*converter
	notes *collector
}

func (n *noter) note(at *node, what model.Text) {
	if isFile(at.src.name) {
		n.notes.at(at, say("nota: %s", "note: %s", what))
	}
}

// parameters notes values for all that hold only until an inherited event.
func (n *noter) parameters() {
	if all := n.root.get("parameters"); all != nil {
		for _, e := range all.entries {
			p, _ := model.ParamByName(e.key.value)
			n.overridden(e.key, Everybody, model.Setting{Param: p, Value: n.spec.Values[p]})
		}
	}
}

// members notes the same of single members.
func (n *noter) members() {
	for _, m := range n.root.get("members").entries {
		member := n.codes[m.key.value]
		for _, e := range m.value.entries {
			p, ok := model.ParamByName(e.key.value)
			if !ok {
				continue
			}
			if s, set := settingOf(n.spec.Members[member].Set, p); set {
				n.overridden(e.key, member, s)
			}
		}
	}
}

// overridden notes a value, its name written at key, that an event from further up the
// chain of files sets again. An event of the same file is meant to.
func (n *noter) overridden(key *node, member int, s model.Setting) {
	var inherited []model.Event
	for i, e := range n.spec.Events {
		if n.written[i].src.level < key.src.level {
			inherited = append(inherited, e)
		}
	}
	if o, ok := OverrideOf(n.spec, inherited, member, s); ok {
		n.note(key, o.Text)
	}
}
