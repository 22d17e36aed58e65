import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel, Session } from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';
import type { EventRecorder } from '../event/event';
import { RunTracker, type KernelTraffic } from '../run/runTracker';
import { KernelTurns } from './kernelTurns';
import type { KnownKernels } from './knownKernels';

/** States of a kernel that leaves its open runs unanswered. */
const GONE: Kernel.Status[] = [
  'restarting',
  'autorestarting',
  'terminating',
  'dead'
];

type KernelChange = Session.ISessionConnection.IKernelChangedArgs;

/** Follows the kernel of one notebook, whichever it is, and the runs in it. */
export class KernelWatch {
  private readonly turns: KernelTurns;

  /**
   * @param connected - is told of a kernel that ran before this page was there
   */
  constructor(
    sessionContext: ISessionContext,
    private readonly runs: RunTracker,
    private readonly known: KnownKernels,
    private readonly record: EventRecorder,
    private readonly connected: () => void
  ) {
    this.turns = new KernelTurns(record);
    sessionContext.statusChanged.connect(this.onStatusChanged, this);
    sessionContext.kernelChanged.connect(this.onKernelChanged, this);
    sessionContext.connectionStatusChanged.connect(this.onConnection, this);
    const kernel = sessionContext.session?.kernel;
    if (kernel) {
      this.known.isNew(kernel.id);
      kernel.anyMessage.connect(this.onMessage, this);
      connected();
    }
  }

  dispose(): void {
    Signal.clearData(this);
    this.turns.dispose();
  }

  /** The student asked for an interruption. */
  interrupts(): void {
    this.turns.interrupts(this.runs.isBusy);
  }

  /** A run ended, with this error or none. */
  ended(errorName: string | undefined): void {
    this.turns.ended(errorName, !this.runs.isBusy);
  }

  private onStatusChanged(_: ISessionContext, status: Kernel.Status): void {
    this.turns.status(status);
    if (GONE.includes(status)) {
      this.runs.abortAll();
    }
  }

  private onConnection(
    _: ISessionContext,
    status: Kernel.ConnectionStatus
  ): void {
    // A kernel that was revived says nothing of its state before it runs something.
    if (status === 'connected') {
      this.turns.connected();
    }
  }

  private onKernelChanged(
    _: ISessionContext,
    { oldValue, newValue }: KernelChange
  ): void {
    oldValue?.anyMessage.disconnect(this.onMessage, this);
    this.runs.abortAll();
    if (!newValue) {
      return;
    }
    newValue.anyMessage.connect(this.onMessage, this);
    if (this.known.isNew(newValue.id)) {
      this.record('kernel_started');
    } else if (!oldValue) {
      this.connected();
    }
  }

  private onMessage(
    _: Kernel.IKernelConnection,
    traffic: Kernel.IAnyMessageArgs
  ): void {
    this.runs.follow(traffic as KernelTraffic);
  }
}
