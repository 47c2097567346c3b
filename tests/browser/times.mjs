// How long it takes: for tests/benchmarks/page.py.
import { go, launched, opened, question, ready, tap, text, tick } from "./browser.mjs";

const { URL: url } = process.env;
const browser = await launched();
const server = (word) => fetch(new URL(`/test/${word}`, url)).then((response) => response.json());

const visit = async (told, name) => {
  const begun = performance.now();
  const { page, seen } = await opened(browser, url);
  told.question ??= performance.now() - begun;
  const first = await question(page);
  if (await page.$("#ask textarea")) await page.$eval("#text", (field) => (field.value = "heel"));
  else await tick(page, 2);
  await page.$eval("#form", (form) => form.requestSubmit());
  await ready(page);
  told.ready ??= performance.now() - begun;
  const moved = (was) => document.getElementById("question").textContent.trim() !== was;
  await page.waitForFunction(moved, { polling: 10, timeout: 120000 }, first);
  told[name] = performance.now() - begun;
  return page;
};

const told = { steps: [] };
const page = await visit(told, "answered");
await page.waitForFunction(() => navigator.serviceWorker.controller, { timeout: 60000, polling: 50 });
told.firstSent = await server("forget");
for (let count = 0; count < 12 && !(await page.$("#said section.page")); count++) {
  const line = await page.$eval("#ask", (ask) =>
    ["", "0", "u", "done", "yes", "no more"].find((one) => ask.querySelector(`button[name=reply][value="${one}"]`)));
  if (line === undefined) break;
  told.steps.push(await page.evaluate((value) => new Promise((resolve) => {
    const form = document.getElementById("form");
    const begun = performance.now();
    new MutationObserver((_, watch) => {
      if (form.hasAttribute("aria-busy")) return;
      watch.disconnect();
      resolve(performance.now() - begun);
    }).observe(form, { attributes: true, attributeFilter: ["aria-busy"] });
    form.querySelector(`button[name=reply][value="${value}"]`).click();
  }), line));
}
await page.close();
await server("forget");
const later = await visit(told, "again");
told.secondSent = await server("asked");
await later.close();
console.log(JSON.stringify(told));
await browser.close();
