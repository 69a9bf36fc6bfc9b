package scenarios

import (
	"slices"
	"strings"

	"cumbre/model"
)

// rules reads the decision rule of each level.
func (v *converter) rules(n *node) (rules [model.NumBodies]model.Rule) {
	v.named(n, "rules", func(k, value *node) {
		b, ok := model.BodyByName(k.value)
		if !ok {
			// Inside braces the comma of qualified_majority(0.6, 0.5) ends the value.
			if strings.HasSuffix(k.value, ")") {
				v.at(k, say("escriba entre comillas una regla con comas", "put a rule that holds a comma in quotes"))
				return
			}
			v.unknown(k, bodyNoun, bodyNames())
			return
		}
		rules[b] = v.rule(value, k.value)
	})
	return rules
}

func (v *converter) rule(n *node, what string) model.Rule {
	if n.kind != text {
		v.want(n, what, ruleNoun.a)
		return nil
	}
	types := model.RuleTypes()
	name, rest, args := strings.Cut(strings.TrimSpace(n.value), "(")
	i := slices.IndexFunc(types, func(t model.RuleType) bool { return t.Name == name })
	switch {
	case i < 0:
		v.unknown(&node{src: n.src, line: n.line, column: n.column, value: name}, ruleNoun, ruleNames())
		return nil
	case args && !strings.Contains(rest, ")"):
		return nil // cut by a comma inside braces; reported at the key this made
	}
	t, values, err := model.ReadRule(n.value)
	if err != nil {
		v.at(n, say("`%s`: la regla se escribe %s", "`%s`: the rule is written %s", short(n.value), usage(types[i])))
		return nil
	}
	v.fits(n, t, values)
	return t.New(values)
}

// fits reports a rule that asks for nobody's consent, and so would pass whatever a
// single member wants: it can do without all the founders, or its shares are all 0.
func (v *converter) fits(n *node, t model.RuleType, values []float64) {
	founders := v.founders()
	known := founders > 0 && !v.partial
	if !known {
		founders = model.MaxMembers // what asks nothing of so many asks nothing of fewer
	}
	if !model.AsksNothing(t.New(values), founders) {
		return
	}
	i := slices.IndexFunc(t.Args, func(a model.RuleArg) bool { return a.Members })
	switch {
	case i < 0:
		v.at(n, say("`%s` no exige el consentimiento de nadie: alguna de sus partes debe ser mayor que 0", "`%s` asks for nobody's consent: one of its shares must be greater than 0", t.New(values)))
	case known:
		right := slices.Clone(values)
		right[i] = float64(founders - 1)
		what := say("`%s`: %s debe ser menor que el número de miembros fundadores, %d", "`%s`: %s must be less than the number of founding members, %d", t.New(values), t.Args[i].Name, founders)
		v.suggest(n, what, t.New(right).String())
	}
}

func ruleNames() []string {
	var names []string
	for _, t := range model.RuleTypes() {
		names = append(names, t.Name)
	}
	return names
}

// usage is how a rule is written, with the ranges of its arguments.
func usage(t model.RuleType) string {
	if len(t.Args) == 0 {
		return t.Name
	}
	args := make([]string, len(t.Args))
	for i, a := range t.Args {
		args[i] = a.Name + " " + plain(a.Min) + "–" + plain(a.Max)
	}
	return t.Name + "(" + strings.Join(args, ", ") + ")"
}
