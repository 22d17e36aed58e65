/** What became of events that a store refused, and how an operator replays them. */

/** [{ subscriber, reason, place }], oldest first. */
export async function letters(system) {
  return system.postgres.query("select subscriber, reason, log_ms || '-' || log_seq as place from dead_letters order by id");
}

/** Replays those of PostgreSQL; gives { replayed, left }. */
export async function replay({ application }) {
  const answer = await fetch(`http://127.0.0.1:${application.managementPort}/q/dead-letters/relational/replay`, { method: "POST" });
  if (answer.status !== 200) throw new Error(`the replay was answered ${answer.status}`);
  return answer.json();
}
