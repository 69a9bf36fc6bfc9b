package scenarios

import "testing"

func BenchmarkLoadDefault(b *testing.B) {
	for b.Loop() {
		if _, err := Load(Default, nil); err != nil {
			b.Fatal(err)
		}
	}
}
