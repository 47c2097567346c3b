// Lets the Python of the browser compile what the page holds: node compiling.mjs FOLDER, where FOLDER holds Pyodide,
// library.zip and program.zip, which are replaced.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, compiling] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const python = await loadPyodide();
python.FS.mkdir("/compiled");
python.FS.writeFile("/compiled/compiling.py", readFileSync(compiling));
for (const [name, place, optimize] of [["library.zip", "/lib/library", 2], ["program.zip", "/lib/program", 0]]) {
  python.FS.writeFile(`/compiled/${name}`, readFileSync(`${folder}/${name}`));
  python.runPython(`
import sys
sys.path.insert(0, "/compiled")
from pathlib import Path
from compiling import compiled
path = Path("/compiled/${name}")
path.write_bytes(compiled(path.read_bytes(), "${place}", ${optimize}))
`);
  writeFileSync(`${folder}/${name}`, python.FS.readFile(`/compiled/${name}`));
}
