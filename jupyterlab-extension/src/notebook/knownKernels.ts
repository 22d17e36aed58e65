import type { Session } from '@jupyterlab/services';

/** The kernels that this page has seen running: connecting to one does not start it. */
export class KnownKernels {
  private readonly ids = new Set<string>();

  constructor(private readonly sessions: Session.IManager) {}

  /** Takes note of all that run now: call it before a notebook gets its own. */
  async look(): Promise<void> {
    await this.sessions.ready;
    for (const { kernel } of this.sessions.running()) {
      if (kernel) {
        this.ids.add(kernel.id);
      }
    }
  }

  /** Takes note of a kernel; whether it is new. */
  isNew(kernelId: string): boolean {
    const known = this.ids.has(kernelId);
    this.ids.add(kernelId);
    return !known;
  }
}
