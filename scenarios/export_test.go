package scenarios

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

// Load(Export(s)) equals s. Rules are functions, which Go cannot compare, so
// they are compared by what they print as.
func TestExportRoundTrip(t *testing.T) {
	for _, name := range names() {
		t.Run(name, func(t *testing.T) {
			s, err := Load(name, nil)
			require.NoError(t, err)
			file, err := Export(s)
			require.NoError(t, err)
			again, err := Load("dir/"+name+".yaml", func(string) ([]byte, error) { return file, nil })
			require.NoError(t, err)
			require.Equal(t, Hash(s), Hash(again))
			require.Equal(t, rulesAsText(s), rulesAsText(again))
			require.Equal(t, withoutRules(s), withoutRules(again))
		})
	}
}

func rulesAsText(s *model.Spec) string {
	text := fmt.Sprint(s.Rules)
	for _, d := range s.Designs {
		text += fmt.Sprint(d.Rules)
	}
	return text
}

func withoutRules(s *model.Spec) model.Spec {
	plain := *s
	plain.Rules = [model.NumBodies]model.Rule{}
	plain.Designs = nil
	for _, d := range s.Designs {
		d.Rules = plain.Rules
		if len(d.Set) == 0 {
			d.Set = nil
		}
		plain.Designs = append(plain.Designs, d)
	}
	return plain
}

// A text in another shape says the same; a changed value does not.
func TestHash(t *testing.T) {
	a := own(t, "parameters: {noise: 0.1, ambition: 2}\n")
	b := own(t, "# another comment\nparameters:\n  ambition: 2.0\n  noise: 1e-1\n")
	c := own(t, "parameters: {noise: 0.1000001, ambition: 2}\n")
	require.Equal(t, Hash(a), Hash(b))
	require.NotEqual(t, Hash(a), Hash(c))
	require.Len(t, Hash(a), 64)
}

func TestSkeletonLoads(t *testing.T) {
	for _, title := range []string{"A title", `with "quotes": and # signs`, "Título", ""} {
		for _, lang := range []string{"es", "en"} {
			s, err := loadText(t, Skeleton(title, "", lang))
			require.NoError(t, err)
			require.Equal(t, title, s.Title.EN)
			require.Len(t, s.Groups, 29)
		}
	}
	_, err := loadText(t, Skeleton("x", "absent.yaml", "en"))
	require.Error(t, err)
}

// The comments show keys that work, in the language of the user.
func TestSkeletonComments(t *testing.T) {
	require.Contains(t, Skeleton("x", "", "es"), "# lo que quiere saber\n")
	require.Contains(t, Skeleton("x", "", "en"), "# what you want to know\n")
	bare, err := loadText(t, Skeleton("x", "", "es"))
	require.NoError(t, err)
	s, err := loadText(t, strings.ReplaceAll(Skeleton("x", "", "es"), "\n# ", "\n"))
	require.NoError(t, err)
	require.Equal(t, 60.0, s.Values[model.MandatesPerSummit])
	require.Len(t, s.Events, len(bare.Events)+1)
}
