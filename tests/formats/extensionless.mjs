// TimelineJS is written for a bundler and a browser: its modules name each other without an ending, clean HTML with the
// browser's help, and could fetch, which nothing here does.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const standIns = {
  dompurify: "data:text/javascript,export default { addHook() {}, sanitize: (text) => text };",
  "../net/Net": "data:text/javascript,export function fetchJSON() {} export function ajax() {} export function getJSON() {}",
};

export async function resolve(specifier, context, next) {
  if (standIns[specifier]) return { url: standIns[specifier], shortCircuit: true };
  if (specifier.startsWith(".") && context.parentURL?.startsWith("file:")) {
    const url = new URL(specifier + ".js", context.parentURL);
    if (existsSync(fileURLToPath(url))) return { url: url.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  const format = url.includes("/timelinejs/src/") ? "module" : context.format;
  return next(url, { ...context, format });
}
