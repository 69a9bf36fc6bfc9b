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
		one := &units{metrics: len(metrics), designs: r.designs}
		r.replicationUnits(one, points[:n], metrics)
		switch {
		case one.n > 0 && one.absent == 0:
			u.add(one.mean())
		case len(r.of(points[0])) > 0:
			u.lost++
		}
		points = points[n:]
	}
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
