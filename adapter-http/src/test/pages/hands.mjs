// The two ways in which a page must be usable: by the keys of a keyboard alone, and by pointing where scripts are off.

const MOST_TABS = 120;

/** Presses keys and nothing else, and adds to the faults where a focus cannot be seen. */
export function keyboard(page, faults) {
  const at = (selector) => page.evaluate((wanted) => document.activeElement.matches(wanted), selector);

  async function press(key, reached, what) {
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await reached()) {
        return;
      }
      await page.keyboard.press(key);
    }
    throw new Error(`${what} is not reached by ${key}`);
  }

  async function reach(selector, what = selector) {
    await press('Tab', () => at(selector), what);
    if (!(await page.evaluate(hasRing))) {
      faults.push(`${what} does not show that it has the focus`);
    }
  }

  return {
    script: true,
    async follow(selector) {
      await reach(selector);
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    },
    async activate(selector) {
      await reach(selector);
      await page.keyboard.press('Enter');
    },
    /** A group of radio buttons is one stop of Tab; arrows walk and choose within it. */
    async choose(name, value) {
      await reach(`[name="${name}"]`);
      await press('ArrowDown', () => at(`[value="${value}"]`), value);
      await page.keyboard.press('Space');
    },
    async type(selector, text) {
      await reach(selector);
      await page.keyboard.down('Control');
      await page.keyboard.press('KeyA');
      await page.keyboard.up('Control');
      await page.keyboard.type(text);
    },
  };
}

function hasRing() {
  const ground = getComputedStyle(document.body).backgroundColor;
  const focused = document.activeElement;
  return [focused, focused.closest('label') ?? focused].some((element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== ground;
  });
}

/** Points at what it wants, on a page whose scripts do not run. */
export function pointer(page) {
  async function click(selector, options) {
    const box = await (await page.waitForSelector(selector)).boundingBox();
    const top = await page.evaluate(() => scrollY);
    await page.evaluate((y) => scrollTo(0, y), box.y + top - 300);
    const { x, y, width, height } = await (await page.$(selector)).boundingBox();
    await page.mouse.click(x + width / 2, y + height / 2, options);
  }

  return {
    script: false,
    async follow(selector) {
      await Promise.all([page.waitForNavigation(), click(selector)]);
    },
    activate: click,
    choose: (name, value) => click(`label:has([name="${name}"][value="${value}"])`),
    async type(selector, text) {
      await click(selector, { count: 3 });
      await page.keyboard.type(text);
    },
  };
}

/** One of the two, by its name. */
export function hand(name, page, faults) {
  return name === 'keyboard' ? keyboard(page, faults) : pointer(page);
}
