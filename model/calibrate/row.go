package calibrate

// golden is the share of a circle by which steps spread most evenly over it, however
// many are taken.
const golden = 0.6180339887498949

// Stride is the step by which replications go through the rows of an accepted set. Rows
// that were resampled from one point lie next to each other, so that the first 200 of 800
// in order of storage would be few distinct points; steps near the golden section of
// their number spread over all of it. The stride has no common divisor with the number,
// so that every row comes once before any comes again.
func Stride(rows int) int {
	near := int(float64(golden*float64(rows)) + 0.5)
	for off := range rows {
		for _, s := range []int{near - off, near + off} {
			if s > 0 && divisor(s, rows) == 1 {
				return s
			}
		}
	}
	return 1
}

// Row is the row that a replication takes of an accepted set with so many rows:
// replication · stride modulo rows.
func Row(replication, rows int) int { return replication % rows * Stride(rows) % rows }

// divisor is the greatest common one.
func divisor(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
