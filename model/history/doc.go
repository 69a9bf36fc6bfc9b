// Package history sees a run as an archivist sees the Alliance: which meetings were
// held and when, who presided for how long, which treaties were signed and when they
// came into force. From such a record it computes the quantities for which the real
// Alliance has left figures, over the same windows of time, so that one can be held
// against the other: in calibration, in a replay of the past and in a prediction.
package history
