// A consultation of whatever base, from the first question to the result, by its buttons. Prints what was asked.
import { go, launched, looked, opened, question, ready, tap, text, tick } from "./browser.mjs";

const browser = await launched();
const { page, seen } = await opened(browser, process.env.URL);
await ready(page);
const told = { asked: [], violations: await looked(page, seen, "any-first") };
for (let count = 0; count < 40 && !(await page.$("#said section.page")); count++) {
  told.asked.push(await question(page));
  const has = (line) => page.$(`#ask button[name=reply][value="${line}"]`);
  if (await page.$("input[name=pick]")) {
    await tick(page, 1);
    await go(page);
  } else {
    const line = (await Promise.all(["1", "done", "yes", "u", "skip"].map(async (one) => (await has(one)) && one))).find(Boolean);
    if (!line) break;
    await tap(page, line);
  }
}
told.result = await text(page, "#said section.page");
told.violations.push(...(await looked(page, seen, "any-result")));

// What it is made of, unfolded.
const beside = await opened(browser, new URL("licences.html", process.env.URL).href);
await beside.page.$$eval("details", (texts) => texts.forEach((one) => (one.open = true)));
told.violations.push(...(await looked(beside.page, beside.seen, "licences")));
seen.wide.push(...beside.seen.wide);
told.licences = await text(beside.page, "main");
console.log(JSON.stringify({ ...told, seen }));
await browser.close();
