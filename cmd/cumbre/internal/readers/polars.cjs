// Polars, for `.ci/check readers`: node polars.cjs table FILES | answer FILE MEASURE BASE LABEL...
// Prints version, names, types and rows, separated by tabs; \N is a null. `answer` takes the
// steps of the snippet for Python's polars, but for the quantile, which scipy gives there.
"use strict";
const pl = require("nodejs-polars");

const cell = (v) => (v === null || v === undefined ? "\\N" : String(v));
const type = (t) => (t.variant ?? String(t)).replace(/^DataType\((.*)\)$/, "$1");

function print(frame) {
  const types = Object.values(frame.schema).map(type);
  // Whole numbers of 64 bits as text: JavaScript's numbers round them.
  const exact = frame.withColumns(...frame.columns.filter((_, i) => /Int64/.test(types[i])).map((c) => pl.col(c).cast(pl.Utf8)));
  const lines = [[`nodejs-polars ${pl.version}`], frame.columns, types, ...exact.rows().map((r) => r.map(cell))];
  process.stdout.write(lines.map((l) => l.join("\t") + "\n").join(""));
}

function answer(runs, y, base, labels) {
  const by = ["point", ...labels, "design"];
  const pair = ["point", "replication"];
  const bases = runs.filter(pl.col("design").eq(pl.lit(base))).select(...pair, pl.col(y).alias("base"));
  const pairs = runs.filter(pl.col("design").neq(pl.lit(base))).join(bases, { on: pair })
    .withColumns(pl.col(y).sub(pl.col("base")).alias("x")).dropNulls("x");
  return pairs.groupBy(...by).agg(pl.col("x").count().alias("n"), pl.col("x").mean().alias("mean"), pl.col("x").std().alias("sd")).sort(by);
}

const [what, file, y, base, ...labels] = process.argv.slice(2);
const runs = pl.scanParquet(file).collectSync();
print(what === "answer" ? answer(runs, y, base, labels) : runs.sort(file.includes("years") ? ["run", "year"] : ["run"]));
