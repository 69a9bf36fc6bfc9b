package model

// Text is a short text in the two languages of the program.
type Text struct{ ES, EN string }

// In returns the text in lang, "es" or "en"; any other language reads English.
func (t Text) In(lang string) string {
	if lang == "es" {
		return t.ES
	}
	return t.EN
}
