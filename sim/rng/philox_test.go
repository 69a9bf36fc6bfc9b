package rng

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPhiloxKnownAnswers uses the vectors published with Random123 (Salmon et
// al. 2011), file kat_vectors.
func TestPhiloxKnownAnswers(t *testing.T) {
	const ones = 1<<64 - 1
	piBlock := block{0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89}
	piKey := philoxKey{0x452821e638d01377, 0xbe5466cf34e90c6c}
	for _, c := range []struct {
		rounds int
		x      block
		k      philoxKey
		want   block
	}{
		{7, block{}, philoxKey{}, block{0x5dc8ee6268ec62cd, 0x139bc570b6c125a0, 0x84d6deb4fb65f49e, 0xaff7583376d378c2}},
		{10, block{}, philoxKey{}, block{0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b}},
		{10, block{ones, ones, ones, ones}, philoxKey{ones, ones}, block{0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0}},
		{10, piBlock, piKey, block{0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6}},
	} {
		require.Equal(t, c.want, philox(c.x, c.k, c.rounds))
	}
}
