package cli

import (
	"slices"
	"strings"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model"
	"cumbre/model/analysis"
	"cumbre/model/study"
)

// openResults opens the results of a study, whatever version computed them, and says so if
// it was another.
func (a *app) openResults(dir string) (*sweep.Store, error) {
	st, err := sweep.OpenResults(dir, programVersion(), readFile)
	if err != nil {
		return nil, a.noSweep(dir, err)
	}
	if v := programVersion(); st.Version != v {
		a.note("%s: lo calculó la versión %s del programa; la analiza la %s", "%s: computed by version %s of the program, analysed by %s", dir, st.Version, v)
	}
	return st, nil
}

// defaultMeasures are the measures of `cumbre compare`'s table, and cost.
func defaultMeasures() []model.Metric { return append(headMetrics(), model.MCost) }

// measures finds the metrics of --measures.
func (a *app) measures(names []string, wrong *mistakes) []model.Metric {
	if len(names) == 0 {
		return defaultMeasures()
	}
	var all []string
	for _, m := range model.Metrics() {
		all = append(all, m.String())
	}
	var found []model.Metric
	seen := map[string]bool{}
	for _, name := range names {
		name = strings.TrimSpace(name)
		m, ok := model.MetricByName(name)
		switch {
		case !ok:
			wrong.add("--measures: %s", a.unknown(a.say("medida", "measure"), name, all))
		case seen[name]:
			wrong.add(a.say("--measures: `%s` está dos veces", "--measures: `%s` is there twice"), name)
		default:
			found = append(found, m)
		}
		seen[name] = true
	}
	return found
}

// mapFactors finds the two factors of --map.
func (a *app) mapFactors(names []string, s *study.Study, wrong *mistakes) (plane [2]string) {
	if len(names) == 0 {
		return plane
	}
	if len(names) != 2 {
		wrong.add(a.say("--map %s: hacen falta dos factores, como x,y", "--map %s: it takes two factors, as x,y"), strings.Join(names, ","))
	}
	var all []string
	for _, f := range s.Factors() {
		all = append(all, f.Name())
	}
	able := analysis.MapFactors(s)
	for i, name := range names {
		name = strings.TrimSpace(name)
		switch {
		case len(able) == 0:
			wrong.add("%s", a.say("--map: el estudio no varía ningún factor", "--map: the study varies no factor"))
			return plane
		case !slices.Contains(all, name):
			wrong.add("--map: %s", a.unknown(a.say("factor del estudio", "factor of the study"), name, able))
		case !slices.Contains(able, name):
			wrong.add(a.say("--map: `%s` tiene un solo nivel en el estudio", "--map: `%s` has one level only in the study"), name)
		case i == 1 && name == plane[0]:
			wrong.add(a.say("--map: `%s` está dos veces", "--map: `%s` is there twice"), name)
		case i < 2:
			plane[i] = name
		}
	}
	return plane
}
