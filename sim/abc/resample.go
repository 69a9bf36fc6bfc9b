package abc

// systematic returns as many indices as there are weights, each as often as its
// share of n up to less than one: the weights, laid end to end, are met at n
// equal steps from an offset u in [0, 1), which all indices share. An index of
// weight 0 never appears.
func systematic(weights []float64, u float64) []int {
	total, last := 0.0, 0
	for i, w := range weights {
		total += w
		if w > 0 {
			last = i
		}
	}
	chosen := make([]int, len(weights))
	j, below := 0, 0.0
	for i := range chosen {
		at := (float64(i) + u) / float64(len(chosen)) * total
		for j < last && below+weights[j] <= at {
			below += weights[j]
			j++
		}
		chosen[i] = j
	}
	return chosen
}
