package scenarios

import (
	"cmp"
	"math"
	"regexp"
	"slices"

	"cumbre/model"
)

// countryCode is ISO 3166-1 alpha-2.
var countryCode = regexp.MustCompile(`^[A-Z]{2}$`)

// members reads the members: founders in order of code, which is the treaty's
// (alphabetical) order, then those that may join in order of accession. The
// order of keys in the file plays no part.
func (v *converter) members() {
	v.codes, v.joined = map[string]int{}, map[int]model.Date{}
	n := v.root.get("members")
	if n == nil || v.partial && n.kind == empty {
		return
	}
	if n.kind != mapping || len(n.entries) == 0 {
		v.want(n, "members", say("un mapa de miembros por código", "a map of members by code"))
		return
	}
	entries := slices.Clone(n.entries)
	accession := v.accessions()
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(accession[a.key.value], accession[b.key.value]), cmp.Compare(a.key.value, b.key.value))
	})
	object := memberObject
	if v.partial {
		object = object.optional()
	}
	for _, e := range entries {
		if !countryCode.MatchString(e.key.value) {
			right, _ := Suggest(e.key.value, codesIn(entries))
			v.suggest(e.key, say("`%s`: un miembro se nombra con su código de dos mayúsculas, como CL", "`%s`: a member is named by its code of two capitals, like CL", short(e.key.value)), right)
			v.member(e, memberObject.optional()) // for the mistakes in it
			continue
		}
		if len(v.spec.Members) == model.MaxMembers {
			v.at(e.key, say("hay %d miembros; caben %d", "there are %d members; %d fit", len(entries), model.MaxMembers))
			break
		}
		v.codes[e.key.value] = len(v.spec.Members)
		m := v.member(e, object)
		v.spec.Members = append(v.spec.Members, m)
	}
	if v.founders() == 0 && !v.partial {
		v.at(n, say("ningún miembro es fundador: todos tienen `joins`", "no member is a founder: all have `joins`"))
	}
}

// founders is how many members found the institution.
func (v *converter) founders() int {
	n := 0
	for _, m := range v.spec.Members {
		if !m.Joins {
			n++
		}
	}
	return n
}

// codesIn are the keys that can be codes of members.
func codesIn(entries []entry) []string {
	var codes []string
	for _, e := range entries {
		if countryCode.MatchString(e.key.value) {
			codes = append(codes, e.key.value)
		}
	}
	return codes
}

// accessions finds when members join, before the events can be read: their
// order depends on it, and events name members. Founders are absent.
func (v *converter) accessions() map[string]model.Date {
	found := map[string]model.Date{}
	for _, e := range v.root.get("members").entries {
		if j := e.value.get("joins"); j != nil && (j.value == "true" || j.value == "on") {
			found[e.key.value] = math.MaxInt32
		}
	}
	if events := v.root.get("events"); events != nil {
		for _, item := range events.items {
			m, d := item.get("accession").get("member"), item.get("date")
			if m == nil || d == nil {
				continue
			}
			if before, joins := found[m.value]; joins {
				if date, err := model.ParseDate(d.value); err == nil {
					found[m.value] = min(before, date)
				}
			}
		}
	}
	return found
}

// member reads one member; o is memberObject or, where a base may hold what is
// required of it, that without requirements.
func (v *converter) member(e entry, o *object) model.MemberSpec {
	code := e.key.value
	m := model.MemberSpec{Code: code}
	v.each(e.value, o, func(key string, n *node) {
		switch key {
		case "name":
			m.Name = v.text(n, key)
		case "population":
			m.Population, _ = v.number(n, key, populationInterval)
		case "joins":
			m.Joins = v.flag(n, key)
		case "ideal":
			m.Ideal = v.ideal(n)
		case "governments":
			m.Terms = v.governments(n)
		case "source":
			v.word(n, key) // documents the population; a Spec has no place for it
		case "confidence":
			v.among(n, key, confidenceNoun, confidences)
		}
	}, func(k, value *node) bool { return v.memberParameter(&m.Set, memberObject, k, value) })
	m.Set = sorted(m.Set)
	if g := e.value.get("governments"); g != nil && g.kind == sequence && len(g.items) == 0 && !m.Joins && !v.partial {
		v.at(g, say("un miembro fundador necesita al menos un gobierno, en funciones al inicio", "a founding member needs at least one government, in office at the start"))
	}
	if len(m.Terms) == 0 {
		m.Terms = []model.Term{{Start: v.spec.Start, Confidence: "assumption"}}
	}
	return m
}

// memberParameter reads a key of object o that is not in its table: a parameter for one
// member alone.
func (v *converter) memberParameter(set *[]model.Setting, o *object, k, value *node) bool {
	p, ok := model.ParamByName(k.value)
	perMember := paramNames(func(i model.ParamInfo) bool { return i.PerMember })
	switch {
	case ok && !p.Info().PerMember:
		v.at(k, say("`%s` no se fija por miembro: va bajo `parameters`", "`%s` is not set per member: it goes under `parameters`", k.value))
	case ok:
		if s, ok := v.setting(k, value); ok {
			*set = append(*set, s)
		}
	default:
		v.unknownName(k, say("%s no tiene la clave", "%s has no key", o.name), append(o.names(), perMember...))
	}
	return true
}

// ideal reads the ideal depths: one number for all dimensions, or one for each.
func (v *converter) ideal(n *node) (ideal [model.NumDimensions]float64) {
	if n.kind != mapping {
		x, _ := v.number(n, "ideal", unitInterval)
		for d := range ideal {
			ideal[d] = x
		}
		return ideal
	}
	names := dimensionNames()
	for _, e := range n.entries {
		d, ok := model.DimensionByName(e.key.value)
		if !ok {
			v.unknown(e.key, dimensionNoun, names)
			continue
		}
		ideal[d], _ = v.number(e.value, e.key.value, unitInterval)
	}
	missing := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return n.get(name) != nil })
	if missing = unmeant(missing, n, names); len(missing) > 0 && !v.partial {
		v.at(n, lacks(say("`ideal`", "`ideal`"), missing))
	}
	return ideal
}

// governments reads a member's calendar and leaves out those that ended before
// the start.
func (v *converter) governments(n *node) []model.Term {
	var terms []model.Term
	var before model.Date
	v.list(n, "governments", func(_ int, item *node) {
		t := v.government(item)
		v.follows(item, say("los gobiernos", "governments"), t.Start, &before)
		terms = append(terms, t)
	})
	if v.dated && len(terms) > 0 && terms[0].Start > v.spec.Start {
		v.at(n, say("nadie gobierna al inicio, %v: el primer gobierno empieza el %v", "nobody governs at the start, %v: the first government begins on %v", v.spec.Start, terms[0].Start))
	}
	for len(terms) > 1 && terms[1].Start <= v.spec.Start {
		terms = terms[1:]
	}
	return terms
}

func (v *converter) government(n *node) (t model.Term) {
	v.each(n, governmentObject, func(key string, n *node) {
		switch key {
		case "start":
			t.Start, _ = v.date(n, key)
		case "name":
			t.Name = v.word(n, key)
		case "orientation":
			t.Orientation, _ = v.number(n, key, orientationInterval)
		case "early":
			t.Early = v.flag(n, key)
		case "scheduled":
			t.Scheduled = v.flag(n, key)
		case "source":
			t.Source = v.word(n, key)
		case "confidence":
			t.Confidence, _ = v.among(n, key, confidenceNoun, confidences)
		}
	}, nil)
	return t
}
