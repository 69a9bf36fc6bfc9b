package scenarios

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"cumbre/model"
)

// Each archive of testdata/notes holds scenario files that load, the first of them the
// one loaded, and the exact notes in both languages (want.en, want.es).
func TestNotes(t *testing.T) {
	archives, err := filepath.Glob("testdata/notes/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, archives)
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			require.NoError(t, err)
			files := map[string]string{}
			for _, f := range archive.Files {
				files[f.Name] = string(f.Data)
			}
			_, notes, err := LoadNoted(archive.Files[0].Name, reading(files))
			require.NoError(t, err)
			got := map[string]string{"want.en": notes.In("en") + "\n", "want.es": notes.In("es") + "\n"}
			if *update {
				rewrite(t, path, archive, got)
				return
			}
			require.Equal(t, files["want.en"], got["want.en"])
			require.Equal(t, files["want.es"], got["want.es"])
		})
	}
}

// The library needs no notes, and what is wrong has none.
func TestLibraryHasNoNotes(t *testing.T) {
	for _, s := range List() {
		spec, notes, err := LoadNoted(s.Name, nil)
		require.NoError(t, err)
		require.Empty(t, notes)
		loaded, err := Load(s.Name, nil)
		require.NoError(t, err)
		require.Equal(t, Hash(loaded), Hash(spec))
	}
	_, notes, err := LoadNoted("a.yaml", reading(map[string]string{"a.yaml": "scenario: A\nextends: pacific-alliance\nparameters: {gan_interval_days: 20, noise: 9}\n"}))
	require.Error(t, err)
	require.Empty(t, notes)
}

// What a note says is so: the value that it speaks of is not the one at the end.
func TestOverrideOf(t *testing.T) {
	spec, err := Load(Default, nil)
	require.NoError(t, err)
	gan, _ := model.ParamByName("gan_interval_days")
	o, ok := OverrideOf(spec, spec.Events, Everybody, model.Setting{Param: gan, Value: 20.5})
	require.True(t, ok)
	require.Equal(t, "on 2016-06-07 event `gan-mature` sets `gan_interval_days` to 93: 20.5 holds only until then; to keep it, in a scenario file, `without_events: [gan-mature]`", o.Text.EN)
	require.Contains(t, o.Text.ES, "20,5 sólo vale hasta entonces")
	_, ok = OverrideOf(spec, spec.Events, Everybody, model.Setting{Param: gan, Value: 93})
	require.False(t, ok, "the event changes nothing")
	_, ok = OverrideOf(spec, spec.Events, 0, model.Setting{Param: gan, Value: 20})
	require.False(t, ok, "a member's own value is out of reach of events for all")
	_, ok = OverrideOf(spec, nil, Everybody, model.Setting{Param: gan, Value: 20})
	require.False(t, ok)
}
