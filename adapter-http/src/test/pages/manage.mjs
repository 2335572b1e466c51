// node manage.mjs keyboard|pointer FOLDER URL ADDRESSES RESENT WITHDRAWN: does what an organizer does on their page. The last
// two are ids of invitations. The exported table goes into the folder.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withBrowser } from './browser.mjs';
import { download } from './download.mjs';
import { hand } from './hands.mjs';
import { inspect } from './inspect.mjs';
import { run } from './run.mjs';
import { visit } from './visit.mjs';

/** By the file where scripts read it, else by its text. */
async function read(page, organizer, file) {
  if (organizer.script) {
    await (await page.$('#file')).uploadFile(file);
    await page.waitForFunction(() => document.querySelector('#csv').value.includes('@'));
  } else {
    await organizer.type('#csv', readFileSync(file, 'utf8'));
  }
}

/** Files as spreadsheets write them: each is read in its own encoding. */
async function readEncoded(page, folder, faults) {
  const text = 'email;name\r\nmax@example.org;Müller\r\n';
  const files = {
    'utf-16.csv': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    'utf-8.csv': Buffer.from(text, 'utf8'),
    'windows-1252.csv': Buffer.from(text, 'latin1'),
  };
  for (const [name, bytes] of Object.entries(files)) {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    await page.$eval('#csv', (field) => (field.value = ''));
    await (await page.$('#file')).uploadFile(file);
    await page.waitForFunction(() => document.querySelector('#csv').value.includes('@'));
    const seen = await page.$eval('#csv', (field) => field.value);
    if (!seen.includes('Müller')) {
      faults.push(`${name} is read as ${seen}`);
    }
  }
  await page.$eval('#csv', (field) => (field.value = ''));
}

await run(async ([way, folder, url, addresses, resent, withdrawn], faults) => {
  const script = way === 'keyboard';
  await withBrowser((browser) =>
    visit(browser, new URL(url).origin, faults, { script }, async (page) => {
      const organizer = hand(way, page, faults);
      const look = (name) => (script ? inspect(page, name, folder, faults) : undefined);
      const done = () => page.waitForSelector('.notice[role="status"]');
      await page.goto(url);

      await organizer.follow('nav a[href*="response=declined"]');
      const shown = await page.$$eval('.guests > li .badge', (badges) => badges.map((badge) => badge.textContent));
      if (shown.length !== 1 || shown[0] !== 'Not coming') {
        faults.push(`the filter shows ${shown}`);
      }
      await organizer.follow('nav a:not([href*="response="])');

      await organizer.type('#addresses', addresses);
      await organizer.follow('form:has(#addresses) button');
      await look('manage-check');
      await organizer.follow('form[action$="/invitations"] button');
      await done();

      await organizer.follow(`form[action*="/${resent}/resend"] button`);
      await done();

      await organizer.follow(`a[href$="/${withdrawn}/withdraw"]`);
      await look('manage-withdraw');
      await organizer.follow('form[action$="/withdraw"] button');
      await done();
      await look('manage-done');

      await download(page, folder, 'guests.csv', () => organizer.activate('a[href$="/guests.csv"]'));
      await organizer.activate('summary');
      if (script) {
        await readEncoded(page, folder, faults);
      }
      await read(page, organizer, join(folder, 'guests.csv'));
      await organizer.follow('form:has(#csv) button');
      const rows = await page.$$eval('.report li', (items) => items.map((item) => item.textContent));
      if (!rows.some((row) => row.includes('already invited'))) {
        faults.push(`the dry run says ${rows}`);
      }
      await look('manage-import');
    }),
  );
});
