import { rmSync } from "node:fs";
import path from "node:path";
import { withDatabase } from "../../end-to-end/aggregates.mjs";
import { signIn } from "../../end-to-end/sign-in.mjs";
import { seconds } from "../figures.mjs";
import { OperatorShell, commandsUnder } from "../operators-page.mjs";

const OWNER = "cell_monitor";

/** A shell in which the page's commands find this system's servers in place of Debian's; Redis is started by whoever calls. */
function operatorOf(system) {
  const { folder, redis, postgres } = system;
  const surroundings = { PGHOST: "127.0.0.1", PGPORT: String(postgres.port), PGUSER: "postgres", PGPASSWORD: postgres.password };
  const prelude = `cd '${folder}'
    redis-cli() { command redis-cli -p ${redis.port} "$@"; }
    redis-server() { :; }`;
  return new OperatorShell({ ...process.env, ...surroundings, CELL_MONITOR_PG: system.settings().CELL_MONITOR_PG }, prelude);
}

/** Has PostgreSQL take no event until what it gives is called: what comes meanwhile waits in the log. */
function holdUp({ address }) {
  let goOn;
  const enough = new Promise((resolve) => (goOn = resolve));
  const held = withDatabase({ env: { CELL_MONITOR_PG: address } }, async (database) => {
    await database.query("begin; lock table learning_events in exclusive mode");
    await enough;
    await database.query("commit");
  });
  return async () => {
    goOn();
    await held;
  };
}

/** The code of the runs of a student whom the class's summary names. */
async function codeOfAStudent({ env, classId }, cookie) {
  const get = async (route) => (await fetch(`${env.CELL_MONITOR_URL}/api/v1/classes/${classId}/${route}`, { headers: { cookie } })).json();
  const { students } = await get("summary");
  const { runs } = await get(`students/${students.find(({ executions }) => executions > 0).student}/runs`);
  return runs.map(({ code }) => code);
}

export default {
  name: "backup-and-restore",
  broken:
    "PostgreSQL and Redis, with all their files, after a backup that was made while the class sent and PostgreSQL was behind; both are restored. Each command is read from docs/operations.md",
  expected: "all that was acknowledged until Redis's files were copied is stored once; the teacher signs in and reads what students wrote; the class goes on",
  alone: true,
  short: true,
  system: { owner: OWNER },
  async run({ system, load, figures, expect, sleep }) {
    const { application, postgres, redis } = system;
    const redisFolder = redis.folder;
    const here = (command) => command.replaceAll("/var/lib/redis", redisFolder).replaceAll("'...'", `'${postgres.password}'`);
    const operator = operatorOf(system);
    const letGo = holdUp(postgres);
    try {
      await sleep(2000);
      const begun = performance.now();
      for (const command of commandsUnder("Back up")) {
        // What is acknowledged from here on is in no backup.
        if (command.startsWith("cp ")) await load.stop();
        await operator.run(here(command));
        if (command.startsWith("pg_dump ")) {
          await letGo();
          await sleep(3000);
        }
      }
      figures.note(`backup in ${seconds(performance.now() - begun)}, 3 s of them after PostgreSQL's`);
      figures.broken();
      for (const program of [application, redis, postgres]) await program.kill();
      rmSync(path.join(redisFolder, "appendonlydir"), { recursive: true });
      rmSync(path.join(postgres.folder, "data"), { recursive: true });
      await postgres.start();
      for (const command of commandsUnder("Restore")) {
        await operator.run(here(command));
        if (command.includes("redis-server")) await redis.start();
      }
      await application.start();
      figures.mended();
      const code = await codeOfAStudent(system, await signIn(system.env));
      expect(code.length > 0 && code.every((text) => text.includes("geheim")), "what students wrote cannot be read");
      load.start();
      await sleep(3000);
    } finally {
      await letGo();
      await operator.close();
    }
  },
};
