// Reads the files of a folder that a test has filled with programs that others wrote; exits with 1 for what they refuse.
// node check.mjs FOLDER WEB, where WEB/node_modules has them. Fetches nothing.
import { readFileSync } from "node:fs";
import { createRequire, register } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

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
  const { hint } = require("geojsonhint");
  for (const { message, line } of hint(read("timeline.geojson"))) faults.push(`geojsonhint: line ${line}: ${message}`);
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
  const { Cite } = require("@citation-js/core");
  require("@citation-js/plugin-csl");
  require("@citation-js/plugin-bibtex");
  const items = JSON.parse(read("timeline.csl.json"));
  const titles = new Map(items.map((each) => [each.id, each["original-title"] ?? each.title]));
  for (const [name, cite] of [
    ["timeline.csl.json", new Cite(items)],
    ["timeline.bib", new Cite(read("timeline.bib"), { forceType: "@biblatex/text" })],
  ]) {
    const names = cite.data.map((each) => each.id);
    same(names, [...sources.map((each) => `${each.dataset}/${each.key}`), "timeline"], `${name}: the sources differ: ${names}`);
    for (const each of cite.data)
      expect(each.title.startsWith(titles.get(each.id)), `${name}: ${each.id} is called ${each.title}`);
    expect(cite.format("bibliography").length > 0, `${name}: nothing is printed`);
  }
}

// Its own count of years has no year 0: what is 44 BCE is -44 there, and -43 in ISO.
function isoOf({ year, month, day }) {
  const iso = year > 0 ? year : year + 1;
  const part = (number) => (number ? "-" + String(number).padStart(2, "0") : "");
  return (iso < 0 ? "-" : "") + String(Math.abs(iso)).padStart(4, "0") + part(month) + part(day);
}

// What its parser made of a date: the very numbers that were given, which the days of the entry begin with.
function checkSlideDate(name, made, given, day) {
  const at = made.data.date_obj;
  expect(at.getFullYear() === given.year && at.getMonth() + 1 === (given.month ?? 1) && at.getDate() === (given.day ?? 1),
    `TimelineJS: ${name} was moved to ${at}`);
  expect(day.startsWith(isoOf(given)), `TimelineJS: ${name} stands at ${isoOf(given)}, not at ${day}`);
}

async function checkTimelinejs() {
  register(pathToFileURL(join(dirname(fileURLToPath(import.meta.url)), "extensionless.mjs")));
  globalThis.window = globalThis;
  globalThis.DOMParser = class {
    parseFromString(text) {
      return { body: { textContent: text } };
    }
  };
  console.log = () => {};
  const { TimelineConfig } = await import(
    pathToFileURL(join(resolve(web), "node_modules/@knight-lab/timelinejs/src/js/core/TimelineConfig.js"))
  );
  const given = JSON.parse(read("timeline.timelinejs.json"));
  const config = new TimelineConfig(structuredClone(given));
  config.validate();
  expect(config.isValid(), `TimelineJS: ${config.getErrors("; ")}`);
  expect(config.eras.length === given.eras.length, "TimelineJS: an era is lost");
  same([...config.events, ...given.left_out].map((each) => each.unique_id), entries.map(idOf), "TimelineJS: the entries differ");
  for (const slide of config.events) {
    const { start, end } = entries.find((each) => idOf(each) === slide.unique_id).event.date;
    const written = given.events.find((each) => each.unique_id === slide.unique_id);
    checkSlideDate(slide.unique_id, slide.start_date, written.start_date, start.earliest ?? end.latest);
    expect(Boolean(slide.end_date) === Boolean(written.end_date), `TimelineJS: the end of ${slide.unique_id} is lost`);
    if (slide.end_date) checkSlideDate(slide.unique_id, slide.end_date, written.end_date, end.latest);
  }
}

for (const check of [checkGeojson, checkCalendar, checkReferences, checkTimelinejs])
  await check().catch((error) => faults.push(`${check.name}: ${error.stack}`));
for (const fault of faults) process.stdout.write(fault + "\n");
process.exit(faults.length > 0 ? 1 : 0);
