// Lets the page open without a network once it was opened with one. A new version is fetched beside the old one and
// takes its place when no window shows the old one any more, so that it disturbs no consultation that is under way.
const CACHE = "@cache@";
const FILES = @files@;
const folder = self.registration.scope;
const ours = CACHE.slice(0, CACHE.lastIndexOf(" ") + 1);

const fill = async () => {
  const cache = await caches.open(CACHE);
  for (const name of FILES) {
    const url = new URL(name, folder).href;
    if (await cache.match(url)) continue; // fetched by the page just now
    const before = name.includes("-") && (await caches.match(url)); // named by what it holds, so it is the same
    if (before) await cache.put(url, before);
    else await cache.add(url);
  }
};

const tidy = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
};

// The page itself, whatever name it was asked by; what is beside it (its licences) comes from the network.
const isPage = ({ mode, url }) => mode === "navigate" && [folder, `${folder}index.html`].includes(url.split(/[?#]/)[0]);

const found = async (request) => {
  const cache = await caches.open(CACHE);
  return (await cache.match(isPage(request) ? folder : request, { ignoreSearch: true })) || fetch(request);
};

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(folder)) event.respondWith(found(request));
});
