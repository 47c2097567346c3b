// Evaluates files of cases by the very files of the page, under Node.js: node cases.mjs SITE < {name: text, ...}.
// Prints what `batch` prints.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import path from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const index = readFileSync(path.join(folder, "index.html"), "utf8");
const site = JSON.parse(index.match(/id="site">(.*?)<\/script>/s)[1]);
const held = (name) => gunzipSync(readFileSync(path.join(folder, name)));
const from = (name) => import(pathToFileURL(path.join(folder, name)));
// Node.js takes no module of a name in .js without a word; the loader needs files by the names that it knows.
const { loadPyodide } = await from(site.loader);
const { writeFileSync, mkdtempSync } = await import("node:fs");
const place = mkdtempSync(path.join(process.env.TMPDIR || "/tmp", "page-"));
writeFileSync(path.join(place, "pyodide.asm.mjs"), readFileSync(path.join(folder, site.machine)));
writeFileSync(path.join(place, "pyodide.asm.wasm"), held(site.wasm));
writeFileSync(path.join(place, "python_stdlib.zip"), held(site.library));
const python = await loadPyodide({ indexURL: place + "/", lockFileContents: site.lock, packageBaseUrl: place, env: { RAPIDFUZZ_IMPLEMENTATION: "python", HOME: "/web" } });
python.unpackArchive(new Uint8Array(held(site.program)), "zip", { extractDir: site.folder });
let given = "";
for await (const chunk of process.stdin.setEncoding("utf8")) given += chunk; // read at once, a long pipe may be empty for now
python.globals.set("text", given);
process.stdout.write(python.runPython(`
import sys
sys.path.insert(0, "${site.folder}")
import json
import expert
base = expert.load("${site.base}")
"".join(
    json.dumps(one, ensure_ascii=False, allow_nan=False) + "\\n"
    for name, held in json.loads(text).items()
    for one in base.evaluate_text(held, name)
)
`));
