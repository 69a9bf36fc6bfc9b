package compare

// Verdict puts the comparison into two or three plain sentences in Spanish
// ("es") or English.
func Verdict(c *Comparison, lang string) []string { return nil }
