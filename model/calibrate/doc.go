// Package calibrate fits uncertain parameters of a scenario to figures of the real
// Alliance: it turns parameters, scenario and targets into a problem of approximate
// Bayesian computation (package sim/abc) and reads the accepted set. It does no I/O.
package calibrate
