// Reads the files of a folder that a test has filled with programs that others wrote; exits with 1 for what they refuse.
// node check.mjs FOLDER WEB, where WEB/node_modules has them. Fetches nothing.
import { readFileSync } from "node:fs";
import { createRequire, register } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, web] = process.argv.slice(2);
const require = createRequire(join(resolve(web), "package.json"));
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const read = (name) => readFileSync(join(folder, name), "utf8");
const { entries, sources } = JSON.parse(read("timeline.json"));
const idOf = ({ event }) => `${event.dataset}/${event.key}`;
const faults = [];
const expect = (truth, what) => truth || faults.push(what);
const same = (some, others, what) =>
  expect(JSON.stringify([...some].sort()) === JSON.stringify([...others].sort()), what);

async function checkGeojson() {
  const { check } = require("@placemarkio/check-geojson");
  const collection = check(read("timeline.geojson"));
  same(collection.features.map((each) => each.id), entries.map(idOf), "check-geojson: the entries differ");
}

async function checkCalendar() {
  const ICAL = (await load("ical.js")).default;
  const calendar = new ICAL.Component(ICAL.parse(read("timeline.ics")));
  const parts = [...calendar.getAllSubcomponents("vevent"), ...calendar.getAllSubcomponents("vjournal")];
  const byId = new Map(parts.map((each) => [each.getFirstPropertyValue("uid").split("event/").at(-1), each]));
  same(byId.keys(), entries.map(idOf), "ical.js: the entries differ");
  for (const entry of entries) {
    const summary = byId.get(idOf(entry))?.getFirstPropertyValue("summary");
    expect(summary === entry.event.title, `ical.js: ${summary}`);
  }
}

async function checkReferences() {
  const { Cite, plugins } = require("@citation-js/core");
  require("@citation-js/plugin-csl");
  require("@citation-js/plugin-bibtex");
  plugins.config.get("@bibtex").parse.strict = false;
  for (const name of ["timeline.csl.json", "timeline.bib"]) {
    const cite = new Cite(read(name), { forceType: name.endsWith(".bib") ? "@biblatex/text" : "@csl/list+object" });
    const names = cite.data.map((each) => each["citation-key"] ?? each.id);
    same(names, [...sources.map((each) => `${each.dataset}/${each.key}`), "timeline"], `${name}: the sources differ: ${names}`);
    for (const each of cite.data) expect(each.title, `${name}: ${each.id} has no title`);
    expect(cite.format("bibliography").length > 0, `${name}: nothing is printed`);
  }
}

// Its own count of years has no year 0: what is 44 BCE is -44 there, and -43 in ISO.
const dayOf = ({ year, month, day }) => {
  const iso = year > 0 ? year : year + 1;
  const digits = String(Math.abs(iso)).padStart(4, "0");
  const part = (number) => (number ? "-" + String(number).padStart(2, "0") : "");
  return (iso < 0 ? "-" : "") + digits + part(month) + part(day);
};

async function checkTimelinejs() {
  register(pathToFileURL(join(import.meta.dirname, "extensionless.mjs")));
  console.log = () => {};
  const { TimelineConfig } = await import(
    pathToFileURL(join(resolve(web), "node_modules/@knight-lab/timelinejs/src/js/core/TimelineConfig.js")));
  const given = JSON.parse(read("timeline.timelinejs.json"));
  const config = new TimelineConfig(structuredClone(given));
  config.validate();
  expect(config.isValid(), `TimelineJS: ${config.getErrors("; ")}`);
  expect(config.eras.length === given.eras.length, "TimelineJS: an era is lost");
  same([...config.events, ...given.left_out].map((each) => each.unique_id), entries.map(idOf), "TimelineJS: the entries differ");
  for (const entry of entries) {
    const slide = config.events.find((each) => each.unique_id === idOf(entry));
    if (!slide) continue;
    const { start, end } = entry.event.date;
    const number = (data) => dayOf(Object.fromEntries(Object.entries(data).map(([name, value]) => [name, Number(value)])));
    const begins = number(slide.start_date.data.date_obj ? partsOf(slide.start_date, given, slide) : {});
    expect((start.earliest ?? end.latest).startsWith(begins), `TimelineJS: ${slide.unique_id} begins ${begins}`);
    if (slide.end_date && end.latest)
      expect(end.latest.startsWith(number(slide.end_date.data)), `TimelineJS: ${slide.unique_id} ends otherwise`);
  }
}

// What its parser made of the date, which must be the very numbers that were given.
function partsOf(date, given, slide) {
  const { year, month, day } = given.events.find((each) => each.unique_id === slide.unique_id).start_date;
  const made = date.data.date_obj;
  expect(made.getFullYear() === year && (!month || made.getMonth() + 1 === month) && (!day || made.getDate() === day),
    `TimelineJS: ${slide.unique_id} was moved to ${made}`);
  return { year, month, day };
}

for (const check of [checkGeojson, checkCalendar, checkReferences, checkTimelinejs])
  await check().catch((error) => faults.push(`${check.name}: ${error.stack}`));
for (const fault of faults) process.stdout.write(fault + "\n");
process.exit(faults.length > 0 ? 1 : 0);
