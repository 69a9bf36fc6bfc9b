package scenarios

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/invopop/jsonschema"

	"cumbre/model"
)

// schemaID names the schema; it is an identifier, not an address to fetch.
const schemaID = "urn:cumbre:scenario"

// Schema returns the JSON Schema (draft 2020-12) of scenario files, for the
// completion and checks of an editor. It is generated from the tables of
// format.go and the model's registries; the committed schema.json is its
// output. It cannot express what depends on other parts of a file (members
// named by events, order of dates): Load can.
func Schema() ([]byte, error) {
	root := objectSchema(scenarioObject, scenarioProperty)
	root.Version = jsonschema.Version
	root.ID = schemaID
	root.Title = "Cumbre scenario"
	root.Definitions = jsonschema.Definitions{
		"text":       textSchema(),
		"date":       {Type: "string", Pattern: `^\d{4}-\d{2}-\d{2}$`, Description: "2011-04-28"},
		"flag":       {OneOf: []*jsonschema.Schema{{Type: "boolean"}, {Enum: []any{"on", "off"}}}},
		"member":     {Type: "string", Pattern: countryCode.String()},
		"slug":       {Type: "string", Pattern: slug.String()},
		"parameters": parametersSchema(),
		"rules":      rulesSchema(),
		"dimension":  {Enum: anys(dimensionNames())},
		"confidence": {Enum: anys(confidences)},
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(root); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// objectSchema is the schema of an object of format.go; property gives each
// key's own.
func objectSchema(o *object, property func(key string) *jsonschema.Schema) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema}
	for _, k := range o.keys {
		p := property(k.name)
		p.Description = describe(k.text)
		s.Properties.Set(k.name, p)
		if k.required {
			s.Required = append(s.Required, k.name)
		}
	}
	return s
}

// describe gives a description in both languages: an editor shows no other.
func describe(t model.Text) string {
	if t.ES == t.EN {
		return t.EN
	}
	return t.EN + "\n" + t.ES
}

func ref(name string) *jsonschema.Schema { return &jsonschema.Schema{Ref: "#/$defs/" + name} }

func listOf(items *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "array", Items: items}
}

// atLeastOne forbids an empty list.
func atLeastOne(list *jsonschema.Schema) *jsonschema.Schema {
	one := uint64(1)
	list.MinItems = &one
	return list
}

func numeric(i interval) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "number", Minimum: number64(i.min), Maximum: number64(i.max)}
	if i.whole {
		s.Type = "integer"
	}
	return s
}

func number64(x float64) json.Number { return json.Number(strconv.FormatFloat(x, 'f', -1, 64)) }

func anys(names []string) []any {
	all := make([]any, len(names))
	for i, n := range names {
		all[i] = n
	}
	return all
}

func textSchema() *jsonschema.Schema {
	both := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema, Required: []string{"es", "en"}}
	both.Properties.Set("es", &jsonschema.Schema{Type: "string"})
	both.Properties.Set("en", &jsonschema.Schema{Type: "string"})
	return &jsonschema.Schema{OneOf: []*jsonschema.Schema{{Type: "string"}, {Type: "number"}, both}}
}

// parameterSchema is one registry line: limits, default, unit, plausible range,
// provenance. Limits alone are checked.
func parameterSchema(p model.Param) *jsonschema.Schema {
	i := p.Info()
	s := numeric(interval{i.Min, i.Max, i.Unit, i.Whole})
	s.Default = number64(i.Default)
	s.Description = describe(i.Text)
	if i.Unit != "" {
		s.Description += "\n" + i.Unit
	}
	if i.HasRange() {
		s.Description += "\nplausible: " + plain(i.Low) + " – " + plain(i.High)
	}
	s.Description += "\n[" + string(i.From) + "] " + i.Source
	return s
}

func parametersSchema() *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema}
	for _, p := range model.Params() {
		s.Properties.Set(p.String(), parameterSchema(p))
	}
	return s
}

func rulesSchema() *jsonschema.Schema {
	rule := &jsonschema.Schema{}
	for _, t := range model.RuleTypes() {
		s := &jsonschema.Schema{Type: "string", Pattern: "^" + t.Name + `(\(.*\))?$`, Description: describe(t.Text) + "\n" + usage(t)}
		rule.OneOf = append(rule.OneOf, s)
	}
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema}
	for b := range model.NumBodies {
		r := *rule
		r.Description = describe(b.Info().Text)
		s.Properties.Set(b.String(), &r)
	}
	return s
}
