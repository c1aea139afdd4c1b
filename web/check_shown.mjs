// Opens the pages of a Markdown file in Debian's Chromium, as a reader of it has them on a page of their own, and looks for every
// entry of the timeline that they show; reads the calendar at its address with ical.js. Keeps what the browser shows:
// node check_shown.mjs FILE.md SERVICE FOLDER, where SERVICE is http://host:port and FOLDER is for the pictures
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import ICAL from 'ical.js';
import {chromium} from 'playwright-core';

const [file, service, folder] = process.argv.slice(2);
const modules = fileURLToPath(new URL('node_modules/', import.meta.url));
const written = 'http://127.0.0.1:8080'; // the service's address in the file
const programs = {'timelinejs/': '@knight-lab/timelinejs/dist/', 'vis-timeline/': 'vis-timeline/'};
const types = {'.css': 'text/css', '.js': 'text/javascript'};
const text = readFileSync(file, 'utf8').replaceAll(written, service);
const faults = [];

// The reader's own server: another origin than the service, and as near to it, or browsers refuse to ask.
let html = '';
const server = createServer((request, answer) => {
  const path = request.url.slice(1).split('?')[0];
  if (path === '') return answer.setHeader('Content-Type', 'text/html').end(html);
  const [prefix, place] = Object.entries(programs).find(([name]) => path.startsWith(name)) ?? ['', ''];
  const local = join(modules, place, path.slice(prefix.length));
  if (!prefix || !existsSync(local)) return answer.writeHead(404).end();
  answer.setHeader('Content-Type', types[extname(local)] ?? 'application/octet-stream').end(readFileSync(local));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const reader = `http://127.0.0.1:${server.address().port}/`;

// Every entry that the page must show, by its title, and what its program calls an entry.
const shown = {
  timelinejs: {
    mark: '.tl-timemarker',
    titles: async () => (await ask('timeline.timelinejs.json')).events.map((each) => textOf(each.text.headline)),
  },
  'vis-timeline': {
    mark: '.vis-item .vis-item-content',
    titles: async () => (await ask('timeline.json')).entries.filter((each) => each.event.date).map((each) => each.event.title),
  },
};

const textOf = (html) =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'"})[name]);

async function ask(name) {
  const answer = await fetch(`${service}/v1/${name}?dataset=karabakh`);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

async function look(browser) {
  const name = Object.keys(shown).find((each) => html.includes(`src="${each}/`));
  const {mark, titles} = shown[name];
  const page = await browser.newPage({viewport: {width: 1400, height: 900}});
  page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
  await page.route('**/*', (route) => {
    const address = route.request().url();
    return address.startsWith(service) || address.startsWith(reader) ? route.continue() : route.abort();
  });
  await page.goto(reader);
  const wanted = await titles();
  await page.waitForSelector(mark, {timeout: 20000}).catch(() => faults.push(`${name}: shows nothing`));
  await page.waitForTimeout(1500); // it moves what it has drawn
  const marks = await page.locator(mark).allTextContents();
  if (marks.length !== wanted.length) faults.push(`${name}: shows ${marks.length} of ${wanted.length} entries`);
  const plain = (title) => title.replace(/\s+/g, ' ').trim();
  const seen = new Set(marks.map(plain));
  for (const title of wanted.map(plain)) if (!seen.has(title)) faults.push(`${name}: does not show ${title}`);
  await page.screenshot({path: join(folder, `${name}.png`)});
  await page.close();
}

async function checkCalendar() {
  const address = /`(http\S+\/timeline\.ics\S*)`/.exec(text)[1];
  const calendar = new ICAL.Component(ICAL.parse(await (await fetch(address)).text()));
  const titles = ['vevent', 'vjournal'].flatMap((kind) =>
    calendar.getAllSubcomponents(kind).map((each) => each.getFirstPropertyValue('summary')));
  const wanted = (await ask('timeline.json')).entries.map((each) => each.event.title);
  if (JSON.stringify(titles.sort()) !== JSON.stringify(wanted.sort()))
    faults.push(`ical.js: shows ${titles.length} of ${wanted.length} entries`);
}

mkdirSync(folder, {recursive: true});
const pages = [...text.matchAll(/^```html\n(.*?)^```$/gms)].map((each) => each[1]);
if (pages.length !== Object.keys(shown).length) faults.push(`${pages.length} pages are written`);
const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const browser = await chromium.launch({executablePath: executable, args: ['--no-sandbox']});
for (html of pages) await look(browser);
await browser.close();
server.close();
await checkCalendar();
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
