package odd

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

//go:generate go test -run TestDocumentsAreCommitted -update .

var update = flag.Bool("update", false, "write model/ODD.md and model/ODD.es.md anew")

const modelFolder = "../../../../model"

func TestDocumentsAreCommitted(t *testing.T) {
	for lang, name := range map[string]string{"en": "ODD.md", "es": "ODD.es.md"} {
		want, path := Document(lang), filepath.Join(modelFolder, name)
		if *update {
			require.NoError(t, os.WriteFile(path, []byte(want), 0o644))
		}
		got, err := os.ReadFile(path)
		require.NoError(t, err)
		require.True(t, want == string(got), "model/%s is old: make odd", name)
	}
}

// Every entry of every registry that a re-implementation needs has its row in both
// languages: one that a new mechanism adds cannot be forgotten.
func TestDocumentsHoldTheRegistries(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		text := Document(lang)
		rows := map[string]int{}
		for line := range strings.Lines(text) {
			if cell, ok := strings.CutPrefix(line, "| `"); ok {
				name, _, _ := strings.Cut(cell, "`")
				rows[name]++
			}
		}
		for _, p := range model.Params() {
			require.Positive(t, rows[p.String()], "%s: parameter %s", lang, p)
			require.Contains(t, text, p.Info().Text.In(lang))
		}
		for _, m := range model.Mechanisms() {
			require.Contains(t, text, "`"+m.String()+"`.** "+m.Info().Text.In(lang), "%s: no section of %s", lang, m)
		}
		for _, m := range model.Metrics() {
			require.Positive(t, rows[m.String()], "%s: metric %s", lang, m)
		}
		for _, e := range model.EventTypes() {
			require.Positive(t, rows[e.Name], "%s: event %s", lang, e.Name)
		}
		for _, r := range model.RuleTypes() {
			require.Positive(t, rows[r.Name], "%s: rule %s", lang, r.Name)
		}
		for _, m := range model.Machines() {
			for _, event := range m.Events {
				require.Positive(t, rows[event], "%s: event %s of %s", lang, event, m.Name)
			}
		}
		for _, s := range append(model.Draws(), model.Draw{Name: "virtual"}) {
			require.Contains(t, text, " | `"+s.Name+"` | ")
		}
	}
}

// The seven elements of the protocol, and its eleven design concepts.
func TestDocumentsHaveTheElementsOfODD(t *testing.T) {
	for lang, want := range map[string][]string{
		"en": {"## 1 Purpose and patterns", "## 2 Entities, state variables and scales", "## 3 Process overview and scheduling", "## 4 Design concepts",
			"**Basic principles.**", "**Emergence.**", "**Adaptation.**", "**Objectives.**", "**Learning.**", "**Prediction.**", "**Sensing.**",
			"**Interaction.**", "**Stochasticity.**", "**Collectives.**", "**Observation.**", "## 5 Initialization", "## 6 Input data", "## 7 Submodels"},
		"es": {"## 1 Propósito y patrones", "## 2 Entidades, variables de estado y escalas", "## 3 Procesos y orden de ejecución", "## 4 Conceptos de diseño",
			"**Principios básicos.**", "**Emergencia.**", "**Adaptación.**", "**Objetivos.**", "**Aprendizaje.**", "**Predicción.**", "**Percepción.**",
			"**Interacción.**", "**Estocasticidad.**", "**Colectivos.**", "**Observación.**", "## 5 Inicialización", "## 6 Datos de entrada", "## 7 Submodelos"},
	} {
		text := Document(lang)
		for _, heading := range want {
			i := strings.Index(text, "\n"+heading)
			require.GreaterOrEqual(t, i, 0, "%s: %s is missing or out of order", lang, heading)
			text = text[i:]
		}
	}
}

// Submodels stand in the order of the registry of mechanisms, which says so.
func TestSubmodelsFollowTheRegistry(t *testing.T) {
	var want, got []string
	for _, m := range model.Mechanisms() {
		want = append(want, m.String())
	}
	for _, m := range regexp.MustCompile("\\*\\*Switch `([a-z_]+)`").FindAllStringSubmatch(Document("en"), -1) {
		got = append(got, m[1])
	}
	require.Equal(t, want, got)
}

// The files of the model that the document sends readers to exist, and all that
// compute something are among them.
func TestDocumentsCiteTheFilesOfTheModel(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)]+)\)`)
	for _, lang := range []string{"es", "en"} {
		var cited []string
		for _, m := range link.FindAllStringSubmatch(Document(lang), -1) {
			require.FileExists(t, filepath.Join(modelFolder, filepath.FromSlash(m[1])), lang)
			cited = append(cited, m[1])
		}
		files, err := filepath.Glob(filepath.Join(modelFolder, "*.go"))
		require.NoError(t, err)
		for _, path := range files {
			name := filepath.Base(path)
			if !strings.HasSuffix(name, "_test.go") && !slices.Contains(plumbing, name) {
				require.Contains(t, cited, name, "%s: no submodel says that %s computes it; if it computes nothing, add it to plumbing", lang, name)
			}
		}
	}
}

// plumbing are files of the model that hold no part of what it simulates.
var plumbing = []string{"date.go", "doc.go", "event.go", "labels.go", "limit.go", "mechanism.go", "metric.go", "param.go", "runner.go", "sources.go", "spec.go", "text.go"}

// Names in formulas are the registry's or are explained: a parameter that is renamed
// takes its formulas along.
func TestFormulasNameParameters(t *testing.T) {
	data, err := texts.ReadFile("text/formulas.md")
	require.NoError(t, err)
	known := map[string]bool{}
	for _, p := range model.Params() {
		known[p.String()] = true
	}
	for _, m := range model.Metrics() {
		known[m.String()] = true
	}
	words := regexp.MustCompile(`\{\{(define|w) [^}]*\}\}`)
	data = words.ReplaceAllFunc(data, func(w []byte) []byte { // words may name a parameter too
		return bytes.Join(regexp.MustCompile(`[a-z]+_[a-z_]+`).FindAll(w, -1), []byte(" "))
	})
	name := regexp.MustCompile(`[a-z]{2,}(?:_[a-z]+)*`)
	subscript := regexp.MustCompile(`_(i|d|id|g|holder)$`)
	used := map[string]bool{}
	for _, n := range name.FindAllString(string(data), -1) {
		n = subscript.ReplaceAllString(n, "")
		used[n] = true
		if strings.Contains(n, "_") && !slices.Contains(symbols, n) {
			require.True(t, known[n], "a formula names %s", n)
		}
	}
	for _, p := range model.Params() {
		require.True(t, used[p.String()] || slices.Contains(elsewhere, p.String()), "%s is in no formula: add it, or to elsewhere if prose says what it does", p)
	}
}

// symbols are names in formulas that are no parameters: attributes of a dimension.
var symbols = []string{"more_hand"}

// elsewhere are parameters whose effect the prose or another table states.
var elsewhere = []string{
	"nc_interval_days", "gan_interval_days", "tg_round_interval_days", "council_interval_days", "council", "groups_per_round", "tg_agenda", "nc_agenda",
	"gan_agenda", "council_agenda", "summit_agenda", "summit_retry_days", "summit_attempts", "extra_summits_per_year", "summit_level_share",
	"coordinator_learning_days", "ppt_term_days", "interim_days", "term_years", "crisis_days",
}

// The two documents say the same: same headings by level, same names of the registries,
// as many rows in as many tables, as many items in lists.
func TestDocumentsHaveTheSameStructure(t *testing.T) {
	es, en := outline(Document("es")), outline(Document("en"))
	require.Equal(t, en, es)
	require.Greater(t, len(en), 500)
	name := regexp.MustCompile("`[a-z_0-9]+`")
	names := func(lang string) []string {
		all := name.FindAllString(Document(lang), -1)
		slices.Sort(all)
		return slices.Compact(all)
	}
	require.Equal(t, names("en"), names("es"))
}

// outline is what a document is without its words.
func outline(text string) []string {
	var all []string
	formula := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "```"):
			formula = !formula
		case formula: // one text for both languages
		case strings.HasPrefix(line, "#"):
			level, rest, _ := strings.Cut(line, " ")
			number, _, _ := strings.Cut(rest, " ")
			if number[0] < '1' || number[0] > '9' {
				number = ""
			}
			all = append(all, level+number)
		case strings.HasPrefix(line, "|"):
			all = append(all, "row")
		case regexp.MustCompile(`^(\d+\.|-) `).MatchString(line):
			item, _, _ := strings.Cut(line, " ")
			all = append(all, item)
		}
	}
	return all
}
