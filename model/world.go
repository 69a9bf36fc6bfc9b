package model

// world is the state of one run.
type world struct{}
