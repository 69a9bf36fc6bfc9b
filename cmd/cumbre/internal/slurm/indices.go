package slurm

import (
	"fmt"
	"strings"
)

// Compact writes numbers in ascending order as Slurm reads them: 1,5-8.
func Compact(numbers []int) string {
	var spans []string
	for i := 0; i < len(numbers); {
		last := i
		for last+1 < len(numbers) && numbers[last+1] == numbers[last]+1 {
			last++
		}
		if last == i {
			spans = append(spans, fmt.Sprint(numbers[i]))
		} else {
			spans = append(spans, fmt.Sprintf("%d-%d", numbers[i], numbers[last]))
		}
		i = last + 1
	}
	return strings.Join(spans, ",")
}
