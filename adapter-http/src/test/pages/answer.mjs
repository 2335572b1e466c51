// node answer.mjs keyboard|pointer FOLDER URL RESPONSE PARTY COMMENT: answers an invitation as a guest does.
import { join } from 'node:path';
import { withBrowser } from './browser.mjs';
import { hand } from './hands.mjs';
import { inspect } from './inspect.mjs';
import { run } from './run.mjs';
import { visit } from './visit.mjs';

await run(async ([way, folder, url, response, party, comment], faults) => {
  const script = way === 'keyboard';
  await withBrowser((browser) =>
    visit(browser, new URL(url).origin, faults, { script }, async (page) => {
      const guest = hand(way, page, faults);
      await page.goto(url);

      // Nothing is chosen yet: the page says so, and keeps what is there.
      await guest.follow('button[type="submit"]');
      await page.waitForSelector('.notice[role="alert"]');
      if (script) {
        await inspect(page, 'rsvp-refused', folder, faults);
      }

      await guest.choose('response', response);
      await page.screenshot({ path: join(folder, `rsvp-chosen-by-${way}.png`), fullPage: true });
      await guest.type('#party_size', party);
      await guest.type('#comment', comment);
      await guest.follow('button[type="submit"]');
      await page.waitForSelector('.notice[role="status"]');
      const recorded = await page.$eval('#comment', (field) => field.value);
      if (recorded !== comment) {
        faults.push(`the page shows the comment as ${recorded}`);
      }
    }),
  );
});
