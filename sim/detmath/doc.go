// Package detmath holds elementary functions that return the same bits on
// every platform: amd64, arm64 and WebAssembly.
//
// The functions of package math do not: math.Exp and math.Log have assembly on
// some architectures, and wherever the hardware has a fused multiply-add the
// compiler may use it for x*y + z and round once instead of twice. One bit of
// difference in a duration is enough to swap two events and to send a run
// down another path, so whatever a simulation computes while it runs uses this
// package, math.Sqrt, math.Floor and the four operations, which IEEE 754
// rounds in only one way. Every product that feeds a sum is written
// float64(x*y): by the Go specification an explicit conversion rounds, which
// forbids fusion.
//
// The methods are the classic ones (argument reduction by multiples of ln 2,
// then a series in the reduced argument; see Muller, Elementary Functions,
// 3rd ed., 2016). The coefficients are exact rational numbers rather than a
// minimax fit: one or two terms more, in exchange for constants that a reader
// can check by hand. Errors measured against math/big stay below 0.75 ulp for
// [Exp], [Log] and [Pow]; a golden table of bit patterns in the tests shows
// any platform that disagrees.
package detmath
