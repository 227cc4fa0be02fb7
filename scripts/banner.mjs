// `node scripts/banner.mjs`: the picture at the head of the README, light and dark, drawn in the browser
// that the tests use, from the icon and a line of an article as Hashiya shows it.
import { readFileSync } from 'node:fs';
import { ensureArabicFonts } from './lib/browser.mjs';
import { inRoot } from './lib/paths.mjs';
import { launchBrowser } from './lib/workbench.mjs';
import { takePicture } from './screenshots/picture.mjs';

const COLOURS = {
  light: { ground: '#fdf8ec', text: '#20343a', quiet: '#4d666d', line: '#c9bfa5' },
  dark: { ground: '#0d2a33', text: '#fdf8ec', quiet: '#a9c3c9', line: '#2c5661' },
};

/** @param {keyof COLOURS} theme */
function bannerHtml(theme) {
  const { ground, text, quiet, line } = COLOURS[theme];
  const icon = readFileSync(inRoot('media/icon.svg'), 'utf8');
  return `<!DOCTYPE html><meta charset="utf-8"><style>
    body { margin: 0; width: 1200px; height: 300px; display: flex; align-items: center; gap: 40px;
      padding: 0 56px; box-sizing: border-box; background: ${ground}; color: ${text};
      font-family: 'Noto Sans', 'Segoe UI', sans-serif; }
    svg { width: 148px; height: 148px; flex: none; }
    h1 { font: 700 68px/1.1 Amiri, 'Noto Naskh Arabic', serif; margin: 0; }
    h1 span { font: 600 46px 'Noto Sans', sans-serif; margin-inline-end: 18px; }
    p { margin: 10px 0 0; font-size: 21px; color: ${quiet}; max-width: 430px; line-height: 1.45; }
    .article { flex: 1; display: grid; grid-template-columns: 120px 1fr; direction: rtl; gap: 18px;
      font: 27px/1.9 Amiri, 'Noto Naskh Arabic', serif; border-inline-start: 1px solid ${line};
      padding-inline-start: 34px; grid-auto-flow: dense; }
    .text { grid-column: 1 / 3; }
    b { font-weight: 400; padding: 1px 5px; border-radius: 5px; border: 1.5px solid; }
    .gpe { background: #227e0033; border-color: #4fae2b; }
    .org { background: #006ec133; border-color: #3f9be4; }
    .claim { border-bottom: 3px solid #d8573c; padding-bottom: 2px; }
    </style>${icon}
    <div><h1 dir="ltr"><span>Hashiya</span>حاشية</h1>
    <p>Annotate Arabic news in VS Code: people, places and claims, from right to left.</p></div>
    <div class="article"><div class="text">قالت <b class="org">وزارة الصحة</b> في
    <b class="gpe">العقبة</b> إن <span class="claim">المستشفى الجديد سيخدم أكثر من 300 ألف
    شخص</span>.</div></div>`;
}

await ensureArabicFonts();
const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: { width: 1200, height: 300 },
  deviceScaleFactor: 2,
});
for (const theme of /** @type {const} */ (['light', 'dark'])) {
  await page.setContent(bannerHtml(theme));
  await takePicture(page, inRoot(`docs/images/banner-${theme}.png`));
}
await browser.close();
