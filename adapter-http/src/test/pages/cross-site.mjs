// node cross-site.mjs URL FOREIGN USER MANAGE: what a page of another origin can make the browser do to the server at URL. USER
// is the id of a user whom such a page tries to make, MANAGE the path that replaces an organizer's link.
import { withBrowser } from './browser.mjs';
import { run } from './run.mjs';

/** What a page can send without asking first (CORS). A blob has no type, so that there is no Content-Type. */
const ATTACKS = {
  fetch: (url, user) =>
    fetch(`${url}/users`, { method: 'POST', mode: 'no-cors', body: new Blob([JSON.stringify({ user_id: user, email: `${user}@example.org` })]) }),
  beacon: (url, user) => navigator.sendBeacon(`${url}/users`, new Blob([JSON.stringify({ user_id: user, email: `${user}@example.org` })])),
  image: (url) => {
    document.body.append(Object.assign(new Image(), { src: `${url}/uuids` }));
  },
  form: (url, user, manage) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: url + manage });
    document.body.append(form);
    form.submit();
  },
};

await run(async ([url, foreign, user, manage], faults) => {
  await withBrowser(async (browser) => {
    const { port } = new URL(foreign);
    // Another port of the same host is another origin of the same site; another name is another site.
    for (const origin of [`http://127.0.0.1:${port}`, `http://localhost:${port}`]) {
      for (const [name, attack] of Object.entries(ATTACKS)) {
        const page = await browser.newPage();
        await page.goto(`${origin}/faint`);
        const answered = await statusOf(page, url);
        await page.evaluate(attack, url, user, manage);
        const status = await answered.promise;
        if (status !== 403) {
          faults.push(`${name} from ${origin} is answered ${status}`);
        }
        // The pages end with the browser: to close one while its form is on its way may take for ever.
      }
      await follow(browser, origin, url, faults);
    }
    await write(browser, url, user, faults);
  });
});

/** The status of the first answer from the server, which the browser may keep from the page. */
async function statusOf(page, url) {
  const session = await page.createCDPSession();
  const asked = new Set();
  const answers = new Map();
  let tell;
  const promise = new Promise((resolve) => {
    tell = resolve;
  });
  const look = () => [...asked].filter((id) => answers.has(id)).forEach((id) => tell(answers.get(id)));
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith(url)) {
      asked.add(requestId);
      look();
    }
  });
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    answers.set(requestId, statusCode);
    look();
  });
  await session.send('Network.enable');
  return { promise };
}

/** A link from another site leads to the documentation. */
async function follow(browser, origin, url, faults) {
  const page = await browser.newPage();
  await page.goto(`${origin}/faint`);
  const arrived = page.waitForNavigation();
  await page.evaluate((docs) => {
    const link = Object.assign(document.createElement('a'), { href: docs });
    document.body.append(link);
    link.click();
  }, `${url}/docs`);
  const status = (await arrived).status();
  if (status !== 200 && status !== 304) {
    faults.push(`a link from ${origin} is answered ${status}`);
  }
  await page.close();
}

/** A page of the server's own writes. */
async function write(browser, url, user, faults) {
  const page = await browser.newPage();
  await page.goto(`${url}/docs`);
  const statuses = await page.evaluate(async (id) => {
    const answers = [
      await fetch('/uuids'),
      await fetch('/customers', { method: 'PUT', body: new Blob([JSON.stringify({ id: `${id}-own` })]) }),
    ];
    return answers.map((answer) => answer.status).join();
  }, user);
  if (statuses !== '200,200') {
    faults.push(`a page of its own is answered ${statuses}`);
  }
}
