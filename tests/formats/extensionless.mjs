// TimelineJS is written for a bundler: its modules name each other without an ending, and clean HTML with the browser's help.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const purify = "data:text/javascript,export default { addHook() {}, sanitize: (text) => text };";

export async function resolve(specifier, context, next) {
  if (specifier === "dompurify") return { url: purify, shortCircuit: true };
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
