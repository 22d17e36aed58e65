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
  /** Whether an interruption was told whose run has not ended yet. */
  private interrupting = false;

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

  /**
   * The student asked for an interruption.
   *
   * @param isRunning - whether there is a run that it can end
   */
  interrupts(isRunning: boolean): void {
    if (!this.interrupting) {
      this.record('kernel_interrupted');
    }
    this.interrupting = isRunning;
  }

  /**
   * A run ended: by an interruption, whoever asked for it? Its end is read from
   * the run alone. The kernel's states come on another channel, and may already be
   * those of the next run.
   *
   * @param isLast - whether no other run is open
   */
  ended(errorName: string | undefined, isLast: boolean): void {
    const wasInterrupted = INTERRUPTIONS.includes(errorName ?? '');
    if (wasInterrupted && !this.interrupting) {
      this.record('kernel_interrupted');
    }
    if (wasInterrupted || isLast) {
      this.interrupting = false;
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
