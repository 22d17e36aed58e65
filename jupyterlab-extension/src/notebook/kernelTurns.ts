import type { Kernel } from '@jupyterlab/services';
import type { EventRecorder } from '../event/event';

/** The error by which kernels say that a run was interrupted. */
const INTERRUPTIONS = ['KeyboardInterrupt', 'InterruptException'];

/**
 * Reads out of a kernel's states what happened to it: a restart that the student
 * asked for, a death, an interruption. Of a kernel that died JupyterLab first says
 * `restarting` and then, in the same turn, `autorestarting`.
 */
export class KernelTurns {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private revives = false;
  private interrupted = false;

  constructor(private readonly record: EventRecorder) {}

  /** The kernel has another state. */
  status(status: Kernel.Status): void {
    switch (status) {
      case 'restarting':
        this.timer ??= setTimeout(() => this.restarted(), 0);
        break;
      case 'autorestarting':
        this.dispose();
        this.died(true);
        break;
      case 'dead':
        this.dispose();
        this.died(false);
        break;
      case 'busy':
        // Not at `idle`: the run that was interrupted ends just after it.
        this.interrupted = false;
        break;
      case 'idle':
        this.revived();
        break;
      default:
        break;
    }
  }

  /** JupyterLab has a connection to the kernel again. */
  connected(): void {
    this.revived();
  }

  /** The student asked for an interruption. */
  interrupts(): void {
    if (!this.interrupted) {
      this.interrupted = true;
      this.record('kernel_interrupted');
    }
  }

  /** A run ended with this error: an interruption, whoever asked for it? */
  failed(errorName: string | undefined): void {
    if (errorName !== undefined && INTERRUPTIONS.includes(errorName)) {
      this.interrupts();
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private restarted(): void {
    this.timer = undefined;
    this.record('kernel_restarted');
  }

  private died(revives: boolean): void {
    if (!this.revives) {
      this.record('kernel_died');
    }
    this.revives = revives;
  }

  private revived(): void {
    if (this.revives) {
      this.revives = false;
      this.record('kernel_restarted', { metadata: { automatic: true } });
    }
  }
}
