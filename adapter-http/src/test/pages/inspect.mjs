// What every page must be in each look: wide enough for nothing to hang over, sound to axe, and deaf to what people typed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';

const LOOKS = [
  { look: 'light', scheme: 'light', width: 1000, check: violations },
  { look: 'dark', scheme: 'dark', width: 1000, check: violations },
  { look: 'narrow', scheme: 'light', width: 320, check: (page) => page.evaluate(overhanging) },
];

/** Looks at the page that is open, keeps a picture of each look in a folder, and adds what it finds to the faults. */
export async function inspect(page, name, folder, faults) {
  mkdirSync(folder, { recursive: true });
  const before = page.viewport();
  for (const { look, scheme, width, check } of LOOKS) {
    await page.setViewport({ width, height: 720 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage: true });
    faults.push(...(await check(page)).map((fault) => `${name}, ${look}: ${fault}`));
  }
  if (await page.evaluate(() => window.__pwned !== undefined)) {
    faults.push(`${name}: runs what somebody typed`);
  }
  await page.setViewport(before);
}

function overhanging() {
  const { scrollWidth, clientWidth } = document.scrollingElement;
  if (scrollWidth <= clientWidth) {
    return [];
  }
  const widest = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth)
    .at(-1);
  return [`is ${scrollWidth} wide where ${clientWidth} are there${widest ? `, by <${widest.localName}>` : ''}`];
}

/** The policy of a page does not concern what a developer's tool runs in it, so that it stays in force meanwhile. */
async function violations(page) {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations', 'incomplete'] }));
  return [
    ...results.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} (${rule.impact}) at ${node.target}`)),
    // What axe can't tell must be told by us.
    ...results.incomplete.flatMap((rule) => rule.nodes.map((node) => `${rule.id} is undecided at ${node.target}`)),
  ];
}
