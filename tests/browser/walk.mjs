// A whole consultation, by tapping and by typing. Prints what was seen, for the test that started it.
import { after, go, launched, looked, opened, question, ready, tap, text, tick, type } from "./browser.mjs";

const browser = await launched();
const told = { violations: [] };
const { page, seen } = await opened(browser, process.env.URL);
const judged = async (name) => told.violations.push(...(await looked(page, seen, name)));

// The first question stands before Python does, and what is typed meanwhile is not lost.
told.atOnce = { question: await question(page), loading: !(await page.$eval("#loading", (bar) => bar.hidden)) };
if (await page.$("#ask textarea")) await page.type("#text", "heel");
else await tick(page, 2);
await page.$eval("#form", (form) => form.requestSubmit());
told.waiting = await text(page, "#status");
await ready(page);
const moved = (first) => document.getElementById("question").textContent.trim() !== first;
await page.waitForFunction(moved, { polling: 50, timeout: 60000 }, told.atOnce.question);
told.second = await question(page);
told.focus = await page.evaluate(() => document.activeElement.id);
told.answers = await text(page, "#answers");
await judged("second");

// Explained, asked why, not understood: the question and what is ticked in it stay.
const before = await question(page);
if (await page.$("input[name=pick]")) await tick(page, 1);
await tap(page, "why");
await tap(page, "?");
told.stays = (await question(page)) === before;
told.stillTicked = await page.$$eval("input[name=pick]:checked", (boxes) => boxes.length);
told.explained = (await text(page, "#said")).length;
await looked(page, seen, "explained", false);
await tap(page, "back");
told.back = await question(page);
const again = await question(page);

// To the end, "I don't know" to all.
const screens = [];
for (let count = 0; count < 40 && !(await page.$("#said section.page")); count++) {
  screens.push(await question(page));
  const has = (line) => page.$(`button[name=reply][value="${line}"]`);
  if (count === 1) await judged("list");
  if (await page.$("input[name=number]") && !told.numbers) {
    told.numbers = true;
    await judged("numbers");
    await page.type("input[name=number]", "12 km");
    await go(page);
  } else if (await has("")) await tap(page, "");
  else if (await page.$("#ask textarea")) await type(page, "my heel hurts in the morning");
  else if (screens.length < 4 && (await page.$("input[name=pick]")) && !(await has("0"))) {
    await tick(page, 1);
    await go(page);
  } else if (await has("0")) await tap(page, "0");
  else if (await has("u")) await tap(page, "u");
  else if (await has("done")) await tap(page, "done");
  else if (await has("yes")) await tap(page, "yes");
  else break;
}
told.screens = screens;
told.result = (await text(page, "#said section.page")).length;
told.resultFocus = await page.evaluate(() => document.activeElement.tagName);
await judged("result");

// Asked about it.
const ask = async (select) => {
  if (!(await page.$(`#${select}`))) return "";
  await after(page, () => page.$eval(`button[name=from][value=${select}]`, (button) => button.click()));
  return text(page, "#said > div:last-child");
};
told.whyNot = await ask("why_not");
told.whatIf = await ask("what_if");
const how = await page.$('button[name=reply][value="how 1"]');
if (how) await tap(page, "how 1");
await type(page, "how long does it take?"); // Enter sends what stands there, and presses no other button
told.typed = await text(page, "#said > div:last-child");
told.typedLeft = await page.$eval("#text", (field) => field.value);
told.live = await page.$eval("#said", (one) => one.ariaLive); // the focus is there already
told.resultStays = (await text(page, "#said section.page")).length > 0;
await after(page, () => page.$eval("[data-do=save]", (button) => button.click()));
const report = await page.$eval('button[value^="report "]', (button) => button.value);
await tap(page, report);
await page.waitForFunction(() => self.handed.length >= 2, { timeout: 10000, polling: 50 });
told.files = await page.evaluate(() => self.handed);
await judged("asked");

// A change from the list of answers.
await page.$eval("#told", (list) => (list.open = true));
const change = await page.$eval('#answers button', (button) => button.value);
await tap(page, change);
told.changing = await question(page);
told.stale = await page.$$eval("#paper > *", (held) => held.length); // the result does not stand any more
await judged("change");
if (await page.$("input[name=pick]")) {
  await page.$$eval("input[name=pick]", (boxes) => boxes.forEach((box) => box.checked && box.click()));
  await tick(page, 1);
  await go(page);
} else await tap(page, "u");
told.changed = (await text(page, "#said")).length;

// On paper.
await page.waitForFunction(() => document.querySelector("#paper > *"), { timeout: 60000, polling: 50 });
await page.emulateMediaType("print").catch(() => (told.noPrint = true));
if (!told.noPrint) {
  told.paper = await page.evaluate(() => ({
    shown: getComputedStyle(document.getElementById("paper")).display !== "none",
    main: getComputedStyle(document.querySelector("body > main")).display,
    columns: getComputedStyle(document.querySelector("#paper main")).columnCount,
  }));
  if (process.env.PICTURES) await page.pdf({ path: `${process.env.PICTURES}/${process.env.KIND}-paper.pdf` }).catch(() => {});
  await page.emulateMediaType("screen");
}

// In the dark.
if (process.env.KIND !== "firefox") {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }, { name: "prefers-reduced-motion", value: "reduce" }]);
  await judged("dark");
  told.motion = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
}

// Nobody can be talked to, from the page nor from a worker of it.
told.policy = await page.evaluate(async () => {
  const blob = new Blob(['fetch("http://example.org/x").then(() => postMessage("sent"), () => postMessage("refused"))']);
  const worker = await new Promise((resolve) => {
    const one = new Worker(URL.createObjectURL(blob));
    one.onmessage = ({ data }) => resolve(data);
  });
  const own = await fetch("http://example.org/x").then(() => "sent", () => "refused");
  return [own, worker];
});
told.address = await page.evaluate(() => location.href);
told.stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
told.seen = seen;
console.log(JSON.stringify(told));
await browser.close();
