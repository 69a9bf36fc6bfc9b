package scenarios

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"cumbre/model"
)

// Whatever the file, Load returns a Spec or problems in it, and a Spec that
// loads can be exported, loaded again and run.
func FuzzLoad(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		read := func(path string) ([]byte, error) {
			if path == "fuzz.yaml" {
				return data, nil
			}
			return nil, os.ErrNotExist
		}
		spec, err := Load("fuzz.yaml", read)
		if err != nil {
			var problems Problems
			require.ErrorAs(t, err, &problems)
			require.NotEmpty(t, problems)
			for _, p := range problems {
				require.NotEmpty(t, p.Message)
				require.NotEmpty(t, p.In("es"))
				require.LessOrEqual(t, len([]rune(p.Snippet())), 2*(snippetWidth+20))
			}
			return
		}
		file, err := Export(spec)
		require.NoError(t, err)
		again, err := Load("fuzz.yaml", func(string) ([]byte, error) { return file, nil })
		require.NoError(t, err, "%s", file)
		require.Equal(t, Hash(spec), Hash(again))
		runShort(spec)
	})
}

// runShort runs every design for a few weeks: enough to start every mechanism
// and the events of the first days, short enough to fuzz.
func runShort(spec *model.Spec) {
	short := *spec
	short.End = min(spec.End, spec.Start+60)
	for d := range short.Designs {
		model.NewRunner(&short, d).Run(1, 0)
	}
}

// seed adds the library and the files of testdata/problems, which between them
// use every key.
func seed(f *testing.F) {
	for _, name := range names() {
		data, err := Source(name)
		require.NoError(f, err)
		f.Add(data)
	}
	archives, err := filepath.Glob("testdata/problems/*.txtar")
	require.NoError(f, err)
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		require.NoError(f, err)
		f.Add(archive.Files[0].Data)
	}
	f.Add([]byte(small))
}

// small is about the smallest scenario that stands alone.
const small = `scenario: Small
start: 2020-01-01
end: 2021-12-31
members: {AA: {name: A, population: 1, ideal: 0.5}, BB: {name: B, population: 2, ideal: 0.9, joins: true}}
groups: [{name: G, dimension: goods}]
designs: [light, {name: x, title: X, from: 2020-02-01, parameters: {secretariat_staff: 3}}]
events: [{date: 2020-01-05, accession: {member: BB}}, {date: 2020-01-10, set: {noise: 0.2}}]
switches: {spillover: off}
rules: {gan: simple_majority}
`
