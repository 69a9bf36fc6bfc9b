package main

// parameters are those of parameters.json; times are in the unit of the model (a mean
// service, a day), and means of exponential distributions.
type parameters struct {
	MM1       mm1Parameters       `json:"mm1"`
	Approvals approvalsParameters `json:"approvals"`
}

type mm1Parameters struct {
	Gap     float64 `json:"gap"`
	Service float64 `json:"service"`
}

type approvalsParameters struct {
	Gap       float64 `json:"gap"`
	Officials int     `json:"officials"`
	Prepare   float64 `json:"prepare"`
	Rework    float64 `json:"rework"`
	Consent   float64 `json:"consent"` // probability
	Bodies    []struct {
		First    float64 `json:"first"`
		Interval float64 `json:"interval"`
	} `json:"bodies"`
}

// queue is first in, first out. It reuses its memory whenever it is empty.
type queue[T any] struct {
	items []T
	head  int
}

func (q *queue[T]) len() int { return len(q.items) - q.head }

func (q *queue[T]) push(x T) {
	if q.head == len(q.items) {
		q.items, q.head = q.items[:0], 0
	}
	q.items = append(q.items, x)
}

func (q *queue[T]) pop() T {
	x := q.items[q.head]
	q.head++
	return x
}

// total is a running mean.
type total struct{ sum, n float64 }

func (t *total) add(x float64) { t.sum += x; t.n++ }

func (t total) mean() float64 { return t.sum / t.n }
