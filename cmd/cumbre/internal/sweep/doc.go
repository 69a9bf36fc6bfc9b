// Package sweep keeps the results of studies on disk, so that nothing that has been
// computed is ever lost.
//
// Runs are written in parts, each a block of consecutive cells (model/study) under a
// temporary name, forced to the disk and only then given its own. What a kill, a full disk
// or a power cut can destroy is the part being written. Which cells are done is read from
// the names of the parts, so the same command goes on where the last one stood, and parts
// of several machines are put together by copying them into one folder.
//
//	columns.go   the columns of the two tables, with units and texts
//	names.go     their names, that every program takes
//	rows.go      a run as rows; csv.go the same as CSV
//	table.go     a table as Parquet, written in bounded memory
//	cursor.go    reading a table, column by column
//	durable.go   files that appear whole or not at all
//	part.go      the names of parts and which cells they cover
//	store.go     the folder of a study
//	identity.go  what a folder is of: version, scenario, study
//	recorder.go  writing parts
//	walker.go    the cells of a study, in order, as far as results decide them
//	run.go       running what is missing
//	hold.go      what a folder holds: tables and parts
//	source.go    one file, row by row, only the columns wanted
//	stream.go    all files of a table as one, in order of runs
//	gather.go    moving rows of several files to one, column by column
//	folders.go   the folders that a merge takes in
//	status.go    what is done; missing.go which shares lack something; measure.go what runs cost
//	until.go     what until reads of stored results
//	stale.go     what killed processes left behind
//	manifest.go  what the tables are of, with checksums
//	merge.go     the final tables
//	publish.go   giving them their names, and taking the parts away
//	damage.go    files that are not as they were written: put aside and run again
//	vanish.go    files that others take away while a folder is read
//	archived.go  opening the results of another version, to read them
//	read.go      the stored runs in order, handed on
package sweep
