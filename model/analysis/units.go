package analysis

// units are the independent values of a group of points: for each, by measure asked for and
// design, a number that exists.
type units struct {
	metrics, designs int
	values           []float64 // by unit, then measure, then design
	n                int
	lost             int // for want of a value
	points, absent   int // points of the group, and those without any value, which are left out

	// worlds are what the replications add, where units are points: see worlds.go.
	worlds *units
}

// at returns the values of the designs in a unit, for one of the measures.
func (u *units) at(unit, metric int) []float64 {
	from := (unit*u.metrics + metric) * u.designs
	return u.values[from : from+u.designs]
}

// units makes the units of a group of points, which are in order, for some measures: see
// the package.
func (r *results) units(points []int, metrics ...int) *units {
	u := &units{metrics: len(metrics), designs: r.designs, points: len(points)}
	if r.byPoints() {
		r.pointUnits(u, points, metrics)
	} else {
		r.replicationUnits(u, points, metrics)
	}
	return u
}

// byPoints reports whether points are a sample, so that a mean over them is uncertain for
// want of points.
func (r *results) byPoints() bool { return r.study.Sample.Sampler != nil }

// pointUnits are the means of points of the sample over their replications, and over the
// combinations of the grid that the group has of each. A single point of the sample is its
// replications.
func (r *results) pointUnits(u *units, points, metrics []int) {
	grid := r.study.GridSize()
	if len(points) == 0 || points[0]/grid == points[len(points)-1]/grid {
		r.replicationUnits(u, points, metrics)
		return
	}
	u.worlds = r.worldUnits(points, metrics)
	for len(points) > 0 {
		n := 1
		for n < len(points) && points[n]/grid == points[0]/grid {
			n++
		}
		if mean, begun := r.pointUnit(points[:n], metrics); mean != nil {
			u.add(mean)
		} else if begun {
			u.lost++
		}
		points = points[n:]
	}
}

// pointUnit is one point of the sample over its replications and what the group has of the
// grid: nil if it lacks a value. begun reports whether any of it has been run.
func (r *results) pointUnit(points, metrics []int) (mean []float64, begun bool) {
	if len(points) == 1 && len(metrics) == 1 { // most groups are made of these, again and again
		return r.pointMeansOf(metrics[0]).at(points[0]), len(r.of(points[0])) > 0
	}
	one := &units{metrics: len(metrics), designs: r.designs}
	r.replicationUnits(one, points, metrics)
	if one.n == 0 || one.absent > 0 {
		return nil, len(r.of(points[0])) > 0
	}
	return one.mean(), true
}

// pointMeans are the means of one measure at every point, over the replications that have
// it whole.
type pointMeans struct {
	designs int
	values  []float64 // by point, then design
	there   []bool
}

func (m *pointMeans) at(point int) []float64 {
	if !m.there[point] {
		return nil
	}
	return m.values[point*m.designs : (point+1)*m.designs]
}

func (r *results) pointMeansOf(metric int) *pointMeans {
	if m := r.means[metric]; m != nil {
		return m
	}
	n := r.points.N()
	m := &pointMeans{designs: r.designs, values: make([]float64, n*r.designs), there: make([]bool, n)}
	for p := range n {
		one := &units{metrics: 1, designs: r.designs}
		r.replicationUnits(one, []int{p}, []int{metric})
		if m.there[p] = one.n > 0; m.there[p] {
			copy(m.values[p*r.designs:], one.mean())
		}
	}
	r.means[metric] = m
	return m
}

// replicationUnits are the means of replications over the points of the group. A
// replication counts if every point has it whole: otherwise the points would not weigh the
// same in all of them. Points that have no whole replication at all are left out.
func (r *results) replicationUnits(u *units, points, metrics []int) {
	width := len(metrics) * r.designs
	sums := make([]float64, r.replications*width)
	there, whole := make([]int, r.replications), make([]int, r.replications)
	present := 0
	for _, p := range points {
		any := false
		for _, row := range r.of(p) {
			any = any || r.whole(metrics, row)
		}
		if !any {
			u.absent++
			continue
		}
		present++
		for _, row := range r.of(p) {
			at := r.replication(row)
			there[at]++
			if !r.whole(metrics, row) {
				continue
			}
			whole[at]++
			for m, metric := range metrics {
				for d, v := range r.value(metric, row) {
					sums[at*width+m*r.designs+d] += v
				}
			}
		}
	}
	for at := range r.replications {
		switch {
		case present == 0 || there[at] < present: // not all of it has been run
		case whole[at] < present:
			u.lost++
		default:
			unit := sums[at*width : (at+1)*width]
			for i := range unit {
				unit[i] /= float64(present)
			}
			u.add(unit)
		}
	}
}

func (u *units) add(values []float64) {
	u.values = append(u.values, values...)
	u.n++
}

// mean is the mean of the units.
func (u *units) mean() []float64 {
	width := u.metrics * u.designs
	mean := make([]float64, width)
	for i, v := range u.values {
		mean[i%width] += v
	}
	for i := range mean {
		mean[i] /= float64(u.n)
	}
	return mean
}
