package scenarios

import (
	"bytes"
	"encoding/json"

	"github.com/invopop/jsonschema"

	"cumbre/model"
	"cumbre/model/study"
)

// studySchemaID names the schema of studies; it is an identifier, not an address to fetch.
const studySchemaID = "urn:cumbre:study"

// StudySchema returns the JSON Schema (draft 2020-12) of study files, for the completion
// and checks of an editor. It cannot express what depends on the scenario (members, events,
// which designs are compared): Study can.
func StudySchema() ([]byte, error) {
	root := objectSchema(studyObject, studyProperty)
	root.Version = jsonschema.Version
	root.ID = studySchemaID
	root.Title = "Cumbre study"
	root.OneOf = []*jsonschema.Schema{{Required: []string{"replications"}}, {Required: []string{"until", "cap"}}}
	root.Definitions = jsonschema.Definitions{
		"text": textSchema(),
		"flag": {OneOf: []*jsonschema.Schema{{Type: "boolean"}, {Enum: []any{"on", "off"}}}},
		"slug": {Type: "string", Pattern: slug.String()},
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

func studyProperty(name string) *jsonschema.Schema {
	switch name {
	case "study":
		return ref("text")
	case "scenario":
		return &jsonschema.Schema{Type: "string"}
	case "compare":
		return listOf(ref("slug"))
	case "sweep":
		return factorsSchema(levelsSchema)
	case "sample":
		return sampleSchema(sampleObject, study.Samplers())
	case "sensitivity":
		return sampleSchema(sensitivityObject, study.Sensitivities())
	case "replications":
		return numeric(replicationsInterval)
	case "until":
		return &jsonschema.Schema{Type: "string", Pattern: criterion.String()}
	case "cap":
		return numeric(capInterval)
	case "seed":
		s := numeric(seedInterval)
		s.Default = number64(defaultStudySeed)
		return s
	case "years":
		return ref("flag")
	}
	panic("scenarios: no schema for " + name)
}

// sampleSchema is a choice of points by one of some methods, each with its own key for how
// many.
func sampleSchema(o *object, methods []*study.Sampler) *jsonschema.Schema {
	s := objectSchema(o, func(name string) *jsonschema.Schema {
		if name != "method" {
			return sampleProperty(name)
		}
		s := &jsonschema.Schema{}
		for _, m := range methods {
			s.OneOf = append(s.OneOf, &jsonschema.Schema{Enum: []any{m.Name}, Description: describe(m.Text)})
		}
		return s
	})
	for _, m := range methods {
		only := jsonschema.NewProperties()
		only.Set("method", &jsonschema.Schema{Enum: []any{m.Name}})
		s.OneOf = append(s.OneOf, &jsonschema.Schema{Properties: only, Required: []string{m.SizeKey}})
	}
	return s
}

func sampleProperty(name string) *jsonschema.Schema {
	switch name {
	case "points", "trajectories", "base_points":
		return numeric(samplePointsInterval)
	case "parameters":
		names := &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{Type: "string"}}
		return &jsonschema.Schema{OneOf: []*jsonschema.Schema{{Enum: []any{assumptionsWord}}, names, factorsSchema(axisSchema)}}
	}
	panic("scenarios: no schema for " + name)
}

// factorsSchema is a map of factors: parameters by their name, with the values that each
// may take, and those of a member, a design or an event by the form of their name.
func factorsSchema(values func(model.Param) *jsonschema.Schema) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema}
	for _, p := range model.Params() {
		s.Properties.Set(p.String(), values(p))
	}
	s.PatternProperties = map[string]*jsonschema.Schema{`^[A-Za-z0-9_-]+\.[a-z0-9_]+$|^[a-z0-9_]+@[a-z0-9_-]+$`: {}}
	return s
}

func levelsSchema(p model.Param) *jsonschema.Schema {
	one := parameterSchema(p)
	text := one.Description
	one.Description, one.Default = "", nil
	return &jsonschema.Schema{Description: text, OneOf: []*jsonschema.Schema{one, listOf(one), {Type: "string", Pattern: span.String()}}}
}

func axisSchema(p model.Param) *jsonschema.Schema {
	return &jsonschema.Schema{Description: parameterSchema(p).Description, OneOf: []*jsonschema.Schema{{Type: "null"}, {Type: "string", Pattern: span.String()}}}
}
