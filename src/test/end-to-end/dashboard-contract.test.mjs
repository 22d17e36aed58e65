/** The document that the dashboard's typed client is made from says what the application serves, for the routes the dashboard uses. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import path from "node:path";
import { partOf } from "./openapi-part.mjs";
import { RunningSystem, project } from "./running-system.mjs";

const USED = ["/api/v1/session"];
let system;

before(async () => {
  system = await RunningSystem.start("dashboard-contract");
}, { timeout: 1_200_000 });

after(() => system?.stop());

test("dashboard/openapi.json is what the application serves; `npm run generate:refresh` renews it", async () => {
  const kept = JSON.parse(readFileSync(path.join(project, "dashboard", "openapi.json"), "utf8"));
  const answer = await fetch(`${system.env.CELL_MONITOR_URL}/q/openapi?format=json`, { signal: AbortSignal.timeout(10_000) });
  assert.equal(answer.status, 200);
  const served = partOf(await answer.json(), USED);
  assert.ok(USED.every((used) => served.paths[used]), "the application serves the route");
  assert.deepEqual(partOf(kept, USED), served);
});
