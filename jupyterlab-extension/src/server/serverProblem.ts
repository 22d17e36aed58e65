/** An answer of the server extension that is no good one. */
export class ServerProblem extends Error {
  /**
   * @param status - of the answer; 0 when there was none
   * @param message - what the answer says is wrong
   * @param field - the member of the request that it is about
   */
  constructor(
    readonly status: number,
    message: string,
    readonly field?: string | undefined
  ) {
    super(message);
  }

  /** Reads a problem (RFC 9457) out of an answer, as far as it holds one. */
  static async of(response: Response): Promise<ServerProblem> {
    try {
      const { detail, title, field } = await response.json();
      const message = String(detail ?? title ?? `Status ${response.status}`);
      const about = typeof field === 'string' ? field : undefined;
      return new ServerProblem(response.status, message, about);
    } catch {
      return new ServerProblem(response.status, `Status ${response.status}`);
    }
  }
}
