// Colours and cursor moves of a terminal (ECMA-48 control sequences), as IPython writes them into tracebacks.
// eslint-disable-next-line no-control-regex
const CONTROL_SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]/g

/** Text as a terminal would show it, without colours. */
export function withoutColours(text: string): string {
  return text.replace(CONTROL_SEQUENCE, '')
}
