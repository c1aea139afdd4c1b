// Opens each page of a folder in Debian's Chromium as a reader has it, light, dark, narrow and on paper, and keeps the pictures
// beside it. A page fails where axe finds a barrier, where it is wider than the screen, where it asks for anything from
// elsewhere, or where a text that must not run ran: node check_pages.mjs FOLDER
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const folder = resolve(process.argv[2]);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const views = [
  {name: 'light', colorScheme: 'light', viewport: {width: 1200, height: 900}},
  {name: 'dark', colorScheme: 'dark', viewport: {width: 1200, height: 900}},
  {name: 'narrow', colorScheme: 'light', viewport: {width: 320, height: 640}},
];
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
let faults = pages.length === 0 ? ['there are no pages'] : [];

async function look(browser, page_file, view) {
  const context = await browser.newContext({colorScheme: view.colorScheme, viewport: view.viewport});
  const page = await context.newPage();
  const where = `${page_file}, ${view.name}`;
  const address = pathToFileURL(`${folder}/${page_file}`).href;
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address) faults.push(`${where}: asks for ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    faults.push(`${where}: a text ran as a script`);
    dialog.dismiss();
  });
  await page.goto(address);
  await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, {resultTypes: ['violations']}));
  for (const each of found.violations)
    faults.push(`${where}: ${each.id}: ${each.help}: ${each.nodes[0].html.slice(0, 200)}`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > view.viewport.width) faults.push(`${where}: is ${width} pixels wide`);
  await page.evaluate(() => document.querySelectorAll('details').forEach((each, i) => (each.open = i === 0)));
  const base = `${folder}/${page_file.replace(/html$/, '')}${view.name}`;
  await page.screenshot({path: `${base}.png`});
  if (view.name === 'light') await page.pdf({path: `${base}.pdf`, preferCSSPageSize: true});
  await context.close();
}

// A picture as a browser draws it, for the eyes: the first screens of it.
async function draw(browser, picture) {
  const page = await browser.newPage({viewport: {width: 1200, height: 2400}});
  await page.goto(pathToFileURL(`${folder}/${picture}`).href);
  await page.screenshot({path: `${folder}/${picture}.png`});
  await page.close();
}

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const browser = await chromium.launch({executablePath: executable, args: ['--no-sandbox']});
// Two at a time. The long page is like the others but for its length.
const looks = pages.flatMap((page) => views.map((view) => [page, view]))
  .filter(([page, view]) => page !== 'many.html' || view.name === 'light');
const lookOn = async () => {
  for (let next = looks.pop(); next; next = looks.pop()) await look(browser, ...next);
};
await Promise.all([lookOn(), lookOn()]);
for (const picture of readdirSync(folder).filter((name) => name.endsWith('.svg'))) await draw(browser, picture);
await browser.close();
for (const fault of faults) console.error(fault);
console.log(`${pages.length} pages looked at, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
