package scenarios

import (
	"math/big"
	"regexp"
	"slices"
	"strings"

	"cumbre/model"
	"cumbre/model/study"
)

// grid reads what is swept, in the order of writing.
func (v *studyReader) grid(n *node) {
	v.named(n, "sweep", func(k, value *node) {
		f, ok := v.factor(k)
		if !ok {
			return
		}
		if f.Levels = v.levels(value, f); len(f.Levels) > 0 {
			v.study.Grid = append(v.study.Grid, f)
		}
	})
}

// factor finds what a name varies: a parameter, MEMBER.parameter, design.parameter or
// parameter@event.
func (v *studyReader) factor(k *node) (f study.Factor, ok bool) {
	bare, event, atEvent := strings.Cut(k.value, "@")
	who, rest, owned := strings.Cut(bare, ".")
	if owned {
		bare = rest
	}
	p, known := model.ParamByName(bare)
	if !known {
		right, near := Suggest(bare, paramNames(func(model.ParamInfo) bool { return true }))
		if near { // with what stands around it
			right = strings.Replace(k.value, bare, right, 1)
		}
		v.suggest(k, say("%s `%s`", "%s `%s`", parameterNoun.unknown, short(k.value)), right)
		return f, false
	}
	f.Param = p
	switch {
	case owned && atEvent:
		v.at(k, say("`%s`: un evento fija un parámetro por su cuenta; escriba `%s@%s`", "`%s`: an event sets a parameter by itself; write `%s@%s`", short(k.value), bare, short(event)))
		return f, false
	case owned:
		f.Of, ok = who, v.owner(k, &f, who)
	case atEvent:
		f.Scope, f.Of = study.OfEvent, event
		ok = v.spec == nil || v.event(k, f)
	default:
		ok = true
	}
	return f, ok && v.once(k, f) && v.effective(k, f)
}

// owner says whether a factor is of a member or of a design.
func (v *studyReader) owner(k *node, f *study.Factor, who string) bool {
	if v.spec == nil { // of whichever: what matters is that it is not of the scenario
		f.Scope = study.OfMember
		return true
	}
	var codes []string
	for _, m := range v.spec.Members {
		codes = append(codes, m.Code)
	}
	designs := v.study.DesignNames()
	switch {
	case slices.Contains(codes, who):
		f.Scope = study.OfMember
		if !f.Param.Info().PerMember {
			v.at(k, say("`%s` no es un parámetro de cada miembro", "`%s` is not a parameter of single members", f.Param))
			return false
		}
	case slices.Contains(designs, who):
		f.Scope = study.OfDesign
	default:
		all := slices.Concat(codes, designs)
		right, near := Suggest(who, all)
		if near {
			right += "." + f.Param.String()
		}
		v.suggest(k, say("`%s` no es un miembro ni un diseño de los que se comparan (hay: %s)", "`%s` is neither a member nor a design that is compared (there are: %s)", short(who), strings.Join(all, ", ")), right)
		return false
	}
	return true
}

// event checks that an event sets the factor's parameter.
func (v *studyReader) event(k *node, f study.Factor) bool {
	if f.In(v.spec) {
		return true
	}
	var ids []string
	for _, e := range v.spec.Events {
		if e.ID != "" && slices.ContainsFunc(e.Set, func(s model.Setting) bool { return s.Param == f.Param }) {
			ids = append(ids, e.ID)
		}
	}
	what := say("el escenario no tiene un evento `%s` que fije `%s`", "the scenario has no event `%s` that sets `%s`", short(f.Of), f.Param)
	if len(ids) > 0 {
		what = say("%s; lo fijan: %s", "%s; these do: %s", what, strings.Join(ids, ", "))
	}
	right, near := Suggest(f.Of, ids)
	if near {
		right = f.Param.String() + "@" + right
	}
	v.suggest(k, what, right)
	return false
}

// once refuses a factor that is varied already.
func (v *studyReader) once(k *node, f study.Factor) bool {
	if line := v.seen[f.Name()]; line > 0 {
		v.at(k, say("`%s` ya se varía en la línea %d", "`%s` is varied on line %d already", f.Name(), line))
		return false
	}
	v.seen[f.Name()] = k.line
	return true
}

// effective refuses to vary what every design sets itself.
func (v *studyReader) effective(k *node, f study.Factor) bool {
	if v.spec == nil || len(v.study.Designs) == 0 {
		return true
	}
	if by := v.study.Overruled(f); len(by) == len(v.study.Designs) {
		v.suggest(k, say("todos los diseños que se comparan fijan `%s` por su cuenta: variarlo no cambiaría nada", "all designs that are compared set `%s` themselves: varying it would change nothing", f.Param), by[0]+"."+f.Param.String())
		return false
	}
	return true
}

// span is a range as a study file writes it: 2..10/2, or 2..10 without a step.
var span = regexp.MustCompile(`^([-+]?[0-9.]*[0-9](?:[eE][-+]?[0-9]+)?)\.\.([-+]?[0-9.]*[0-9](?:[eE][-+]?[0-9]+)?)(?:/([-+]?[0-9.]*[0-9](?:[eE][-+]?[0-9]+)?))?$`)

func within(f study.Factor) interval {
	i := f.Param.Info()
	return interval{i.Min, i.Max, i.Unit, i.Whole}
}

// levels reads the values of a factor: a list, a range with a step, or one number.
func (v *studyReader) levels(n *node, f study.Factor) []float64 {
	var all []float64
	take := func(n *node) (ok bool) {
		x, ok := v.number(n, f.Name(), within(f))
		switch {
		case !ok:
		case slices.Contains(all, x):
			v.at(n, say("`%s` está dos veces", "`%s` is there twice", short(n.value)))
		default:
			all = append(all, x)
		}
		return ok
	}
	switch {
	case n.kind == sequence:
		v.list(n, f.Name(), func(_ int, item *node) { take(item) })
		if len(n.items) == 0 {
			v.at(n, say("`%s` no tiene ningún valor", "`%s` has no values", f.Name()))
		}
	case n.kind == number:
		take(n)
	case n.kind == text && span.MatchString(n.value):
		for _, item := range v.steps(n, f) {
			if !take(item) {
				break // one range is one mistake, not one a step
			}
		}
	default:
		v.want(n, f.Name(), levelsForm)
	}
	return all
}

var levelsForm = say("una lista como [20, 40, 60] o un rango con paso como 2..10/2", "a list like [20, 40, 60] or a range with a step like 2..10/2")

// steps returns the values of a range as nodes of its own place. They are computed in
// whole fractions, so that 0.1..0.5/0.1 gives 0.3 and not its neighbour.
func (v *studyReader) steps(n *node, f study.Factor) []*node {
	low, high, step, ok := ends(n.value)
	switch {
	case !ok:
		v.want(n, f.Name(), levelsForm)
		return nil
	case step == nil && f.Param.Info().Whole:
		step = big.NewRat(1, 1)
	case step == nil:
		v.at(n, say("al rango `%s` le falta el paso, como en 2..10/2", "the range `%s` lacks its step, as in 2..10/2", short(n.value)))
		return nil
	}
	if step.Sign() <= 0 || low.Cmp(high) > 0 {
		v.at(n, say("el rango `%s` va de menor a mayor, con un paso positivo", "the range `%s` goes from less to more, by a positive step", short(n.value)))
		return nil
	}
	var all []*node
	for x := new(big.Rat).Set(low); x.Cmp(high) <= 0; x.Add(x, step) {
		if len(all) == maxLevels {
			v.at(n, say("el rango `%s` tiene más de %d valores", "the range `%s` has more than %d values", short(n.value), maxLevels))
			return nil
		}
		value, _ := x.Float64()
		item := *n
		item.kind, item.value = number, plain(value)
		all = append(all, &item)
	}
	return all
}

// ends reads a range exactly; step is nil if there is none.
func ends(s string) (low, high, step *big.Rat, ok bool) {
	m := span.FindStringSubmatch(s)
	if m == nil {
		return nil, nil, nil, false
	}
	var all [3]*big.Rat
	for i, part := range m[1:] {
		if part == "" {
			continue
		}
		// A number of a thousand digits of exponent would be computed in full.
		if !isNumber(part) || len(part) > 32 || strings.ContainsAny(part, "eE") {
			return nil, nil, nil, false
		}
		all[i], ok = new(big.Rat).SetString(part)
		if !ok {
			return nil, nil, nil, false
		}
	}
	return all[0], all[1], all[2], true
}
