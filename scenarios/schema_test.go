package scenarios

import (
	"bytes"
	"os"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"cumbre/model"
)

//go:generate go test -run TestSchemaIsCommitted -update .

func TestSchemaIsCommitted(t *testing.T) {
	want, err := Schema()
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile("schema.json", want, 0o644))
	}
	got, err := os.ReadFile("schema.json")
	require.NoError(t, err)
	require.True(t, bytes.Equal(want, got), "schema.json is old: go generate ./scenarios")
}

// compiled is the schema as an independent implementation of JSON Schema reads
// it; compiling validates it against the meta-schema.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := Schema()
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(schemaID, doc))
	s, err := c.Compile(schemaID)
	require.NoError(t, err)
	return s
}

// asJSON is a YAML file as the validator of an editor sees it.
func asJSON(t *testing.T, file []byte) any {
	t.Helper()
	text, err := yaml.YAMLToJSON(file)
	require.NoError(t, err)
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	return v
}

func TestLibraryFollowsSchema(t *testing.T) {
	s := compiled(t)
	for _, name := range names() {
		file, err := Source(name)
		require.NoError(t, err)
		require.NoError(t, s.Validate(asJSON(t, file)), name)
		spec, err := Load(name, nil)
		require.NoError(t, err)
		whole, err := Export(spec)
		require.NoError(t, err)
		require.NoError(t, s.Validate(asJSON(t, whole)), "%s exported", name)
	}
	require.NoError(t, s.Validate(asJSON(t, []byte(small))))
	require.NoError(t, s.Validate(asJSON(t, []byte(Skeleton("T", "", "en")))))
}

// What Load refuses by its form alone, the schema refuses too.
func TestSchemaRefuses(t *testing.T) {
	s := compiled(t)
	for _, text := range []string{
		"question: no title",
		"scenario: T\nnoise: 0.1",
		"scenario: T\nparameters: {noise: 9}",
		"scenario: T\nparameters: {nois: 0.1}",
		"scenario: T\nparameters: {council: 0.5}",
		"scenario: T\nswitches: {spillover: 1}",
		"scenario: T\nrules: {gan: majority}",
		"scenario: T\nmembers: {Peru: {population: 5}}",
		"scenario: T\nmembers: {PE: {noise: 0.1}}",
		"scenario: T\nmembers: {PE: {ideal: {goods: 2}}}",
		"scenario: T\ndesigns: [ligth]",
		"scenario: T\nstart: 28 April",
		"scenario: {es: T}",
		"scenario: T\nevents: [{date: 2020-01-01}]",
		"scenario: T\nevents: [{date: 2020-01-01, crisis: {member: PE}}]",
		"scenario: T\nevents: [{date: 2020-01-01, trade_shock: {days: 1}, mandates: {count: 1}}]",
	} {
		require.Error(t, s.Validate(asJSON(t, []byte(text))), text)
		_, err := loadText(t, text+"\nextends: pacific-alliance\n")
		require.Error(t, err, text)
	}
}

// The editor shows what the registry knows of a parameter.
func TestSchemaTellsParameters(t *testing.T) {
	text, err := Schema()
	require.NoError(t, err)
	for _, p := range model.Params() {
		require.Contains(t, string(text), `"`+p.String()+`": {`)
	}
}
