package scenarios_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/scenarios"
)

// TestDigestOfEveryScenario runs the whole library once in every design and logs the
// digests. A used runner must repeat a fresh one to the bit. `make portable` compares
// the log of this platform with those of arm64 and WebAssembly, so that no digest
// needs to be written down here and renewed with every change of a parameter.
func TestDigestOfEveryScenario(t *testing.T) {
	for _, info := range scenarios.List() {
		spec, err := scenarios.Load(info.Name, nil)
		require.NoError(t, err)
		for i, design := range spec.Designs {
			runner := model.NewRunner(spec, i)
			first := runner.Run(1, 1).Digest
			t.Logf("digest: %s %s %016x", info.Name, design.Name, first)
			if info.Name == "pacific-alliance" {
				runner.Run(1, 2)
				require.Equal(t, first, runner.Run(1, 1).Digest, "%s, %s", info.Name, design.Name)
			}
		}
	}
}
