package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"cumbre/cmd/cumbre/internal/report"
	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/scenarios"
)

// manifestName is the file by which a folder of results is known as ours. It is
// the first one taken away and the last one written, so a folder that has it is
// whole.
const manifestName = "manifest.json"

// scenarioName is the scenario as it ran: what it inherits and what flags
// changed written out, so that it can be read and run without the library.
const scenarioName = "scenario.yaml"

// figuresName is the folder of figures within a folder of results.
const figuresName = "figures"

// folder is a folder of results in the making. Everything is written under
// temporary names and renamed at the end, so that readers never see half a
// file and a failed run leaves what was there before. A nil folder writes
// nothing.
type folder struct {
	app     *app
	path    string
	created bool // by us: removed again if nothing comes of it
	lock    *lock
	staged  []*stagedFile
	runs    *runsCSV
	years   *yearsCSV
}

// checkFolder refuses a folder that holds other people's files. Force accepts
// it, but not if that would replace a scenario, which may be the only copy, or the
// manifest of a study.
func (a *app) checkFolder(path string, force bool) error {
	others, err := othersIn(path)
	// Looked at twice, as another command may just be finishing.
	ours := holdsResults(path) || halfPublished(path) || holdsResults(path)
	switch {
	case err == nil && force && !ours && exists(filepath.Join(path, scenarioName)):
		return fmt.Errorf(a.say("-o %s: se perdería el %s que hay en la carpeta; elija otra", "-o %s: the %s in the folder would be lost; choose another"), path, scenarioName)
	case sweep.IsStudy(path):
		return fmt.Errorf(a.say("-o %s: es la carpeta de un estudio; elija otra", "-o %s: it is the folder of a study; choose another"), path)
	case force:
		return nil
	case err != nil:
		return fmt.Errorf(a.say("-o %s: no es una carpeta que se pueda leer: %s", "-o %s: not a readable folder: %s"), path, scenarios.Reason(err).In(a.lang))
	case others && !ours:
		return fmt.Errorf(a.say("-o %s: la carpeta tiene otras cosas; elija otra o añada --force", "-o %s: the folder holds other things; choose another or add --force"), path)
	}
	return nil
}

// othersIn reports whether a folder holds anything but what a run that was
// killed left behind. One that does not exist holds nothing.
func othersIn(path string) (bool, error) {
	entries, err := os.ReadDir(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	for _, e := range entries {
		if e.IsDir() && e.Name() == figuresName {
			if others, err := othersIn(filepath.Join(path, figuresName)); others || err != nil {
				return others, err
			}
		} else if !isStaged(e.Name()) {
			return true, nil
		}
	}
	return false, err
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// holdsResults reports whether a folder holds a whole set of results of ours.
func holdsResults(path string) bool { return isOurs(filepath.Join(path, manifestName)) }

// halfPublished reports whether a run was killed while it gave its files their
// names: a manifest, its own or the one before, then waits under a temporary one.
func halfPublished(path string) bool {
	return slices.ContainsFunc(manifestsIn(path), func(name string) bool { return filepath.Base(name) != manifestName })
}

// openFolder makes and locks the folder and opens the data files that runs are
// streamed to; nil if path is empty. The error is errBusy if another command
// writes to it.
func (a *app) openFolder(path string, spec *model.Spec, chosen []int, seed uint64) (*folder, error) {
	f, err := a.claimFolder(path)
	if f == nil {
		return nil, err
	}
	names := make([]string, len(chosen))
	for i, design := range chosen {
		names[i] = spec.Designs[design].Name
	}
	if err := f.openData(runLabels{spec: spec, designs: names, seed: seed}); err != nil {
		f.discard()
		return nil, err
	}
	return f, nil
}

// claimFolder makes and locks the folder; nil if path is empty. The error is errBusy
// if another command writes to it.
func (a *app) claimFolder(path string) (*folder, error) {
	if path == "" {
		return nil, nil
	}
	_, err := os.Stat(path)
	f := &folder{app: a, path: path, created: errors.Is(err, fs.ErrNotExist)}
	if f.lock, err = lockFolder(path); err != nil {
		if f.created {
			_ = os.Remove(path) // if it is empty
		}
		return nil, err
	}
	f.sweep()
	return f, nil
}

// cannotWrite says why a folder could not be claimed: busy, which is nobody's mistake, or
// a place where one cannot write.
func (a *app) cannotWrite(path string, err error) error {
	if errors.Is(err, errBusy) {
		return failed(fmt.Errorf(a.say("-o %s: otra orden cumbre está escribiendo en esa carpeta; espere a que termine o elija otra",
			"-o %s: another cumbre command is writing to that folder; wait until it is done or choose another"), path))
	}
	return fmt.Errorf(a.say("-o %s: no se puede escribir ahí: %s", "-o %s: cannot be written to: %s"), path, scenarios.Reason(err).In(a.lang))
}

// sweep removes the temporary files of runs that were killed, but for manifests,
// which say what else in the folder is ours until there is a new one.
func (f *folder) sweep() {
	kept := append(manifestsIn(f.path), filepath.Join(f.path, lockName))
	for _, dir := range []string{f.path, filepath.Join(f.path, figuresName)} {
		entries, _ := os.ReadDir(dir) // without the figures there is nothing to remove
		for _, e := range entries {
			if name := filepath.Join(dir, e.Name()); isStaged(e.Name()) && !slices.Contains(kept, name) {
				_ = os.Remove(name)
			}
		}
	}
}

func (f *folder) openData(labels runLabels) error {
	runs, err := f.stage("runs.csv")
	if err != nil {
		return err
	}
	years, err := f.stage("years.csv")
	if err != nil {
		return err
	}
	f.runs, f.years = newRunsCSV(runs, labels), newYearsCSV(years, labels)
	return nil
}

// each is what compare.Run is to call with each run.
func (f *folder) each() func(replication, design int, r *model.Result) error {
	if f == nil {
		return nil
	}
	return func(replication, design int, r *model.Result) error {
		return errors.Join(f.runs.write(replication, design, r), f.years.write(replication, design, r))
	}
}

// replaces reports whether the folder holds results that finishing would replace.
func (f *folder) replaces() bool { return f != nil && holdsResults(f.path) }

// finish writes the other files and gives all their names.
func (f *folder) finish(c *compare.Comparison) error {
	if f == nil {
		return nil
	}
	if err := errors.Join(f.runs.close(), f.years.close()); err != nil {
		return err
	}
	if err := f.writeTexts(c); err != nil {
		return err
	}
	if err := f.add(manifestName, func(w io.Writer) error { return encode(w, f.manifest(c)) }); err != nil {
		return err
	}
	return f.publish()
}

func (f *folder) writeTexts(c *compare.Comparison) error {
	a := f.app
	scenario, err := scenarios.Export(c.Spec)
	err = errors.Join(
		err,
		f.add(scenarioName, func(w io.Writer) error { _, err := w.Write(scenario); return err }),
		f.add("report.html", func(w io.Writer) error {
			return report.Write(w, c, a.lang, report.Command(a.reproduce(c)), report.Version(currentVersion().Version), a.robustAnswer(c).option())
		}),
		f.add("README.txt", func(w io.Writer) error { return a.writeReadme(w, c) }),
	)
	err = errors.Join(err, f.addFigures(report.Figures(c, a.lang)))
	return err
}

// add stages a file that is written in one go.
func (f *folder) add(name string, write func(io.Writer) error) error {
	s, err := f.stage(name)
	if err != nil {
		return err
	}
	if err := write(s); err != nil {
		return err
	}
	return s.seal()
}

// addFigures stages figures by their names.
func (f *folder) addFigures(figures []report.Figure) error {
	var all error
	for _, figure := range figures {
		all = errors.Join(all, f.add(figuresName+"/"+figure.Name+".svg", func(w io.Writer) error {
			_, err := io.WriteString(w, figure.SVG)
			return err
		}))
	}
	return all
}

// publish gives the staged files their names. The old manifest goes first and
// the new one comes last: in between the folder does not claim to be whole.
func (f *folder) publish() error {
	if err := f.setAside(); err != nil {
		return err
	}
	for _, s := range f.staged {
		if s.name == manifestName {
			if err := f.removeStale(); err != nil {
				return err
			}
		}
		if err := s.publish(); err != nil {
			return err
		}
	}
	f.staged, f.created = nil, false
	f.removeOldManifests()
	f.lock.release()
	return nil
}

// discard removes whatever has not been published.
func (f *folder) discard() {
	if f == nil {
		return
	}
	for _, s := range f.staged {
		s.discard()
	}
	f.staged = nil
	f.lock.release()
	if f.created {
		// Only ever empty folders: a file that somebody else put there stays.
		_ = os.Remove(filepath.Join(f.path, figuresName))
		_ = os.Remove(f.path)
	}
}
