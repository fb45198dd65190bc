// Builds what pages load from our own address: one style sheet, the font, and the scripts of others, copied unchanged.
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const modules = join(root, "node_modules");
const built = join(here, "built");

const copies = {
  "vendor/htmx.js": "htmx.org/dist/htmx.min.js",
  "vendor/sse.js": "htmx-ext-sse/dist/sse.min.js",
  "vendor/idiomorph.js": "idiomorph/dist/idiomorph-ext.min.js",
  "vendor/maplibre-gl.mjs": "maplibre-gl/dist/maplibre-gl.mjs",
  "vendor/maplibre-gl-shared.mjs": "maplibre-gl/dist/maplibre-gl-shared.mjs",
  "vendor/maplibre-gl-worker.mjs": "maplibre-gl/dist/maplibre-gl-worker.mjs",
  "vendor/maplibre-gl.css": "maplibre-gl/dist/maplibre-gl.css",
  "vendor/uplot.mjs": "uplot/dist/uPlot.esm.js",
  "vendor/uplot.css": "uplot/dist/uPlot.min.css",
  ...Object.fromEntries(
    ["latin-400", "latin-700", "latin-ext-400", "latin-ext-700"].map((cut) => [
      `fonts/atkinson-${cut}.woff2`,
      `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${cut}-normal.woff2`,
    ]),
  ),
};

// The fonts of papers are no page's: they lie beside the folder that makes papers.
const paper = join(here, "..", "paper", "built");
const printed = {
  "atkinson-400.woff2": "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2",
  "atkinson-700.woff2": "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff2",
  "atkinson-ext-400.woff2": "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-400-normal.woff2",
  "atkinson-ext-700.woff2": "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-700-normal.woff2",
  "dejavu-400.ttf": "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "dejavu-700.ttf": "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  "emoji-400.woff2": "@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff2",
};

await rm(built, { recursive: true, force: true });
await rm(paper, { recursive: true, force: true });
await mkdir(paper, { recursive: true });
for (const [to, from] of Object.entries(printed)) await copyFile(join(modules, from), join(paper, to));
for (const [to, from] of Object.entries(copies)) {
  await mkdir(dirname(join(built, to)), { recursive: true });
  await copyFile(join(modules, from), join(built, to));
}
const { css } = sass.compile(join(here, "styles", "bluelamp.scss"), {
  loadPaths: [root, modules],
  style: "compressed",
  quietDeps: true,
});
if (/GDS Transport|crown/i.test(css)) throw new Error("The GOV.UK identity has come into the style sheet.");
await mkdir(join(built, "css"), { recursive: true });
await writeFile(join(built, "css", "bluelamp.css"), css);
console.log(`bluelamp.css ${Math.round(css.length / 1024)} kB, ${Object.keys(copies).length} files copied`);
