// Keeping, reloading, going on, deleting; a case that was saved; the second visit, and one without a network; a new
// version of the page that is put in place in the middle.
import { after, go, launched, looked, opened, question, ready, tap, text, tick, type } from "./browser.mjs";

const { URL: url, CASE, KIND } = process.env;
const browser = await launched();
const told = {};
const { page, seen } = await opened(browser, url);
page.on("dialog", (dialog) => dialog.accept());
const server = (word) => fetch(new URL(`/test/${word}`, url)).then((response) => response.json());

await ready(page);
const first = await question(page);
if (await page.$("#ask textarea")) {
  await type(page, "heel");
  await go(page); // that is what was meant
} else {
  await tick(page, 2);
  await go(page);
}
told.before = await question(page);
await page.$eval("#keep", (box) => box.click());
told.kept = await page.evaluate(() => localStorage.length);
await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
await page.waitForFunction(() => navigator.serviceWorker.controller, { timeout: 60000, polling: 100 });

// A new version in the middle: it waits, and what is under way goes on with the old one.
await server("forget");
await server("update");
await page.evaluate(async () => {
  self.registration = await navigator.serviceWorker.getRegistration();
  await self.registration.update();
});
await page.waitForFunction(() => self.registration.waiting, { timeout: 60000, polling: 50 });
told.updated = await server("asked");
await tap(page, "why");
told.underWay = (await question(page)) === told.before;

// Reloaded in the middle, without a network: the server notes what it is asked for, and gives nothing.
await server("forget");
await server("stop");
const reloaded = page.reload({ timeout: 20000 }).catch(() => {}); // a browser may go on waiting for what cannot come
await page.waitForFunction(() => document.querySelector('button[value="yes"]'), { timeout: 120000, polling: 50 });
told.second = await server("asked");
told.offer = await question(page);
await tap(page, "yes");
told.offline = await question(page);
await tap(page, "done");
told.offlineResult = (await text(page, "#said section.page")).length;

// Deleted by one tap.
await after(page, () => page.$eval("[data-do=forget]", (button) => button.click()));
told.forgotten = await page.evaluate(() => localStorage.length + sessionStorage.length);
told.afterForget = (await question(page)) === first;
told.saidSo = await text(page, "#status");
told.noAnswers = await text(page, "#answers");

// A case that was saved.
const input = await page.$("#file");
await page.$eval("#device", (one) => (one.open = true));
await after(page, () => input.uploadFile(CASE));
told.loaded = await text(page, "#answers");
told.loadedQuestion = await question(page);
await page.$eval("#later", (box) => box.click());
await after(page, () => input.uploadFile(CASE));
told.followUp = (await text(page, "#said")) + " " + (await question(page));
told.violations = await looked(page, seen, "follow-up");
told.seen = seen;

await reloaded;

// When no window shows the old version any more, the new one is there, without a network too.
await page.close();
for (let count = 0; count < 20 && !told.newVersion; count++) {
  const later = await browser.newPage();
  await later.goto(url, { waitUntil: "domcontentloaded", timeout: 20000 }).catch(() => {});
  told.newVersion = (await later.title()).startsWith("New: ");
  await later.close();
}
console.log(JSON.stringify(told));
await browser.close();
