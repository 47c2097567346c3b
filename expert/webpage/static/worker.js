// Python, and the consultation in it. It loads what it needs from its own folder and keeps a copy for the next time.
const waiting = [];
let face = null;
let here = "", site = null, cache = null;

self.onmessage = ({ data }) => {
  if (data.kind === "load python") start(data).catch((error) => failed(error, true));
  else if (face === null) waiting.push(data);
  else take(data);
};

const failed = (error, loading) => self.postMessage({ kind: "failed", text: String(error?.stack || error), loading });

// -- files -----------------------------------------------------------------------------------------------------------

const network = self.fetch.bind(self);
let loaded = 0;

// A file of the page's folder: the copy that was kept, or a new one that is kept now.
const file = async (name) => {
  const url = here + name;
  const found = await cache?.match(url);
  if (found) return found;
  const response = await network(url);
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  cache?.put(url, response.clone()).catch(() => {});
  return response;
};

// A module among them; imported by its name it would come from the network, whatever was kept.
const module = async (name) => {
  const source = new Blob([await (await file(name)).blob()], { type: "text/javascript" });
  const url = URL.createObjectURL(source);
  return import(url).finally(() => URL.revokeObjectURL(url));
};

const counted = (stream) =>
  stream.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        loaded += chunk.byteLength;
        self.postMessage({ kind: "progress", share: Math.min(loaded / site.size, 1) });
        controller.enqueue(chunk);
      },
    })
  );

// What it holds, unpacked.
const opened = async (name, type = "application/zip") => {
  const stream = counted((await file(name)).body);
  return new Response(stream.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": type } });
};

// -- Python ----------------------------------------------------------------------------------------------------------

const start = async (message) => {
  ({ here, site } = message);
  cache = await self.caches?.open(site.cache).catch(() => null);
  const wasm = opened(site.wasm, "application/wasm");
  const library = opened(site.library).then((response) => response.arrayBuffer());
  const program = opened(site.program).then((response) => response.arrayBuffer());
  const standard = library.then((bytes) => new Response(bytes));
  // Python asks for its own files by their names; they are here under others.
  self.fetch = (url) => {
    const name = String(url.url || url);
    return name.endsWith(".wasm") ? wasm : name.endsWith(".zip") ? standard : Promise.reject(new Error(name));
  };
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    module(site.loader),
    module(site.machine),
  ]);
  const python = await loadPyodide({
    indexURL: here + site.python,
    stdLibURL: here + site.python + "python_stdlib.zip",
    lockFileContents: site.lock,
    packageBaseUrl: here,
    createPyodideModule,
    env: { HOME: "/web", RAPIDFUZZ_IMPLEMENTATION: "python" },
  });
  python.unpackArchive(await program, "zip", { extractDir: site.folder });
  const begin = python.runPython(
    `import gc, sys; gc.disable(); sys.path.insert(0, ${JSON.stringify(site.folder)})
from expert.webpage.browser import begin; begin`
  );
  face = begin(site.base, site.articleOnly);
  self.postMessage({ kind: "ready" });
  waiting.forEach(take);
};

let taken = 0;

const take = (message) => {
  taken += 1;
  try {
    const turn = JSON.parse(face(JSON.stringify(message)));
    self.postMessage({ kind: "turn", turn });
    // What nobody waits for comes behind what somebody does.
    if (turn.result) setTimeout(paper);
    if (taken === 1) setTimeout(warm, 1500);
  } catch (error) {
    failed(error, false);
  }
};

const paper = () => self.postMessage({ kind: "paper", paper: JSON.parse(face('{"kind": "paper"}')) });

const warm = () => {
  if (taken === 1) face('{"kind": "warm"}'); // still nobody has answered
};
