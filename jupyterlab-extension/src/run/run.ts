import type { KernelMessage } from '@jupyterlab/services';
import type { CellPlace } from '../notebook/cellPlace';
import type { EventDetails, EventType } from '../event/event';
import { RunOutputs } from './runOutputs';
import stripAnsi from 'strip-ansi';

type Reply = KernelMessage.IExecuteReplyMsg['content'];

/** A finished run: the type of its event and what the event says. */
export interface FinishedRun {
  eventType: EventType;
  details: EventDetails;
}

/** One run of one cell, from its request to the kernel's reply. */
export class Run {
  readonly outputs = new RunOutputs();
  /** Whether the kernel was idle after it: no output follows then. */
  sawIdle = false;
  private started: string | undefined;
  private executionCount: number | undefined;
  private reply: KernelMessage.IExecuteReplyMsg | undefined;

  /**
   * @param place - where the cell stood when it was run
   * @param code - its code as it was sent to the kernel
   */
  constructor(
    private readonly place: CellPlace,
    private readonly code: string
  ) {}

  /** The kernel begins with the run: the true start, unlike the click. */
  start(message: KernelMessage.IExecuteInputMsg): void {
    this.started = message.header.date;
    this.executionCount = message.content.execution_count ?? undefined;
  }

  /** The kernel's reply; outputs may still follow until it is idle. */
  end(message: KernelMessage.IExecuteReplyMsg): void {
    this.reply = message;
  }

  /** Whether the reply is there. */
  get hasEnded(): boolean {
    return this.reply !== undefined;
  }

  /** Whether nothing more of it will come. */
  get isComplete(): boolean {
    return this.hasEnded && (this.sawIdle || this.wasRefused);
  }

  /** Whether the kernel refused to run it, because an earlier cell failed. */
  private get wasRefused(): boolean {
    const content = this.reply?.content;
    // Kernels of older protocols say "error" without a name in place of "aborted".
    return (
      content?.status === 'aborted' ||
      (content?.status === 'error' && !content.ename && !this.started)
    );
  }

  /** What became of the run; one without a reply never came to its end. */
  finish(): FinishedRun {
    if (this.reply === undefined || this.wasRefused) {
      return { eventType: 'execution_aborted', details: this.commonDetails() };
    }
    const content = this.reply.content;
    const failed = content.status === 'error';
    return {
      eventType: failed ? 'cell_error' : 'cell_executed',
      details: {
        ...this.commonDetails(),
        ...this.duration(this.reply.header.date),
        hasError: failed,
        ...errorDetails(content)
      }
    };
  }

  private commonDetails(): EventDetails {
    const result = this.outputs.toText();
    return {
      ...this.place,
      code: this.code,
      ...(this.executionCount !== undefined && {
        executionCount: this.executionCount
      }),
      ...(result !== '' && { result }),
      ...(this.outputs.wasCut && { metadata: { _cut: ['result'] } })
    };
  }

  private duration(ended: string): EventDetails {
    const milliseconds = Date.parse(ended) - Date.parse(this.started ?? '');
    return Number.isFinite(milliseconds)
      ? { executionDurationMs: Math.max(0, milliseconds) }
      : {};
  }
}

function errorDetails(content: Reply): EventDetails {
  if (content.status !== 'error') {
    return {};
  }
  return {
    errorName: content.ename,
    errorMessage: stripAnsi(content.evalue ?? ''),
    traceback: stripAnsi((content.traceback ?? []).join('\n'))
  };
}
