import type { Outcome } from './outcome';

/** What the page asks of its worker: to post this. Times are milliseconds. */
export interface WorkerRequest {
  id: number;
  url: string;
  headers: Record<string, string>;
  body: string;
  timeLimit: number;
}

/** What came of it. */
export interface WorkerAnswer {
  id: number;
  outcome: Outcome;
}
