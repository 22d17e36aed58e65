import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createEvent, type LearningEvent } from '../event/event';
import { MAXIMUM_WAITING } from '../sending/eventQueue';
import { EventSender } from '../sending/eventSender';
import { pause, readOutcome, type Outcome } from '../server/outcome';

const SPOOLED: Outcome = { kind: 'spooled' };
const REFUSED: Outcome = { kind: 'refused', reason: 'status 422' };
const BUSY: Outcome = { kind: 'unavailable', reason: 'busy', retryAfterMs: 5 };
const PATIENCE = { retries: Infinity, minTimeout: 1, maxTimeout: 2 };

/** Takes batches and answers them as told; holds them while `gate` is closed. */
class Wire {
  readonly batches: string[][] = [];
  readonly leaving: string[][] = [];
  readonly sent: LearningEvent[] = [];
  readonly turns: (string | undefined)[] = [];
  answers: Outcome[] = [];
  inFlight = 0;
  most = 0;
  gate: Promise<void> = Promise.resolve();

  readonly transport = async (
    events: readonly LearningEvent[],
    turn: string | undefined,
    leaving: boolean
  ): Promise<Outcome> => {
    this.turns.push(turn);
    this.sent.push(...events);
    const codes = events.map(event => event.code ?? '');
    (leaving ? this.leaving : this.batches).push(codes);
    this.most = Math.max(this.most, ++this.inFlight);
    await this.gate;
    this.inFlight -= 1;
    return this.answers.shift() ?? SPOOLED;
  };
}

let wire: Wire;
let told: string[];
let sender: EventSender;
// A second, which is usual, is not enough for a busy machine.
const soon = (check: () => void) => vi.waitFor(check, 20_000);
const event = (code: string) => createEvent('cell_executed', { code });
const send = (code: string, turn = 'of-a') => sender.send(event(code), turn);

beforeEach(() => {
  wire = new Wire();
  told = [];
  sender = new EventSender(
    wire.transport,
    {
      delivered: withheld => told.push(withheld ? 'withheld' : 'delivered'),
      delayed: () => undefined,
      lost: (count, reason) => told.push(`lost ${count}: ${reason}`)
    },
    PATIENCE,
    0
  );
});

test('events go in order, one request at a time, the waiting ones together', async () => {
  ['a', 'b', 'c'].forEach(code => send(code));
  await soon(() => expect(wire.batches).toEqual([['a'], ['b', 'c']]));
  expect(wire.most).toBe(1);
});

test('events that come close together are one request', async () => {
  const listener = {
    delivered: () => undefined,
    delayed: () => undefined,
    lost: () => undefined
  };
  const gathering = new EventSender(wire.transport, listener, PATIENCE, 20);
  gathering.send(event('a'), 'of-a');
  await new Promise(done => setTimeout(done, 1));
  gathering.send(event('b'), 'of-a');
  expect(wire.batches).toEqual([]);
  await soon(() => expect(wire.batches).toEqual([['a', 'b']]));
});

test('what was not taken is sent again before anything later', async () => {
  wire.answers = [BUSY, BUSY];
  send('a');
  send('b');
  await soon(() => expect(wire.batches).toEqual([['a'], ['a'], ['a'], ['b']]));
});

test('it is never given up, however often it was not taken', async () => {
  wire.answers = Array.from({ length: 20 }, () => BUSY);
  send('a');
  await soon(() => expect(wire.batches).toHaveLength(21));
  await soon(() => expect(told).toContain('delivered'));
  expect(told.filter(words => words.startsWith('lost'))).toEqual([]);
});

test('what the student’s choice withholds is never sent again', async () => {
  wire.answers = [{ kind: 'withheld' }];
  send('a');
  await soon(() => expect(told).toEqual(['withheld']));
  send('b');
  await soon(() => expect(wire.batches).toEqual([['a'], ['b']]));
});

test('a refusal is no success: it is told without its content', async () => {
  wire.answers = [{ kind: 'refused', reason: 'status 413' }];
  send('secret code');
  await soon(() => expect(told).toEqual(['lost 1: status 413']));
  expect(wire.batches).toHaveLength(1);
});

test('one bad event does not cost the good ones beside it', async () => {
  let open: () => void = () => undefined;
  wire.gate = new Promise(done => (open = done));
  wire.answers = [SPOOLED, REFUSED, SPOOLED, REFUSED, SPOOLED];
  ['first', 'a', 'bad', 'b'].forEach(code => send(code));
  open();
  await soon(() =>
    expect(wire.batches.slice(2)).toEqual([['a'], ['bad'], ['b']])
  );
  await soon(() => expect(told).toContain('lost 1: status 422'));
});

test('no more than so many wait; the oldest go, and it is said', async () => {
  let open: () => void = () => undefined;
  wire.gate = new Promise(done => (open = done));
  for (let n = 0; n < MAXIMUM_WAITING + 3; n++) {
    send(`${n}`);
  }
  expect(told).toHaveLength(2);
  open();
  await soon(() =>
    expect(wire.sent.at(-1)).toMatchObject({
      eventType: 'client_dropped',
      metadata: { count: 2 }
    })
  );
});

test('what was made in one turn never goes as what was made in another', async () => {
  let open: () => void = () => undefined;
  wire.gate = new Promise(done => (open = done));
  send('a');
  send('b');
  send('c', 'of-b');
  send('d', 'of-b');
  send('e');
  open();
  await soon(() =>
    expect(wire.batches).toEqual([['a'], ['b'], ['c', 'd'], ['e']])
  );
  expect(wire.turns).toEqual(['of-a', 'of-a', 'of-b', 'of-a']);
});

test('large events go in requests of their own', async () => {
  let open: () => void = () => undefined;
  wire.gate = new Promise(done => (open = done));
  const large = 'x'.repeat(150_000);
  ['a', large, large, 'b'].forEach(code => send(code));
  open();
  await soon(() =>
    expect(wire.batches.map(batch => batch.length)).toEqual([1, 1, 2])
  );
});

describe('when the page closes', () => {
  test('all that is not known to have arrived goes in one request', () => {
    wire.gate = new Promise(() => undefined);
    send('a');
    send('b');
    sender.leave(() => send('last'));
    expect(wire.leaving).toEqual([['a', 'b', 'last']]);
  });

  test('what was made in each turn goes in a request of its own', () => {
    wire.gate = new Promise(() => undefined);
    send('a');
    send('b', 'of-b');
    sender.leave(() => send('last', 'of-b'));
    expect(wire.leaving).toEqual([['a'], ['b', 'last']]);
    expect(wire.turns).toEqual(['of-a', 'of-a', 'of-b']);
  });

  test('the newest go when not all fit, and how many do not', () => {
    wire.gate = new Promise(() => undefined);
    const [ascii, wide] = ['x'.repeat(50_000), 'あ'.repeat(4000)];
    ['under way', 'a', ascii, 'b', wide].forEach(code => send(code));
    sender.leave(() => send('last'));
    expect(wire.leaving).toEqual([['under way', 'a', 'b', wide, 'last', '']]);
    expect(wire.sent.at(-1)).toMatchObject({
      eventType: 'client_dropped',
      metadata: { count: 1 }
    });
  });
});

describe('an answer', () => {
  const read = (status: number, headers = {}, body = '{}') =>
    readOutcome(new Response(body, { status, headers }));

  test.each([400, 405, 413, 415, 422])('%i refuses', async status => {
    expect(await read(status)).toMatchObject({ kind: 'refused' });
  });

  test.each([401, 403, 404, 408, 429, 500, 502, 503, 504, 507])(
    '%i is for later',
    async status => {
      const outcome = await read(status, { 'Retry-After': '2' });
      expect(outcome).toMatchObject({
        kind: 'unavailable',
        retryAfterMs: 2000
      });
    }
  );

  test('of 202 says whether it is kept or withheld', async () => {
    const withheld = '{"status":"withheld","reason":"paused"}';
    expect(await read(202, {}, withheld)).toEqual({ kind: 'withheld' });
    expect(await read(202, {}, '{"status":"spooled"}')).toEqual(SPOOLED);
    expect(await read(202, {}, 'not json')).toEqual(SPOOLED);
  });

  test.each([
    [null, 0],
    ['3', 3000],
    ['86400', 60_000],
    ['-1', 0],
    ['nonsense', 0],
    ['Sat, 21 Nov 2026 00:00:10 GMT', 10_000]
  ])('Retry-After %j is a pause of %i ms', (header, milliseconds) => {
    const now = Date.parse('2026-11-21T00:00:00Z');
    expect(pause(header, now)).toBe(milliseconds);
  });
});
