package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A newer program, or other designs, may draw other figures than the results
// that a folder held. Those that are not drawn any more go when the new ones
// come; they are known by an old manifest, which lists them with a checksum, so
// that a file of somebody else's, or a figure that somebody changed, stays.

// manifestsIn returns the manifests of ours in a folder: its own, and those that
// runs left that were killed while they published.
func manifestsIn(dir string) []string {
	entries, _ := os.ReadDir(dir) // unreadable, it was refused before
	var all []string
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		if (e.Name() == manifestName || isStagedManifest(e.Name())) && isOurs(name) {
			all = append(all, name)
		}
	}
	return all
}

// isStagedManifest reports whether a name is a manifest's temporary one.
func isStagedManifest(name string) bool {
	return isStaged(name) && strings.HasPrefix(name, stagedPrefix+manifestName)
}

// setAside gives the manifest a temporary name: from here on the folder does not
// claim to be whole, but what it holds is still known to be ours.
func (f *folder) setAside() error {
	err := os.Rename(filepath.Join(f.path, manifestName), filepath.Join(f.path, stagedPrefix+manifestName+"-old"+stagedSuffix))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// removeStale removes the figures of earlier results that are not drawn now, and the data
// of another command.
func (f *folder) removeStale() error {
	var err error
	for _, manifest := range manifestsIn(f.path) {
		listed := filesOf(manifest)
		for _, name := range append(figuresAmong(listed), dataAmong(listed)...) {
			drawn := slices.ContainsFunc(f.staged, func(s *stagedFile) bool { return s.name == name })
			if at := filepath.Join(f.path, filepath.FromSlash(name)); !drawn && checksumOf(at) == listed[name].SHA256 {
				err = errors.Join(err, os.Remove(at))
			}
		}
	}
	return err
}

// removeOldManifests removes those that the new one has made superfluous.
func (f *folder) removeOldManifests() {
	entries, _ := os.ReadDir(f.path) // what stays, the next run sweeps away
	for _, e := range entries {
		if isStagedManifest(e.Name()) {
			_ = os.Remove(filepath.Join(f.path, e.Name()))
		}
	}
}

// filesOf are the files that a manifest lists.
func filesOf(manifest string) map[string]fileChecked {
	data, err := os.ReadFile(manifest)
	if err != nil {
		return nil
	}
	var m struct{ Files map[string]fileChecked }
	_ = json.Unmarshal(data, &m) // what cannot be read lists nothing
	return m.Files
}

// figuresAmong are the names of figures, in order. A name that leads out of the
// folder of figures is none.
func figuresAmong(files map[string]fileChecked) []string {
	var names []string
	for name := range files {
		if dir, base := path.Split(name); dir == figuresName+"/" && path.Ext(base) == ".svg" && filepath.IsLocal(base) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// dataNames are the files of data that commands write.
var dataNames = []string{"README.txt", acceptedName, analysisName, chosenName, outcomesName, pointsName, predictionsName, replayName, "runs.csv", worldsName, "years.csv"}

// dataAmong are the names of files of data, in order.
func dataAmong(files map[string]fileChecked) []string {
	return slices.DeleteFunc(slices.Clone(dataNames), func(name string) bool { return files[name].SHA256 == "" })
}

// checksumOf is the SHA-256 of a file, in hexadecimal; "" if it is no regular
// file that can be read.
func checksumOf(name string) string {
	if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	file, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil))
}
