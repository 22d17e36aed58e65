/** Events of a lesson for measurements: seeded only by their numbers, sent in batches through an API key or the open door. */

const cell = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** The events of one student: opens the notebook, runs each cell `tries` times, the first of them fails. */
export function studentsEvents(run, student, cells, tries) {
  const who = { userId: `${run}-${student}`, userName: `学生 ${student}`, notebookPath: "lesson/lesson-1.ipynb" };
  const events = [{ eventType: "notebook_opened", ...who, cells: Array.from({ length: cells }, (_, at) => ({ id: cell(at), type: "code" })) }];
  for (let at = 0; at < cells; at += 1) {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const failed = attempt < tries - 1 && (at + student) % 3 === 0;
      events.push({
        eventType: failed ? "cell_error" : "cell_executed", ...who, cellId: cell(at), cellIndex: at, code: `print(${at})`, hasError: failed,
        ...(failed ? { errorName: "NameError", errorMessage: "name 'x' is not defined" } : { result: String(at) }),
      });
    }
  }
  return events.map((event, count) => ({ eventId: `${run}-${student}-${count}`, ...event }));
}

/** Sends a batch until it is taken. */
export async function send(url, headers, events) {
  for (;;) {
    const answer = await fetch(`${url}/api/v1/events`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(events),
    });
    if (answer.status === 202) return answer.json();
    if (answer.status !== 503) throw new Error(`events answered ${answer.status}: ${await answer.text()}`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** The lesson of a class, interleaved as a class does it: all students' first events, then their second, ... */
export async function teach(url, headers, { run, classId, students, cells, tries }) {
  const all = Array.from({ length: students }, (_, student) => studentsEvents(run, student, cells, tries));
  let batch = [];
  for (let step = 0; step < all[0].length; step += 1) {
    for (const events of all) {
      batch.push(classId ? { classId, ...events[step] } : events[step]);
      if (batch.length === 250) {
        await send(url, headers, batch);
        batch = [];
      }
    }
  }
  if (batch.length > 0) await send(url, headers, batch);
  return students * all[0].length;
}
