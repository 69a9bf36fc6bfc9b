// DuckDB, for `.ci/check readers`: node duckdb.cjs table FILES | meta FILE KEY | query SQL-FILE.
// Prints version, names, types and rows, separated by tabs; \N is a null.
"use strict";
const { readFileSync } = require("node:fs");
const { DuckDBInstance } = require("@duckdb/node-api");

const cell = (v) => (v === null ? "\\N" : String(v));

async function main([what, file, key]) {
  const db = await (await DuckDBInstance.create(":memory:")).connect();
  const rows = async (sql) => await db.runAndReadAll(sql);
  if (what === "meta") {
    const found = await rows(`SELECT decode(value) FROM parquet_kv_metadata('${file}') WHERE decode(key) = '${key}'`);
    process.stdout.write(found.getRowsJS()[0][0]);
    return;
  }
  const sql = what === "query" ? readFileSync(file, "utf8") : `SELECT * FROM '${file}' ORDER BY run${file.includes("years") ? ", year" : ""}`;
  const version = (await rows("SELECT version()")).getRowsJS()[0][0];
  const answer = await rows(sql);
  const lines = [[version], answer.columnNames(), answer.columnTypes().map(String), ...answer.getRowsJS().map((r) => r.map(cell))];
  process.stdout.write(lines.map((l) => l.join("\t") + "\n").join(""));
}

main(process.argv.slice(2)).catch((e) => { console.error(e); process.exit(1); });
