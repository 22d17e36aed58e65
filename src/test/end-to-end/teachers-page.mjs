/** The dashboard in Chromium, as a teacher uses it: signing in, looking at the tiles, and what the page complained about. */

/** Fills the sign-in form that the page shows, whatever its language. */
export async function fillSignIn(page, username, password) {
  await page.locator("input[name=username]").fill(username);
  await page.locator("input[name=password]").fill(password);
  await page.locator("button[type=submit]").click();
}

/** Opens a context of its own at the class and signs in; gives the page once it is live, and its complaints. */
export async function openClass(browser, system, options = {}) {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto(addressOfClass(system));
  await fillSignIn(page, system.env.CELL_MONITOR_TEACHER, system.env.CELL_MONITOR_TEACHER_PASSWORD);
  await live(page);
  return { page, complaints };
}

export const addressOfClass = ({ env }) => `${env.CELL_MONITOR_URL}/dashboard/classes/${env.CELL_MONITOR_CLASS}`;

/** Waits until the page says of itself that it is live. */
export const live = (page, seconds = 60) => page.locator(".live[data-freshness=live]").waitFor({ timeout: seconds * 1000 });

/** Collects exceptions and errors on the console, violations of the content security policy among them. */
export function watch(page) {
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // Chromium logs an answer of 401 as an error; before the sign-in it is an answer.
    if (message.type() === "error" && !message.text().includes("401")) complaints.push(message.text());
  });
  return complaints;
}

/** What the tiles say, by student: state, name, cell, progress, last runs. */
export const tiles = (page) =>
  page.locator(".tile").evaluateAll((all) =>
    Object.fromEntries(all.map((tile) => [tile.dataset.student, `${tile.dataset.state} ${tile.textContent}`]).sort()));
