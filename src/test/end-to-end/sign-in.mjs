/** Signs the demo's teacher in; gives the cookie. `env`: CELL_MONITOR_URL, _TEACHER, _TEACHER_PASSWORD. */
export async function signIn({ CELL_MONITOR_URL: url, CELL_MONITOR_TEACHER: username, CELL_MONITOR_TEACHER_PASSWORD: password }) {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  if (answer.status !== 204) throw new Error(`sign-in answered ${answer.status}`);
  return answer.headers.get("set-cookie").split(";")[0];
}
