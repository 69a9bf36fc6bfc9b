package detmath

// double is an unevaluated sum hi + lo, |lo| <= ulp(hi)/2: about 106 bits
// (Dekker 1971). Only Pow needs it.
type double struct{ hi, lo float64 }

// twoSum returns a + b exactly, for |a| >= |b|.
func twoSum(a, b float64) double {
	s := a + b
	return double{s, b - (s - a)}
}

// twoSumAny returns a + b exactly, whichever is larger (Knuth 1969).
func twoSumAny(a, b float64) double {
	s := a + b
	t := s - a
	return double{s, (a - (s - t)) + (b - t)}
}

// twoProduct returns a * b exactly, by Veltkamp's split into 26-bit halves.
// It is not math.FMA because that is software where the hardware has none.
func twoProduct(a, b float64) double {
	p := float64(a * b)
	ah, al := halves(a)
	bh, bl := halves(b)
	e := float64(ah*bh) - p
	e += float64(ah * bl)
	e += float64(al * bh)
	e += float64(al * bl)
	return double{p, e}
}

// halves returns a as a sum of two numbers of at most 26 bits.
func halves(a float64) (hi, lo float64) {
	c := float64(a * (1<<27 + 1))
	hi = c - (c - a)
	return hi, a - hi
}

func (x double) plus(b float64) double {
	s := twoSumAny(x.hi, b)
	return twoSum(s.hi, s.lo+x.lo)
}

func (x double) plusDouble(y double) double {
	s := twoSumAny(x.hi, y.hi)
	return twoSum(s.hi, s.lo+(x.lo+y.lo))
}

func (x double) scaled(b float64) double {
	p := twoProduct(x.hi, b)
	return twoSum(p.hi, p.lo+float64(x.lo*b))
}

func (x double) times(y double) double {
	p := twoProduct(x.hi, y.hi)
	e := float64(x.hi*y.lo) + float64(x.lo*y.hi)
	return twoSum(p.hi, p.lo+e)
}

// quotient returns a / d.
func quotient(a float64, d double) double {
	q := a / d.hi
	p := twoProduct(q, d.hi)
	rest := ((a - p.hi) - p.lo) - float64(q*d.lo)
	return twoSum(q, rest/d.hi)
}
