# R, for `.ci/check readers`: Rscript reader.R table CSV | snippet FILE.
# Prints version, names, types and rows, separated by tabs; \N is a null. `snippet` runs the
# code as it stands and prints its answer.
arguments <- commandArgs(trailingOnly = TRUE)
show <- function(frame) {
  cells <- lapply(frame, function(x) {
    text <- if (is.double(x)) sprintf("%.17g", x) else as.character(x)
    ifelse(is.na(x), "\\N", text)
  })
  types <- vapply(frame, function(x) class(x)[1], "")
  writeLines(c(paste(R.version$major, R.version$minor, sep = "."), paste(names(frame), collapse = "\t"),
               paste(types, collapse = "\t"), do.call(paste, c(unname(cells), sep = "\t"))))
}
if (arguments[1] == "table") {
  show(read.csv(arguments[2], na.strings = "", encoding = "UTF-8"))
} else {
  printed <- capture.output(source(arguments[2], local = FALSE))
  stopifnot(any(grepl("mean", printed)))
  values <- ncol(answer)
  show(cbind(answer[-values], as.data.frame(answer[[values]])))
}
