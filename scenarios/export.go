package scenarios

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"cumbre/model"
)

// Export writes a Spec as a scenario file that stands alone: everything it
// inherited, every parameter's value and every design are written out, so that
// an archived file means the same whatever later versions of the library say.
// Loading the result gives an equal Spec. The error is for a Spec that no file
// can express.
func Export(s *model.Spec) ([]byte, error) {
	for _, e := range s.Events {
		if len(e.Args) != len(e.Type.Fields) {
			return nil, fmt.Errorf("event of %v: %d arguments for %d fields of %s", e.Date, len(e.Args), len(e.Type.Fields), e.Type.Name)
		}
		for i, f := range e.Type.Fields {
			if f.Member && !(e.Args[i] >= 0 && int(e.Args[i]) < len(s.Members)) {
				return nil, fmt.Errorf("event of %v: no member %g", e.Date, e.Args[i])
			}
		}
	}
	w := &exporter{spec: s}
	w.head()
	w.parameters()
	w.members()
	w.dimensions()
	w.bodies()
	w.designs()
	w.events()
	return w.Bytes(), nil
}

// Hash identifies what a Spec says, whatever file or order of keys it came from:
// the SHA-256 of its exported form, as 64 hexadecimal digits. It panics on a
// Spec that Load did not make and Export refuses.
func Hash(s *model.Spec) string {
	data, err := Export(s)
	if err != nil {
		panic(err)
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

type exporter struct {
	bytes.Buffer
	spec *model.Spec
}

func (w *exporter) line(indent int, format string, args ...any) {
	w.WriteString(strings.Repeat("  ", indent))
	fmt.Fprintf(w, format, args...)
	w.WriteByte('\n')
}

// pairs collects the keys of a map in braces, leaving out what is empty.
type pairs []string

func (p *pairs) put(key, value string) {
	if value != "" {
		*p = append(*p, key+": "+value)
	}
}

func (p *pairs) flag(key string, on bool) {
	if on {
		p.put(key, "true")
	}
}

func (p pairs) String() string { return "{" + strings.Join(p, ", ") + "}" }

// quoted is a string as YAML; Go's escapes are YAML's.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return strconv.Quote(s)
}

func textOf(t model.Text) string {
	if t.ES == t.EN {
		return strconv.Quote(t.EN)
	}
	return fmt.Sprintf("{es: %s, en: %s}", strconv.Quote(t.ES), strconv.Quote(t.EN))
}

func settingsOf(set []model.Setting) string {
	var p pairs
	for _, s := range set {
		p.put(s.Param.String(), plain(s.Value))
	}
	return p.String()
}

func rulesOf(rules [model.NumBodies]model.Rule) string {
	var p pairs
	for b, r := range rules {
		if r != nil {
			p.put(model.Body(b).String(), strconv.Quote(r.String()))
		}
	}
	return p.String()
}

func (w *exporter) head() {
	s := w.spec
	w.line(0, "scenario: %s", textOf(s.Title))
	w.line(0, "question: %s", textOf(s.Question))
	if s.Source != "" {
		w.line(0, "source: %s", quoted(s.Source))
	}
	w.line(0, "start: %v", s.Start)
	w.line(0, "end: %v", s.End-1)
}

func (w *exporter) parameters() {
	w.line(0, "parameters:")
	for _, p := range model.Params() {
		w.line(1, "%s: %s", p, plain(w.spec.Values[p]))
	}
	w.line(0, "switches:")
	for _, m := range model.Mechanisms() {
		w.line(1, "%s: %t", m, w.spec.Off.On(m))
	}
	w.line(0, "rules: %s", rulesOf(w.spec.Rules))
}

func (w *exporter) members() {
	w.line(0, "members:")
	for _, m := range w.spec.Members {
		w.line(1, "%s:", m.Code)
		w.line(2, "name: %s", textOf(m.Name))
		w.line(2, "population: %s", plain(m.Population))
		w.line(2, "joins: %t", m.Joins)
		for _, s := range m.Set {
			w.line(2, "%s: %s", s.Param, plain(s.Value))
		}
		var ideal pairs
		for d, x := range m.Ideal {
			ideal.put(model.Dimension(d).String(), plain(x))
		}
		w.line(2, "ideal: %s", ideal)
		w.line(2, "governments:")
		for _, t := range m.Terms {
			w.line(3, "- %s", governmentOf(t))
		}
	}
}

func governmentOf(t model.Term) pairs {
	var p pairs
	p.put("start", t.Start.String())
	p.put("name", quoted(t.Name))
	p.put("orientation", plain(t.Orientation))
	p.flag("early", t.Early)
	p.flag("scheduled", t.Scheduled)
	p.put("source", quoted(t.Source))
	p.put("confidence", t.Confidence)
	return p
}

func (w *exporter) dimensions() {
	w.line(0, "dimensions:")
	for d, spec := range w.spec.Dimensions {
		p := pairs{"depth: " + plain(spec.Depth), "uptake: " + plain(spec.Uptake), "treatable: " + plain(spec.Treatable)}
		p.flag("more_hand", spec.MoreHand)
		w.line(1, "%v: %s", model.Dimension(d), p)
	}
}

func (w *exporter) bodies() {
	s := w.spec
	w.line(0, "groups:")
	for _, g := range s.Groups {
		var p pairs
		p.put("name", textOf(g.Name))
		p.put("dimension", g.Dimension.String())
		p.put("created", g.Created.String())
		p.flag("ceap", g.CEAP)
		p.put("weight", plain(g.Weight))
		p.put("source", quoted(g.Source))
		w.line(1, "- %s", p)
	}
	w.line(0, "presidency:")
	order := make([]string, len(s.Presidency.Order))
	for i, m := range s.Presidency.Order {
		order[i] = s.Members[m].Code
	}
	if len(order) > 0 {
		w.line(1, "order: [%s]", strings.Join(order, ", "))
	}
	w.line(1, "history: [")
	for _, t := range s.Presidency.History {
		p := pairs{"member: " + s.Members[t.Member].Code, "start: " + t.Start.String()}
		p.put("source", quoted(t.Source))
		w.line(2, "%s,", p)
	}
	w.line(1, "]")
	w.line(0, "observers: [")
	for _, o := range s.Observers {
		p := pairs{"date: " + o.Date.String(), "count: " + plain(o.Count)}
		p.put("source", quoted(o.Source))
		w.line(1, "%s,", p)
	}
	w.line(0, "]")
}

func (w *exporter) designs() {
	w.line(0, "designs:")
	for _, d := range w.spec.Designs {
		w.line(1, "- name: %s", quoted(d.Name))
		w.line(2, "title: %s", textOf(d.Title))
		w.line(2, "description: %s", textOf(d.Description))
		if d.Source != "" {
			w.line(2, "source: %s", quoted(d.Source))
		}
		w.line(2, "parameters: %s", settingsOf(d.Set))
		w.line(2, "rules: %s", rulesOf(d.Rules))
		if d.From != 0 {
			w.line(2, "from: %v", d.From)
		}
	}
}

func (w *exporter) events() {
	w.line(0, "events: [")
	for _, e := range w.spec.Events {
		p := pairs{"date: " + e.Date.String()}
		p.put("id", quoted(e.ID))
		p.put("source", quoted(e.Source))
		p.put(e.Type.Name, w.arguments(&e))
		w.line(1, "%s,", p)
	}
	w.line(0, "]")
}

func (w *exporter) arguments(e *model.Event) string {
	if len(e.Type.Fields) == 0 {
		return settingsOf(e.Set)
	}
	var p pairs
	for i, f := range e.Type.Fields {
		if f.Member {
			p.put(f.Name, w.spec.Members[int(e.Args[i])].Code)
			continue
		}
		p.put(f.Name, plain(e.Args[i]))
	}
	for _, s := range e.Set {
		p.put(s.Param.String(), plain(s.Value))
	}
	return p.String()
}
