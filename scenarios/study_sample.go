package scenarios

import (
	"maps"
	"math/big"
	"slices"

	"cumbre/model"
	"cumbre/model/robust"
	"cumbre/model/study"
)

var samplerNoun = noun{say("un método", "a method"), say("método desconocido", "unknown method")}

// sample reads a choice of points, of a sample or of an analysis of sensitivity: the
// methods differ, and the key that says how many.
func (v *studyReader) sample(n *node, o *object, methods []*study.Sampler) {
	s := &v.study.Sample
	var names []string
	for _, m := range methods {
		names = append(names, m.Name)
	}
	sizes := map[string]*node{}
	v.each(n, o, func(key string, n *node) {
		switch key {
		case "method":
			if name, ok := v.among(n, key, samplerNoun, names); ok {
				s.Sampler, _ = study.SamplerByName(methods, name)
			}
		case "parameters":
			v.sampled(n)
		default:
			sizes[key] = n
			x, _ := v.number(n, key, samplePointsInterval)
			s.Size = int(x)
		}
	}, nil)
	if s.Sampler != nil {
		v.sized(n, sizes)
	}
}

// sized checks that a method says how many in its own way, and bounds its factors.
func (v *studyReader) sized(n *node, sizes map[string]*node) {
	m, factors := v.study.Sample.Sampler, len(v.study.Sample.Factors)
	for _, key := range slices.Sorted(maps.Keys(sizes)) {
		if key != m.SizeKey {
			v.at(sizes[key], say("`%s` no va con `method: %s`, sino `%s`", "`%s` does not go with `method: %s`, `%s` does", key, m.Name, m.SizeKey))
		}
	}
	if len(sizes) == 0 {
		v.at(n, say("a `method: %s` le falta `%s`: %s", "`method: %s` lacks `%s`: %s", m.Name, m.SizeKey, m.SizeText))
	}
	if m.Max > 0 && factors > m.Max {
		v.at(n, say("`method: %s` varía a lo sumo %d parámetros, y son %d", "`method: %s` varies at most %d parameters, and these are %d", m.Name, m.Max, factors))
	}
}

// apart refuses a grid or a sample beside an analysis of sensitivity.
func (v *studyReader) apart() {
	n := v.root.get("sensitivity")
	if n == nil {
		return
	}
	for _, key := range []string{"sweep", "sample"} {
		if other := v.root.get(key); other != nil {
			v.at(other, say("`sensitivity` elige sus propios puntos: no va con `%s`", "`sensitivity` chooses its own points: it does not go with `%s`", key))
		}
	}
	if v.root.get("until") != nil {
		v.at(v.root.get("until"), say("`sensitivity` va con `replications`: las mismas en todos los puntos, o sus efectos mezclarían precisiones", "`sensitivity` goes with `replications`: the same at every point, or its effects would mix precisions"))
	}
}

// sampled reads the parameters of a sample.
func (v *studyReader) sampled(n *node) {
	switch {
	case n.kind == text && n.value == assumptionsWord:
		v.assumptions(n)
	case n.kind == sequence:
		v.list(n, "parameters", func(_ int, item *node) {
			if item.kind != text {
				v.want(item, "parameters", parameterNoun.a)
				return
			}
			v.axis(item, &node{kind: empty, src: item.src, line: item.line, column: item.column})
		})
	case n.kind == mapping:
		v.named(n, "parameters", v.axis)
	default:
		v.want(n, "parameters", say("parámetros con su rango, una lista de parámetros o `%s`", "parameters with their range, a list of parameters or `%s`", assumptionsWord))
	}
}

// assumptions samples every assumption that is not varied otherwise and makes a
// difference to some design.
func (v *studyReader) assumptions(n *node) {
	for _, p := range model.Params() {
		i := p.Info()
		f := study.Factor{Param: p, Axis: robust.Between(p, i.Low, i.High)}
		if i.From != model.Assumption || v.seen[f.Name()] > 0 {
			continue
		}
		if v.spec != nil && len(v.study.Designs) > 0 && len(v.study.Overruled(f)) == len(v.study.Designs) {
			continue
		}
		v.seen[f.Name()] = n.line
		v.study.Sample.Factors = append(v.study.Sample.Factors, f)
	}
}

// axis reads one sampled parameter and its range, the registry's if there is none.
func (v *studyReader) axis(k, value *node) {
	f, ok := v.factor(k)
	if !ok {
		return
	}
	i := f.Param.Info()
	low, high := i.Min, i.Max
	if i.HasRange() { // the plausible one
		low, high = i.Low, i.High
	}
	if value.kind != empty {
		if low, high, ok = v.bounds(value, f); !ok {
			return
		}
	}
	f.Axis = robust.Between(f.Param, low, high)
	v.study.Sample.Factors = append(v.study.Sample.Factors, f)
}

// bounds reads the range of a sampled parameter.
func (v *studyReader) bounds(n *node, f study.Factor) (low, high float64, ok bool) {
	a, b, step, fine := ends(n.value)
	if n.kind != text || !fine {
		v.want(n, f.Name(), say("un rango como 2..12, o nada para el del registro", "a range like 2..12, or nothing for the registry's"))
		return 0, 0, false
	}
	if step != nil {
		v.at(n, say("un rango del que se toma una muestra no lleva paso: `%s`", "a range to sample from takes no step: `%s`", short(n.value)))
		return 0, 0, false
	}
	var x [2]float64
	for i, end := range []*big.Rat{a, b} {
		value, _ := end.Float64()
		at := *n
		at.kind, at.value = number, plain(value)
		if x[i], ok = v.number(&at, f.Name(), within(f)); !ok {
			return 0, 0, false
		}
	}
	if x[0] >= x[1] {
		v.at(n, say("el rango `%s` va de menor a mayor", "the range `%s` goes from less to more", short(n.value)))
		return 0, 0, false
	}
	return x[0], x[1], true
}
