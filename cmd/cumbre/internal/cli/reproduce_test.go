package cli

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model/compare"
)

func TestReproduceKeepsWhatMattersAndPinsTheRest(t *testing.T) {
	c := &compare.Comparison{Replications: 200, Seed: 1}
	for _, x := range []struct {
		args []string
		want string
	}{
		{[]string{"compare"}, "cumbre compare -n 200 --seed 1"},
		{[]string{"compare", "my file.yaml", "-o", "out", "--force", "-q"}, "cumbre compare 'my file.yaml' -n 200 --seed 1"},
		{[]string{"compare", "--output=out", "-oout", "--workers", "2", "--set", "noise=0.1"}, "cumbre compare --set noise=0.1 -n 200 --seed 1"},
		{[]string{"compare", "-n50", "--seed=7", "--without", "patience"}, "cumbre compare -n50 --seed=7 --without patience"},
	} {
		require.Equal(t, x.want, (&app{args: x.args}).reproduce(c))
	}
}
