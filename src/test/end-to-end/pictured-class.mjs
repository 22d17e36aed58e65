/** What a class has when its teacher has used it for a while, so that the pictures show it: a lesson begun, teams, seats, a note. */
import { setTimeout as sleep } from "node:timers/promises";

const TEAMS = ["A", "B", "C", "D", "E"];
const SEATS_IN_A_ROW = 8;

/** The demo class, changed as its teacher by `page`, which is signed in. */
export class PicturedClass {
  constructor(page, { CELL_MONITOR_URL: url, CELL_MONITOR_CLASS: classId }) {
    Object.assign(this, { page, address: `${url}/api/v1/classes/${classId}` });
  }

  async beginLesson(title) {
    await this.#say("post", "lessons", { title });
  }

  /** Once students are there: everybody gets a team and a seat. */
  async seat() {
    const { students } = await this.#ask("students");
    for (const [place, { student }] of students.entries()) {
      await this.#say("put", `students/${student}`, { team: TEAMS[Math.floor((place * TEAMS.length) / students.length)], reading: null });
    }
    const rows = Math.ceil(students.length / SEATS_IN_A_ROW);
    const seats = students.map(({ student }, place) => ({
      student,
      x: 0.08 + ((place % SEATS_IN_A_ROW) * 0.84) / (SEATS_IN_A_ROW - 1),
      y: 0.1 + (Math.floor(place / SEATS_IN_A_ROW) * 0.8) / Math.max(1, rows - 1),
    }));
    await this.#say("put", "seats", { seats });
  }

  async note(student, text) {
    await this.#say("post", `students/${student}/notes`, { text });
  }

  /** Students by state, and those who ask. */
  summary() {
    return this.#ask("summary");
  }

  async #ask(route) {
    const answer = await this.page.request.get(`${this.address}/${route}`);
    if (!answer.ok()) throw new Error(`GET ${route} answered ${answer.status()}`);
    return answer.json();
  }

  async #say(method, route, data) {
    for (let tried = 1; ; tried += 1) {
      const answer = await this.page.request[method](`${this.address}/${route}`, { data });
      if (answer.ok()) return;
      if (tried === 5 || answer.status() < 500) throw new Error(`${method} ${route} answered ${answer.status()}: ${await answer.text()}`);
      await sleep(500);
    }
  }
}
