package analysis

// Curve is the designs along one factor, whatever the others are.
type Curve struct {
	Factor int // position in Study.Factors
	Cuts   []Cut
	Groups []Group // by cut
}

// curves are the designs along every factor that varies.
func (r *results) curves(metric int) []Curve {
	var all []Curve
	for _, factor := range varying(r.study) {
		by := newAxis(r.study, factor, r.curveBins())
		c := Curve{Factor: factor, Cuts: by.cuts}
		for _, points := range r.split(r.standing, by) {
			c.Groups = append(c.Groups, r.group(points, metric))
		}
		all = append(all, c)
	}
	return all
}
