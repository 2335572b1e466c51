// node check-pages.mjs FOLDER NAME=URL…: opens each page and looks at it in every look. The pictures go into the folder.
import { withBrowser } from './browser.mjs';
import { inspect } from './inspect.mjs';
import { run } from './run.mjs';
import { visit } from './visit.mjs';

await run(async ([folder, ...pages], faults) => {
  await withBrowser(async (browser) => {
    for (const [, name, url] of pages.map((page) => page.match(/^(.+?)=(.+)$/))) {
      await visit(browser, new URL(url).origin, faults, {}, async (page) => {
        await page.goto(url, { waitUntil: 'load' });
        await inspect(page, name, folder, faults);
      });
    }
  });
});
