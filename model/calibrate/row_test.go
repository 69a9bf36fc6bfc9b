package calibrate

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Every row comes once before any comes again.
func TestRowsComeInTurn(t *testing.T) {
	for rows := 1; rows <= 120; rows++ {
		seen := make([]int, rows)
		for i := range 3 * rows {
			seen[Row(i, rows)]++
		}
		for row, n := range seen {
			require.Equal(t, 3, n, "row %d of %d", row, rows)
		}
		require.Equal(t, Row(0, rows), Row(rows, rows))
	}
}

// Of 800 rows stored as 100 points of eight copies each, 200 replications meet every
// point about twice; in order of storage they would meet 25.
func TestRowsSpreadOverCopies(t *testing.T) {
	require.InDelta(t, 0.618*800, Stride(800), 2)
	points := map[int]int{}
	for i := range 200 {
		points[Row(i, 800)/8]++
	}
	require.Len(t, points, 100)
	for p, n := range points {
		require.InDelta(t, 2, n, 1, "point %d", p)
	}
}
