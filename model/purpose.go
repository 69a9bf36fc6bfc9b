package model

import "cumbre/sim/rng"

// Purposes of random draws. A number, once given, keeps its meaning: results of
// published seeds depend on it. The comments say who the draw is keyed by; draw.go
// says what it decides.
const (
	drawArrival     rng.Purpose = iota + 1 // origin, ordinal
	drawSummitCount                        // summit kind, ordinal
	drawGroup                              // mandate
	drawInstrument                         // mandate
	drawLevel                              // mandate
	drawDepth                              // mandate
	drawSponsor                            // mandate
	drawFollowUps                          // mandate
	drawWork                               // mandate, member
	drawReview                             // mandate, member
	drawImplement                          // mandate, member
	drawRatify                             // mandate, member
	drawVote                               // mandate, body and round, member
	drawSpeaker                            // mandate, body and round, member
	drawReserve                            // mandate, member, GAN meeting
	drawMediator                           // mandate, body and round
	drawMediation                          // mandate, body and round
	drawPatience                           // mandate
	drawAfterlife                          // mandate: patience once adopted
	drawConsult                            // mandate
	drawConsultDays                        // mandate
	drawSlip                               // body, meeting, slip
	drawSummitHeld                         // handover, attempt, member
	drawExtraSummit                        // unused: extraordinary summits arrive by drawArrival
	drawMemory                             // mandate, handover
	drawWill                               // member, government, dimension
	drawIdeal                              // member, government, dimension
	drawCoordinator                        // member, government
	drawEarlyEnd                           // member, government
	drawWithdraw                           // mandate, government
	drawCompeting                          // member, quarter
	drawAgreement                          // nobody: there is one secretariat
	drawSecRatify                          // member
	drawVacant                             // body, meeting, slip
	drawShock                              // shock, ordinal
	drawVirtual                            // body, kind of summit, meeting
	drawNeglect                            // mandate, member, government
	numPurposes                            // not a purpose: new ones go above, and get a line in draw.go
)
