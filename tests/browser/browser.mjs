// A browser, and what every walk through the page needs. Nothing here waits for a fixed time.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";
import path from "node:path";

const { MODULES, BROWSER, KIND, PROXY, PICTURES } = process.env;
const require = createRequire(path.join(MODULES, "package.json"));
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-features=OptimizationHints,MediaRouter",
];
const PREFS = {
  "network.proxy.type": 1, "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false,
  "app.update.auto": false, "browser.safebrowsing.downloads.remote.enabled": false, "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.enabled": false, "services.settings.server": "", "extensions.update.enabled": false,
  "browser.safebrowsing.malware.enabled": false, "browser.safebrowsing.phishing.enabled": false, "dom.push.connection.enabled": false,
  "browser.newtabpage.activity-stream.feeds.topsites": false, "browser.region.network.url": "", "network.trr.mode": 5,
};

export const launched = async () => {
  const [host, port] = PROXY.split(":");
  const proxied = { "network.proxy.http": host, "network.proxy.http_port": +port, "network.proxy.ssl": host, "network.proxy.ssl_port": +port };
  return KIND === "firefox"
    ? puppeteer.launch({ browser: "firefox", executablePath: BROWSER, extraPrefsFirefox: { ...PREFS, ...proxied } })
    : puppeteer.launch({ executablePath: BROWSER, args: [...QUIET, `--proxy-server=${PROXY}`] });
};

// A window of a phone, whose files that are handed over are noted.
export const opened = async (browser, url, options = {}) => {
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 640, hasTouch: KIND !== "firefox" });
  const seen = { errors: [], wide: [], pictures: 0 };
  page.on("pageerror", (error) => seen.errors.push(String(error.message)));
  page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  await page.evaluateOnNewDocument(() => {
    self.handed = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (held) => {
      if (held instanceof File) held.text().then((text) => self.handed.push({ name: held.name, text }));
      return make(held);
    };
    HTMLAnchorElement.prototype.click = function () {}; // no file is written
  });
  if (options.before) await page.evaluateOnNewDocument(options.before);
  await page.goto(url);
  return { page, seen };
};

// Until the first turn stands: what is sent before that is taken too, but its answer is not the next one that comes.
export const ready = (page) =>
  page.waitForFunction(
    () => document.getElementById("loading").hidden && !document.getElementById("form").hasAttribute("aria-busy"),
    { timeout: 120000, polling: 50 }
  );

// Does something and waits until its answer stands there.
export const after = async (page, act) => {
  await page.evaluate(() => {
    self.turned = false;
    const watch = new MutationObserver(() => {
      if (!document.getElementById("form").hasAttribute("aria-busy")) {
        self.turned = true;
        watch.disconnect();
      }
    });
    watch.observe(document.getElementById("form"), { attributes: true, attributeFilter: ["aria-busy"] });
  });
  await act();
  await page.waitForFunction(() => self.turned, { timeout: 120000, polling: 20 });
};

export const tap = (page, line) =>
  after(page, () => page.$eval(`button[name=reply][value="${line}"]`, (button) => button.click()));
export const type = async (page, text) => {
  await page.$eval("#text", (field) => (field.value = ""));
  await page.type("#text", text);
  const oneLine = await page.$eval("#text", (field) => field.matches("input")); // where Enter sends it
  await after(page, () => (oneLine ? page.keyboard.press("Enter") : page.$eval("#form", (form) => form.requestSubmit())));
};
export const tick = async (page, ...places) => {
  for (const place of places) await page.$eval(`input[name=pick][value="${place}"]`, (box) => box.click());
};
export const go = (page) => after(page, () => page.$eval("#ask button.main:not([data-do])", (button) => button.click()));
export const text = (page, selector) => page.$eval(selector, (one) => one.textContent.trim()).catch(() => "");
export const question = (page) => text(page, "#question");

// What a finger cannot hit well: lower than 44 pixels or narrower than 24. A box is ticked by its label.
const small = () =>
  [...document.querySelectorAll("button, a, select, textarea, summary, label.tick, label.unsure, input:not([type=checkbox])")]
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([one, { width, height, left }]) => height && left >= 0 && (height < 43.5 || width < 24))
    .map(([one, { width, height }]) => `${one.outerHTML.slice(0, 80)} ${width} x ${height}`);

// How wide it is, with letters twice as large too, what axe finds, what is too small to tap; a picture where wanted.
export const looked = async (page, seen, name, judge = true) => {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 360) seen.wide.push([name, width]);
  const large = await page.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = "200%";
    const found = root.scrollWidth;
    root.style.fontSize = "";
    return found;
  });
  if (large > 360) seen.wide.push([`${name}, 200 %`, large]);
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `${KIND}-${name}.png`), fullPage: true });
  if (!judge) return [];
  await page.evaluate(axe).catch(() => {});
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const targets = (await page.evaluate(small)).map((one) => `${name}: small: ${one}`);
  const told = (one) => `${name}: ${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`;
  return [...targets, ...found.violations.map(told)];
};
