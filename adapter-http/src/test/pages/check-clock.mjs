// node check-clock.mjs URL ZONE TEXT: what the page says of the visitor's own clock in a time zone; an empty text for nothing.
import { withBrowser } from './browser.mjs';
import { run } from './run.mjs';
import { visit } from './visit.mjs';

await run(async ([url, zone, text], faults) => {
  await withBrowser((browser) =>
    visit(browser, new URL(url).origin, faults, { zone }, async (page) => {
      await page.goto(url);
      const seen = await page.$$eval('[data-starts]', (lines) =>
        lines.filter((line) => line.checkVisibility()).map((line) => line.textContent),
      );
      if (seen.join() !== text) {
        faults.push(`in ${zone} the page says: ${seen}`);
      }
    }),
  );
});
