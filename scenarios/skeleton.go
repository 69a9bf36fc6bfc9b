package scenarios

import (
	"fmt"
	"strconv"
)

// Skeleton returns the text of a new scenario that loads as it stands: a title,
// the scenario it starts from (a library name or a path; "" is the default) and
// comments that show what to write next.
func Skeleton(title, extends string) string {
	if extends == "" {
		extends = Default
	}
	return fmt.Sprintf(`scenario: %s
extends: %s
question: "" # what you want to know
# parameters: {mandates_per_summit: 60} # cumbre scenario schema lists every key
# events: [{date: 2026-07-01, crisis: {member: PE, days: 200}}]
`, strconv.Quote(title), strconv.Quote(extends))
}
