package cli

import (
	"io"
	"os"

	"cumbre/scenarios"
)

// maxScenario bounds what is read of a file that may be none of ours, bytes.
const maxScenario = 16 << 20

func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readBounded(f)
}

func readBounded(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxScenario+1))
	if err == nil && len(data) > maxScenario {
		return nil, scenarios.ErrTooLarge
	}
	return data, err
}

// readScenario is readFile, and reads the scenario called - from standard input. It can
// be asked for that more than once: standard input is read the first time.
func (a *app) readScenario(path string) ([]byte, error) {
	if path != scenarios.Stdin {
		return readFile(path)
	}
	if a.input == nil {
		data, err := readBounded(a.stdin)
		if err != nil {
			return nil, err
		}
		a.input = &data
	}
	return *a.input, nil
}
