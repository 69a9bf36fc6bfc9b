package scenarios

import (
	"fmt"
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
		s, err := loadText(t, Skeleton(title, ""))
		require.NoError(t, err)
		require.Equal(t, title, s.Title.EN)
		require.Len(t, s.Groups, 29)
	}
	_, err := loadText(t, Skeleton("x", "absent.yaml"))
	require.Error(t, err)
}
