/** What the page asks of its worker: to post this. Times are milliseconds. */
export interface WorkerRequest {
  id: number;
  url: string;
  headers: Record<string, string>;
  body: string;
  timeLimit: number;
}

/** What came of it; status 0: there was no answer. */
export interface WorkerAnswer {
  id: number;
  status: number;
  retryAfter: string | null;
  text: string;
}
