package report

import (
	"fmt"
	"math"
	"strconv"
)

// readableOn returns white or black, whichever has the higher contrast on a
// fill: at least 4.58, whatever the fill.
func readableOn(fill string) string {
	const white, black = "#ffffff", "#000000"
	if contrast(fill, white) >= contrast(fill, black) {
		return white
	}
	return black
}

// contrast returns the contrast ratio of two colours written as #rrggbb
// (Web Content Accessibility Guidelines 2.2), from 1 to 21.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(colour string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		sum += weight * linear(channel(colour, i)/255)
	}
	return sum
}

func linear(s float64) float64 {
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

func channel(colour string, i int) float64 {
	x, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
	if err != nil {
		panic("report: not a colour: " + colour)
	}
	return float64(x)
}

// heat returns a shade from white (0) to dark blue (1), through a light blue,
// so that steps look even and stay in order when printed in grey.
func heat(share float64) string {
	stops := []string{"#ffffff", "#b7d3ea", "#4f94c9", "#0b4f86"}
	t := min(max(share, 0), 1) * float64(len(stops)-1)
	k := min(int(t), len(stops)-2)
	t -= float64(k)
	out := "#"
	for i := range 3 {
		a, b := channel(stops[k], i), channel(stops[k+1], i)
		out += fmt.Sprintf("%02x", int(math.Round(a+t*(b-a))))
	}
	return out
}
