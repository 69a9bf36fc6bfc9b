package cli

import (
	"fmt"

	"cumbre/model"
	"cumbre/scenarios"
)

// notes shows what the author of a scenario should know of it, on standard error: the
// result is what it is. -q does not silence them, as it is about progress.
func (a *app) notes(all scenarios.Problems) {
	if len(all) > 0 {
		fmt.Fprintln(safeWriter{a.stderr}, all.In(a.lang))
	}
}

// noteOverride says of a value of --set that an event of the scenario sets it again.
func (a *app) noteOverride(spec *model.Spec, member int, s model.Setting) {
	if o, ok := scenarios.OverrideOf(spec, spec.Events, member, s); ok {
		a.note("--set: %s", "--set: %s", o.Text.In(a.lang))
	}
}
