package scenarios

import (
	"fmt"
	"strconv"

	"cumbre/model"
)

// Skeleton returns the text of a new scenario that loads as it stands: a title,
// the scenario it starts from (a library name or a path; "" is the default) and
// comments, in lang ("es", otherwise English), that show what to write next.
func Skeleton(title, extends, lang string) string {
	if extends == "" {
		extends = Default
	}
	ask := model.Text{ES: "lo que quiere saber", EN: "what you want to know"}
	keys := model.Text{ES: "cumbre scenario schema da todas las claves", EN: "cumbre scenario schema lists every key"}
	return fmt.Sprintf(`scenario: %s
extends: %s
question: "" # %s
# parameters: {mandates_per_summit: 60} # %s
# events: [{date: 2026-07-01, crisis: {member: PE, days: 200}}]
`, strconv.Quote(title), strconv.Quote(extends), ask.In(lang), keys.In(lang))
}
