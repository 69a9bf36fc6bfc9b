// Apache Arrow for Rust, compiled to WebAssembly, for `.ci/check readers`: node arrow.cjs table FILE.
// Prints version, names, types and rows, separated by tabs; \N is a null.
"use strict";
const { existsSync, readFileSync } = require("node:fs");
const parquet = require("parquet-wasm");
const arrow = require("apache-arrow");
const { dirname, join } = require("node:path");

let folder = dirname(require.resolve("parquet-wasm")); // does not export its package.json
while (!existsSync(join(folder, "package.json")) || !JSON.parse(readFileSync(join(folder, "package.json"))).version) folder = dirname(folder);
const { version } = JSON.parse(readFileSync(join(folder, "package.json")));

const table = arrow.tableFromIPC(parquet.readParquet(new Uint8Array(readFileSync(process.argv[3]))).intoIPCStream());
const cell = (v) => (v === null ? "\\N" : String(v));
const fields = table.schema.fields;
const columns = fields.map((_, i) => table.getChildAt(i));
const lines = [[`parquet-wasm ${version}`], fields.map((f) => f.name), fields.map((f) => String(f.type))];
for (let i = 0; i < table.numRows; i++) lines.push(columns.map((c) => cell(c.get(i))));
process.stdout.write(lines.map((l) => l.join("\t") + "\n").join(""));
