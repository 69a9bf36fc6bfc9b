// Package slurm runs a study on a Slurm cluster: a job array whose tasks are the shares of
// the study, and a job after it that puts them together.
//
// All that the jobs need lies in the folder of the study: the study written out, two scripts
// that can be read, changed and submitted by hand, and their logs. What is to be submitted
// follows from the results alone and never from the queue: a controller that was killed
// forgets jobs it has accepted, and starts others twice.
package slurm
