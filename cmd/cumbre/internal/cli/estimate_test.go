package cli

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model/compare"
)

func TestEstimate(t *testing.T) {
	for seconds, want := range map[float64]string{
		0: "100ms", 3.24: "3.2s", 75.4: "1m15s", 3601: "1h0m", 27420: "7h37m", 86400: "24h0m",
		10 * 86400: "10 days", 317 * 365.25 * 86400: "317 years", 1e12 * 60: "1901285 years",
	} {
		require.Equal(t, want, (&app{tongue: tongue{"en"}}).estimate(seconds))
	}
	require.Equal(t, "10 días", (&app{tongue: tongue{"es"}}).estimate(10*86400))
}

func TestRoom(t *testing.T) {
	for bytes, want := range map[float64]string{4e5: "0.4 MB", 33.5e6: "33.5 MB", 14.4539e9: "14.5 GB", 4.8441e15: "4,844.1 TB"} {
		require.Equal(t, want, room(compare.NewFormat("en"), bytes))
	}
}
