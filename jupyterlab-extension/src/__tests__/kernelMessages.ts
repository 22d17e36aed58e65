import type { KernelMessage } from '@jupyterlab/services';
import type { KernelTraffic } from '../run/runTracker';

const START = Date.parse('2026-11-21T00:00:00.000Z');

/** A message of the given type; `at` is the kernel's time in milliseconds. */
function message(
  type: string,
  requestId: string,
  content: object,
  at: number,
  direction: 'send' | 'recv',
  metadata: object = {}
): KernelTraffic {
  const date = new Date(START + at).toISOString();
  const sent = direction === 'send';
  const msg = {
    header: {
      msg_type: type,
      msg_id: sent ? requestId : `${type}-${at}`,
      date
    },
    parent_header: sent ? {} : { msg_id: requestId },
    metadata,
    content
  };
  return { msg: msg as unknown as KernelMessage.IMessage, direction };
}

/** What a kernel and JupyterLab say to each other about one request. */
export function conversation(requestId: string) {
  const received = (type: string, content: object, at = 0) =>
    message(type, requestId, content, at, 'recv');
  return {
    request: (cellId: string, code: string) =>
      message('execute_request', requestId, { code }, 0, 'send', { cellId }),
    input: (count: number, at: number) =>
      received('execute_input', { execution_count: count }, at),
    stream: (text: string) => received('stream', { name: 'stdout', text }),
    reply: (content: object, at = 0) => received('execute_reply', content, at),
    idle: () => received('status', { execution_state: 'idle' }),
    output: (type: string, content: object) => received(type, content)
  };
}
