// Draws the icon as PNG, for telephones that take no SVG: node icons.mjs, with MODULES, BROWSER, KIND and PROXY as the
// walks have them. A telephone cuts its own corners, so the ground is square there.
import { readFileSync, writeFileSync } from "node:fs";
import { launched } from "./browser.mjs";

const folder = new URL("../../expert/webpage/static/", import.meta.url);
const drawn = readFileSync(new URL("icon.svg", folder), "utf8").replace(/ rx="\d+"/, "");
const browser = await launched();
const page = await browser.newPage();
for (const size of [180, 512]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${drawn}`);
  writeFileSync(new URL(`icon-${size}.png`, folder), await page.screenshot());
}
await browser.close();
