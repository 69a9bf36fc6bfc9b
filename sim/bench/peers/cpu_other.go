//go:build !unix

package main

import "time"

var started = time.Now()

// cpuSeconds is the clock where there is no portable way to ask for processor time.
func cpuSeconds() float64 { return time.Since(started).Seconds() }
