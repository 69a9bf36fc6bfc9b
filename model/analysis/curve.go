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
		c := Curve{Factor: factor, Cuts: newAxis(r.study, factor, r.curveBins()).cuts}
		for _, points := range r.slices()[factor] {
			c.Groups = append(c.Groups, r.group(points, metric))
		}
		all = append(all, c)
	}
	return all
}
