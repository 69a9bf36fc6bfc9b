package scenarios

import (
	"errors"
	"regexp"
	"slices"
	"strconv"

	"cumbre/model"
	"cumbre/model/study"
)

// Study reads a study file and the scenario it names into a Study ready to run. The
// reference is a path, which read is given, as for Load; so are the scenario and its
// bases, resolved against the file that names them. The error, if any, is of type
// Problems and holds every mistake that was found, in whichever file.
func Study(ref string, read func(path string) ([]byte, error)) (*study.Study, error) {
	c := &collector{}
	ref = clean(ref)
	data, err := read(ref)
	if err != nil {
		c.file(ref, say("no se puede leer: %v", "cannot be read: %v", Reason(err)), "")
		return nil, c.err()
	}
	root := c.document(ref, data, say("estudio", "study"))
	if root == nil {
		return nil, c.err()
	}
	v := &studyReader{collector: c, root: root, study: &study.Study{Seed: defaultStudySeed, Years: true}, seen: map[string]int{}}
	v.scenario(ref, read)
	v.compare()
	if n := root.get("sweep"); n != nil { // before a sample of all that is not swept
		v.grid(n)
	}
	c.each(root, studyObject, v.key, v.misplaced)
	v.complete()
	if err := c.err(); err != nil {
		return nil, err
	}
	return v.study, nil
}

// studyReader turns the tree of a study into a Study. It goes on after a mistake.
type studyReader struct {
	*collector
	root  *node
	study *study.Study
	spec  *model.Spec    // nil if the scenario could not be loaded
	seen  map[string]int // lines of factors, by name
}

// scenario loads the scenario, on which the other keys depend.
func (v *studyReader) scenario(ref string, read func(string) ([]byte, error)) {
	at, name := v.root.get("scenario"), Default
	if at != nil {
		if at.kind != text {
			v.want(at, "scenario", scenarioNoun.a)
			return
		}
		name = resolve(ref, at.value)
		if !isFile(name) && !slices.Contains(names(), name) {
			v.unknown(at, scenarioNoun, names())
			return
		}
	}
	spec, err := Load(name, read)
	var problems Problems
	switch {
	case !errors.As(err, &problems):
		v.spec, v.study.Spec = spec, spec
	case at != nil && len(problems) == 1 && problems[0].Line == 0: // it cannot be read
		v.at(at, say("%s: %s", "%s: %s", name, model.Text{ES: problems[0].spanish, EN: problems[0].Message}))
	default:
		v.problems = append(v.problems, problems...)
	}
}

// compare chooses the designs. One of the library that the scenario does not list is
// added to it.
func (v *studyReader) compare() {
	n := v.root.get("compare")
	if v.spec == nil {
		return
	}
	if n == nil {
		for i := range v.spec.Designs {
			v.study.Designs = append(v.study.Designs, i)
		}
		return
	}
	known := namesOfDesigns(v.spec)
	v.list(n, "compare", func(_ int, item *node) {
		name, ok := v.among(item, "compare", designNoun, known)
		if !ok {
			return
		}
		i := designIn(v.spec, name)
		if slices.Contains(v.study.Designs, i) {
			v.at(item, say("el diseño `%s` está dos veces", "design `%s` is named twice", name))
			return
		}
		v.study.Designs = append(v.study.Designs, i)
	})
	if n.kind == sequence && len(n.items) == 0 {
		v.at(n, say("no hay ningún diseño que comparar", "there is no design to compare"))
	}
}

// designIn returns the index of a design that the scenario or the library has.
func designIn(s *model.Spec, name string) int {
	if i := slices.IndexFunc(s.Designs, func(d model.Design) bool { return d.Name == name }); i >= 0 {
		return i
	}
	s.Designs = append(slices.Clip(s.Designs), libraryDesign(name))
	return len(s.Designs) - 1
}

func namesOfDesigns(s *model.Spec) []string {
	var all []string
	for _, d := range s.Designs {
		all = append(all, d.Name)
	}
	for _, name := range designNames() {
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// key converts one key of the study; those that others depend on are done.
func (v *studyReader) key(name string, n *node) {
	s := v.study
	switch name {
	case "study":
		s.Title = v.text(n, name)
	case "sample":
		if v.root.get("sensitivity") == nil {
			v.sample(n, sampleObject, study.Samplers())
		}
	case "sensitivity":
		v.sample(n, sensitivityObject, study.Sensitivities())
	case "replications":
		x, _ := v.number(n, name, replicationsInterval)
		s.Replications = int(x)
	case "until":
		v.until(n)
	case "cap":
		x, _ := v.number(n, name, capInterval)
		s.Replications = int(x)
	case "seed":
		x, _ := v.number(n, name, seedInterval)
		s.Seed = uint64(x)
	case "years":
		s.Years = v.flag(n, name)
	}
}

// misplaced explains the commonest mistake: a parameter that stands at the top.
func (v *studyReader) misplaced(k, _ *node) bool {
	if _, ok := model.ParamByName(k.value); ok {
		v.at(k, say("`%s` es un parámetro: escríbalo bajo `sweep`", "`%s` is a parameter: write it under `sweep`", k.value))
		return true
	}
	return false
}

// criterion is what until may say.
var criterion = regexp.MustCompile(`^diff\(([^()]*)\)\s*(?:±|\+-|\+/-)\s*([0-9]+(?:\.[0-9]+)?)\s*(%?)$`)

var metricNoun = noun{say("una medida", "a measure"), say("medida desconocida", "unknown measure")}

func (v *studyReader) until(n *node) {
	form := model.Text{ES: "diff(medida) ±5% o diff(medida) ±0.5, como diff(throughput) ±5%", EN: "diff(measure) ±5% or diff(measure) ±0.5, as diff(throughput) ±5%"}
	match := criterion.FindStringSubmatch(n.value)
	if n.kind != text || match == nil {
		v.want(n, "until", form)
		return
	}
	metric, ok := model.MetricByName(match[1])
	if !ok {
		at := *n
		at.value = match[1]
		v.unknown(&at, metricNoun, metricNames())
		return
	}
	half, err := strconv.ParseFloat(match[2], 64)
	if err != nil || half <= 0 {
		v.want(n, "until", form)
		return
	}
	v.study.Until = study.NewUntil(metric, half, match[3] == "%")
	if v.spec != nil && len(v.study.Designs) < 2 {
		v.at(n, say("`until` espera a una diferencia entre diseños, y hay uno solo", "`until` waits for a difference between designs, and there is only one"))
	}
}

func metricNames() []string { return namesOf(model.Metrics()) }

// complete reports what only the whole study can show.
func (v *studyReader) complete() {
	v.apart()
	has := func(key string) bool { return v.root.get(key) != nil }
	switch {
	case has("until") && has("replications"):
		v.at(v.root.get("replications"), say("con `until` no hay `replications`, sino `cap`: las que hay a lo sumo", "with `until` there are no `replications` but a `cap`: the most there may be"))
	case has("until") && !has("cap"):
		v.at(v.root.get("until"), say("a `until` le falta `cap`: las réplicas que hay a lo sumo", "`until` lacks `cap`: the most replications there may be"))
	case has("cap") && !has("until"):
		v.at(v.root.get("cap"), say("`cap` acompaña a `until`", "`cap` goes with `until`"))
	case !has("until") && !has("replications"):
		v.at(v.root, say("faltan las réplicas: `replications`, o `until` con `cap`", "there are no replications: `replications`, or `until` with `cap`"))
	}
	if v.spec != nil && len(v.problems) == 0 {
		v.size()
	}
}

// size refuses a study that no cluster could run.
func (v *studyReader) size() {
	s := v.study
	grid, sample := s.GridSize(), s.SampleSize()
	if grid > study.MaxPoints || sample > study.MaxPoints || grid*sample > study.MaxPoints {
		v.at(v.root, say("son más de %d puntos", "these are more than %d points", study.MaxPoints))
		return
	}
	if s.Cells(grid*sample)*int64(len(s.Designs)) > study.MaxRuns {
		v.at(v.root, say("son más de %d corridas", "these are more than %d runs", study.MaxRuns))
	}
}
