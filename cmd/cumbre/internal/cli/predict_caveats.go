package cli

import (
	"fmt"
	"strings"

	"cumbre/cmd/cumbre/internal/report"
	"cumbre/model"
	"cumbre/model/history"
	"cumbre/scenarios"
)

// hindsight are the parameters whose source cites something of the years predicted, later
// than January 2022. A calibration on earlier figures does not make them blind: their
// ranges were stated by somebody who knew, and some are hardly bound by those figures.
var hindsight = []model.Param{model.SummitReluctance, model.SummitCrisis, model.SummitRetry, model.SummitAttempts, model.EarlyEndHazard, model.CouncilAgenda}

// hindsightEnds is the day after the latest thing that these sources cite: presidents
// until March 2026. What is predicted from later on they cannot know.
var hindsightEnds = model.NewDate(2026, 4, 1)

// caveats say what the prediction rests on, and what is known since.
func (p *prediction) caveats() []string {
	a := p.app
	start := history.PredictionStart(p.spec)
	all := []string{fmt.Sprintf(a.say("La predicción empieza el %s. Lo anterior está simulado, no observado: lo abierto y lo firmado hasta entonces es del modelo. El primer año se cuenta desde ese día.",
		"The prediction begins on %s. What is earlier is simulated, not observed: what is open and signed by then is the model's. The first year counts from that day."), start)}
	if x := p.givenSummit(); x != nil {
		all = append(all, fmt.Sprintf(a.say("Las cumbres y el lapso sin ellas se cuentan en las historias (%d de %d) en que la del %s se celebró ese día, como ocurrió; las demás cantidades, en todas. Así que unas y otras no son del mismo conjunto de historias.",
			"Summits and the gap without one are counted over the histories (%d of %d) in which that of %s was held on the day, as it was; the other quantities over all. So the two are not of the same set of histories."),
			p.Replications-x.Bands.Undefined, p.Replications, start-1))
	}
	if start < hindsightEnds {
		var names []string
		for _, param := range hindsight {
			names = append(names, param.String())
		}
		all = append(all, a.say("No es ciega la predicción en estos parámetros, ajustados o no, cuya fuente cita algo posterior a enero de 2022: ",
			"The prediction is not blind in these parameters, fitted or not, whose source cites something later than January 2022: ")+strings.Join(names, ", ")+".")
	}
	if k := p.known(); k != nil {
		all = append(all, k.sentence(p))
	}
	return all
}

// givenSummit is a prediction that is taken over the histories alone that held the last
// summit of the calendar; nil if all did, or none needed to.
func (p *prediction) givenSummit() *history.Prediction {
	for i := range p.all {
		if x := &p.all[i]; x.GivenSummit && x.Bands.Undefined > 0 {
			return x
		}
	}
	return nil
}

// condition says which histories a prediction is taken over, "" for all.
func (p *prediction) condition(x *history.Prediction) string {
	if !x.GivenSummit {
		return ""
	}
	return "summit held on " + (history.PredictionStart(p.spec) - 1).String()
}

// knownSummits is what came of the prediction of summits as far as the facts tell. It is
// shown beside the prediction and enters no run.
type knownSummits struct {
	scenarios.KnownSummits
	held int                 // until Until
	cell *history.Prediction // the cumulative one of the last year known to its end; nil for none
	seen int                 // held in its window
	hit  bool                // seen lies between its 5th and 95th percentile
}

func (p *prediction) known() *knownSummits {
	start := history.PredictionStart(p.spec)
	facts, ok := scenarios.SummitsAfter(start - 1)
	if !ok {
		return nil
	}
	k := &knownSummits{KnownSummits: facts, held: facts.Before(facts.Until + 1)}
	for _, year := range p.years() {
		next := model.NewDate(year+1, 1, 1)
		if x := p.find("summits", history.Cumulative, year); x != nil && next <= facts.Until+1 && len(x.Bands.Sorted) > 0 {
			k.cell, k.seen = x, facts.Before(next)
			k.hit = x.Quantile(0.05) <= float64(k.seen) && float64(k.seen) <= x.Quantile(0.95)
		}
	}
	return k
}

func (k *knownSummits) sentence(p *prediction) string {
	a := p.app
	count := a.say("ninguna", "none")
	if k.held > 0 {
		count = fmt.Sprint(k.held)
	}
	s := fmt.Sprintf(a.say("Lo que se sabe desde entonces de cumbres presidenciales (no es entrada): %s hasta el %s (%s; %s).",
		"Known since of presidential summits (not an input): %s until %s (%s; %s)."), count, k.Until, scenarios.SummitsFile, report.Confidence(k.Confidence, a.lang))
	if k.cell == nil {
		return s
	}
	verdict := a.say("fallo", "a miss")
	if k.hit {
		verdict = a.say("acierto", "a hit")
	}
	return s + fmt.Sprintf(a.say(" Hasta el fin de %d se predicen %s y se celebraron %d: %s.", " Until the end of %d the prediction is %s and %d were held: %s."),
		k.cell.Year, strings.Join(p.band(k.cell.Decimals, k.cell.Bands), " "), k.seen, verdict)
}

// knownJSON is what is known since of summits.
type knownJSON struct {
	Quantity   string `json:"quantity"`
	Held       int    `json:"held"`
	Until      string `json:"until"`
	File       string `json:"file"`
	Source     string `json:"source"`
	Confidence string `json:"confidence"`
	Year       int    `json:"year,omitempty"`         // of the cumulative prediction that can be judged
	HeldByYear *int   `json:"held_by_year,omitempty"` // until that year's end
	Verdict    string `json:"verdict,omitempty"`      // hit or miss of its 90% interval
}

func (k *knownSummits) object() *knownJSON {
	if k == nil {
		return nil
	}
	out := &knownJSON{Quantity: "summits", Held: k.held, Until: k.Until.String(), File: scenarios.SummitsFile, Source: k.Source, Confidence: k.Confidence}
	if k.cell != nil {
		out.Year, out.HeldByYear, out.Verdict = k.cell.Year, &k.seen, "miss"
		if k.hit {
			out.Verdict = "hit"
		}
	}
	return out
}
