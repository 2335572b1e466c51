// What a page gives to be kept, kept.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** Waits until what is asked for lies in a folder under its name. */
export async function download(page, folder, name, ask) {
  rmSync(join(folder, name), { force: true });
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    browserContextId: page.browserContext().id,
    downloadPath: folder,
    eventsEnabled: true,
  });
  const finished = new Promise((resolve, reject) => {
    session.on('Browser.downloadProgress', ({ state }) => {
      if (state === 'completed') {
        resolve();
      } else if (state === 'canceled') {
        reject(new Error(`${name} was not kept`));
      }
    });
  });
  await Promise.all([finished, ask()]);
}
