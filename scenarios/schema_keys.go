package scenarios

import (
	"github.com/invopop/jsonschema"

	"cumbre/model"
)

// The schema of every key of format.go. A key without a line here panics, and
// with it the test that generates the schema.

func scenarioProperty(name string) *jsonschema.Schema {
	switch name {
	case "scenario", "question", "source":
		return ref("text")
	case "extends":
		return &jsonschema.Schema{Type: "string"}
	case "start", "end":
		return ref("date")
	case "parameters", "rules":
		return ref(name)
	case "switches":
		return switchesSchema()
	case "members":
		return &jsonschema.Schema{Type: "object", PatternProperties: map[string]*jsonschema.Schema{countryCode.String(): memberSchema()}, AdditionalProperties: jsonschema.FalseSchema}
	case "dimensions":
		return dimensionMap(partial(dimensionObject, dimensionProperty))
	case "groups":
		return atLeastOne(listOf(objectSchema(groupObject, groupProperty)))
	case "presidency":
		return objectSchema(presidencyObject, presidencyProperty)
	case "observers":
		return listOf(objectSchema(observerObject, observerProperty))
	case "designs":
		return atLeastOne(listOf(&jsonschema.Schema{OneOf: []*jsonschema.Schema{{Enum: anys(designNames())}, objectSchema(designObject, designProperty)}}))
	case "events":
		return listOf(eventSchema())
	case "without_events":
		return listOf(ref("slug"))
	}
	panic("scenarios: no schema for " + name)
}

// partial is an object that a file may complete from its base: nothing in it
// is required.
func partial(o *object, property func(string) *jsonschema.Schema) *jsonschema.Schema {
	s := objectSchema(o, property)
	s.Required = nil
	return s
}

// dimensionMap has one value per dimension.
func dimensionMap(value *jsonschema.Schema) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema}
	for d := range model.NumDimensions {
		v := *value
		v.Description = describe(d.Info().Text)
		s.Properties.Set(d.String(), &v)
	}
	return s
}

func switchesSchema() *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema}
	for _, m := range model.Mechanisms() {
		flag := ref("flag")
		flag.Description = describe(m.Info().Text)
		s.Properties.Set(m.String(), flag)
	}
	return s
}

func memberSchema() *jsonschema.Schema {
	s := partial(memberObject, memberProperty)
	addMemberParameters(s)
	return s
}

// addMemberParameters lets an object set the parameters that differ by member.
func addMemberParameters(s *jsonschema.Schema) {
	for _, p := range model.Params() {
		if p.Info().PerMember {
			s.Properties.Set(p.String(), parameterSchema(p))
		}
	}
}

func memberProperty(name string) *jsonschema.Schema {
	switch name {
	case "name":
		return ref("text")
	case "population":
		return numeric(populationInterval)
	case "joins":
		return ref("flag")
	case "ideal":
		return &jsonschema.Schema{OneOf: []*jsonschema.Schema{numeric(unitInterval), dimensionMap(numeric(unitInterval))}}
	case "governments":
		return listOf(objectSchema(governmentObject, governmentProperty))
	}
	return factProperty(name)
}

// factProperty is the schema of the keys most objects share.
func factProperty(name string) *jsonschema.Schema {
	switch name {
	case "source":
		return &jsonschema.Schema{Type: "string"}
	case "confidence":
		return ref(name)
	}
	panic("scenarios: no schema for " + name)
}

func governmentProperty(name string) *jsonschema.Schema {
	switch name {
	case "start":
		return ref("date")
	case "name":
		return &jsonschema.Schema{Type: "string"}
	case "orientation":
		return numeric(orientationInterval)
	case "early", "scheduled":
		return ref("flag")
	}
	return factProperty(name)
}

func dimensionProperty(name string) *jsonschema.Schema {
	switch name {
	case "depth":
		return numeric(unitInterval)
	case "uptake", "treatable":
		return numeric(multiplierInterval)
	case "more_hand":
		return ref("flag")
	}
	panic("scenarios: no schema for " + name)
}

func groupProperty(name string) *jsonschema.Schema {
	switch name {
	case "name":
		return ref("text")
	case "dimension":
		return ref(name)
	case "created":
		return ref("date")
	case "ceap":
		return ref("flag")
	case "weight":
		return numeric(weightInterval)
	}
	return factProperty(name)
}

func presidencyProperty(name string) *jsonschema.Schema {
	if name == "order" {
		return listOf(ref("member"))
	}
	return listOf(objectSchema(handoverObject, handoverProperty))
}

func handoverProperty(name string) *jsonschema.Schema {
	switch name {
	case "member":
		return ref(name)
	case "start":
		return ref("date")
	}
	return factProperty(name)
}

func observerProperty(name string) *jsonschema.Schema {
	switch name {
	case "date":
		return ref(name)
	case "count":
		return numeric(countInterval)
	}
	return factProperty(name)
}

func designProperty(name string) *jsonschema.Schema {
	switch name {
	case "name":
		return ref("slug")
	case "title", "description", "source":
		return ref("text")
	case "parameters", "rules":
		return ref(name)
	case "from":
		return ref("date")
	}
	return factProperty(name)
}

// eventSchema is an event of exactly one type of the registry.
func eventSchema() *jsonschema.Schema {
	s := objectSchema(eventObject, eventProperty)
	for _, t := range model.EventTypes() {
		fields := ref("parameters")
		if len(t.Fields) > 0 {
			fields = objectSchema(eventFields(t), func(name string) *jsonschema.Schema { return fieldSchema(t, name) })
			if t.Settings {
				addMemberParameters(fields)
			}
		}
		if t.Settings {
			some := uint64(len(t.Fields) + 1) // one parameter at least
			fields.MinProperties = &some
		}
		fields.Description = describe(t.Text)
		s.Properties.Set(t.Name, fields)
		s.OneOf = append(s.OneOf, &jsonschema.Schema{Required: []string{t.Name}})
	}
	return s
}

func eventProperty(name string) *jsonschema.Schema {
	switch name {
	case "date":
		return ref(name)
	case "id":
		return ref("slug")
	}
	return factProperty(name)
}

func fieldSchema(t *model.EventType, name string) *jsonschema.Schema {
	for _, f := range t.Fields {
		if f.Name != name {
			continue
		}
		if f.Member {
			return ref("member")
		}
		s := numeric(interval{min: f.Min, max: f.Max})
		if !f.Required {
			s.Default = number64(f.Default)
		}
		return s
	}
	panic("scenarios: no schema for " + name)
}
