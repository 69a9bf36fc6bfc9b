package scenarios

import (
	"slices"

	"cumbre/model"
)

// object is one kind of map in a scenario file and the keys it may have. The
// loader refuses every other key; the JSON Schema is generated from the same
// tables, so the two cannot disagree.
type object struct {
	name model.Text
	keys []key
}

// key is one key of an object.
type key struct {
	name     string
	required bool
	text     model.Text
}

func (o *object) names() []string {
	all := make([]string, len(o.keys))
	for i, k := range o.keys {
		all[i] = k.name
	}
	return all
}

// optional is the object with nothing required, for where a base may hold the
// rest.
func (o *object) optional() *object {
	all := slices.Clone(o.keys)
	for i := range all {
		all[i].required = false
	}
	return &object{o.name, all}
}

func must(name, es, en string) key { return key{name, true, model.Text{ES: es, EN: en}} }
func may(name, es, en string) key  { return key{name, false, model.Text{ES: es, EN: en}} }

var (
	sourceKey     = may("source", "De dónde viene: un pasaje, una publicación, una página.", "Where it comes from: a passage, a publication, a page.")
	confidenceKey = may("confidence", "Cuánto se confía en la fuente.", "How far the source is trusted.")
)

// confidences are what a fact may say of its source, as in facts/README.md;
// assumption marks what is not a fact at all.
var confidences = []string{"verified", "single-source", "derived", "memory", "assumption"}

var scenarioObject = &object{model.Text{ES: "un escenario", EN: "a scenario"}, []key{
	must("scenario", "Título del escenario.", "Title of the scenario."),
	may("extends", "Escenario del que parte: un nombre de la biblioteca o un archivo .yaml junto a éste.", "The scenario it starts from: a library name or a .yaml file beside this one."),
	may("question", "Qué pregunta el escenario.", "What the scenario asks."),
	sourceKey,
	may("start", "Primer día simulado.", "First day simulated."),
	may("end", "Último día simulado.", "Last day simulated."),
	may("parameters", "Parámetros del modelo: nombre y valor.", "Parameters of the model: name and value."),
	may("switches", "Mecanismos encendidos o apagados: nombre y on u off.", "Mechanisms switched on or off: name and on or off."),
	may("rules", "Regla de decisión de cada nivel; la unanimidad si no se dice.", "Decision rule of each level; unanimity unless stated."),
	may("members", "Miembros, por su código de dos letras.", "Members, by their two-letter code."),
	may("dimensions", "Dimensiones de la integración: su punto de partida.", "Dimensions of integration: where they start."),
	may("groups", "Grupos técnicos.", "Technical groups."),
	may("presidency", "Rotación de la presidencia pro tempore.", "Rotation of the presidency pro tempore."),
	may("observers", "Número de estados observadores desde cada fecha.", "Number of observer states from each date on."),
	may("designs", "Diseños que se comparan; el primero es la referencia. Nombres de la biblioteca o diseños completos.", "Designs to compare; the first is the baseline. Library names or whole designs."),
	may("events", "Lo que ocurre en una fecha; se agrega a los eventos heredados.", "What happens at a date; appended to inherited events."),
	may("without_events", "Identificadores de eventos heredados que se descartan.", "Ids of inherited events to drop."),
}}

var memberObject = &object{model.Text{ES: "un miembro", EN: "a member"}, []key{
	must("name", "Nombre del país.", "Name of the country."),
	must("population", "Habitantes; pesan en la mayoría calificada.", "Inhabitants; they weigh in a qualified majority."),
	may("joins", "No es fundador: participa desde su evento `accession`.", "Not a founder: takes part from its `accession` event on."),
	must("ideal", "Profundidad ideal de integración, de 0 a 1: un número para todas las dimensiones o uno por dimensión.", "Ideal depth of integration, 0 to 1: one number for every dimension or one per dimension."),
	may("governments", "Gobiernos en orden; el primero está en funciones al inicio.", "Governments in order; the first is in office at the start."),
	sourceKey, confidenceKey,
}}

var governmentObject = &object{model.Text{ES: "un gobierno", EN: "a government"}, []key{
	must("start", "Toma de posesión.", "Day it takes office."),
	may("name", "Jefe o jefa de Estado.", "Head of state."),
	may("orientation", "De -1 (izquierda) a 1 (derecha).", "From -1 (left) to 1 (right)."),
	may("early", "El gobierno anterior terminó antes de tiempo.", "The government before it ended early."),
	may("scheduled", "Está en el futuro de los datos.", "It lies in the future of the data."),
	sourceKey, confidenceKey,
}}

var dimensionObject = &object{model.Text{ES: "una dimensión", EN: "a dimension"}, []key{
	may("depth", "Profundidad normativa al inicio, de 0 a 1.", "Depth of norms at the start, 0 to 1."),
	may("uptake", "Multiplica el paso del mercado (uptake_per_year).", "Multiplies the market's pace (uptake_per_year)."),
	may("more_hand", "La política productiva (visible_hand) actúa en ella.", "Productive policy (visible_hand) applies to it."),
	may("treatable", "Multiplica la parte de tratados entre sus mandatos.", "Multiplies the share of treaties among its mandates."),
}}

var groupObject = &object{model.Text{ES: "un grupo técnico", EN: "a technical group"}, []key{
	must("name", "Nombre del grupo.", "Name of the group."),
	must("dimension", "Dimensión en la que trabaja.", "Dimension it works in."),
	may("created", "Primer día en que puede recibir mandatos; el inicio si no se dice.", "First day it can receive mandates; the start unless stated."),
	may("ceap", "Tiene contraparte en el Consejo Empresarial.", "Has a counterpart in the Business Council."),
	may("weight", "Peso con que recibe mandatos; 1 si no se dice.", "Weight with which it receives mandates; 1 unless stated."),
	sourceKey, confidenceKey,
}}

var presidencyObject = &object{model.Text{ES: "la presidencia pro tempore", EN: "the presidency pro tempore"}, []key{
	may("order", "Orden de rotación, por código.", "Order of rotation, by code."),
	may("history", "Traspasos ocurridos; después del último, la rotación la decide el modelo.", "Handovers that happened; after the last, the model rotates."),
}}

var handoverObject = &object{model.Text{ES: "un traspaso", EN: "a handover"}, []key{
	must("member", "Quién recibe la presidencia.", "Who takes the presidency."),
	must("start", "Desde cuándo.", "Since when."),
	sourceKey, confidenceKey,
}}

var observerObject = &object{model.Text{ES: "un número de observadores", EN: "a number of observers"}, []key{
	must("date", "Desde cuándo.", "Since when."),
	must("count", "Cuántos estados.", "How many states."),
	sourceKey, confidenceKey,
}}

var designObject = &object{model.Text{ES: "un diseño", EN: "a design"}, []key{
	must("name", "Nombre corto, para órdenes y columnas.", "Short name, for commands and columns."),
	must("title", "Título del diseño.", "Title of the design."),
	may("description", "Qué es y en qué se apoyan sus valores.", "What it is and what its values rest on."),
	sourceKey,
	may("parameters", "Parámetros que el diseño fija.", "Parameters the design sets."),
	may("rules", "Reglas de decisión que el diseño cambia.", "Decision rules the design changes."),
	may("from", "Fecha de la reforma; desde el inicio si no se dice.", "Date of the reform; from the start unless stated."),
}}

var eventObject = &object{model.Text{ES: "un evento", EN: "an event"}, []key{
	must("date", "Cuándo ocurre.", "When it happens."),
	may("id", "Nombre con que otro escenario puede descartarlo.", "Name by which another scenario can drop it."),
	sourceKey, confidenceKey,
}}
