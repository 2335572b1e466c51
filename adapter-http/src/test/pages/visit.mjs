// A visit to a page by somebody new, whom nothing of what the page does escapes.

/** Opens pages in a context of its own, and adds to the faults what no page of ours may do. */
export async function visit(browser, origin, faults, { zone, script = true } = {}, use) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await watch(page, origin, faults);
    await page.setJavaScriptEnabled(script);
    if (zone) {
      await page.emulateTimezone(zone);
    }
    return await use(page);
  } finally {
    await context.close();
  }
}

async function watch(page, origin, faults) {
  const add = (fault) => {
    const said = `${new URL(page.url()).pathname.replace(/[0-9a-z]{52}/, '…')}: ${fault}`;
    if (!faults.includes(said)) {
      faults.push(said);
    }
  };
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) {
      add(`asks ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document') {
      add(`does not get ${response.url()}`);
    }
  });
  page.on('pageerror', (error) => add(`its script fails: ${error.message}`));
  page.on('dialog', async (dialog) => {
    add(`says "${dialog.message()}"`);
    await dialog.dismiss();
  });
  const audits = await page.createCDPSession();
  audits.on('Audits.issueAdded', ({ issue }) => {
    const broken = issue.details.contentSecurityPolicyIssueDetails;
    if (broken) {
      add(`breaks ${broken.violatedDirective} of its policy with ${broken.blockedURL ?? 'something inline'}`);
    }
  });
  await audits.send('Audits.enable');
}
