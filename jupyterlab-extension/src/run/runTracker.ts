import type { KernelMessage } from '@jupyterlab/services';
import type { CellPlace } from '../notebook/cellPlace';
import type { MimeBundle } from './outputText';
import { Run, type FinishedRun } from './run';

/** A message to or from the kernel, as the kernel connection shows it. */
export interface KernelTraffic {
  msg: KernelMessage.IMessage;
  direction: 'send' | 'recv';
}

/**
 * Follows the runs of one notebook by the messages between JupyterLab and the
 * kernel alone. They say what no signal of the user interface says: the code that
 * was really run, when the kernel really began, and which outputs belong to which
 * of two runs of the same cell.
 */
export class RunTracker {
  /** Runs without an end, by the id of their request, oldest first. */
  private readonly open = new Map<string, Run>();

  /**
   * @param findCell - the place of a cell by its id, nothing if it is not a code
   * cell of this notebook
   * @param scheduled - is told of every run that is asked for
   * @param finished - is told of every run that ends
   */
  constructor(
    private readonly findCell: (cellId: string) => CellPlace | undefined,
    private readonly scheduled: (place: CellPlace) => void,
    private readonly finished: (run: FinishedRun) => void
  ) {}

  /** Whether a run is open: asked for, and not ended. */
  get isBusy(): boolean {
    return this.open.size > 0;
  }

  /** Takes in one message. */
  follow({ msg, direction }: KernelTraffic): void {
    if (direction === 'send') {
      this.followRequest(msg);
      return;
    }
    const requestId = (msg.parent_header as { msg_id?: string }).msg_id;
    const run = requestId === undefined ? undefined : this.open.get(requestId);
    if (requestId !== undefined && run !== undefined) {
      this.followAnswer(run, msg);
      this.closeComplete();
    }
  }

  /**
   * The kernel restarts or is gone: nothing will answer the open runs any more, so
   * they end here.
   */
  abortAll(): void {
    const runs = [...this.open.values()];
    this.open.clear();
    runs.forEach(run => this.finished(run.finish()));
  }

  private followRequest(msg: KernelMessage.IMessage): void {
    const cellId = msg.metadata.cellId;
    if (
      msg.header.msg_type !== 'execute_request' ||
      typeof cellId !== 'string'
    ) {
      return;
    }
    const place = this.findCell(cellId);
    if (place !== undefined) {
      const { code } = (msg as KernelMessage.IExecuteRequestMsg).content;
      this.open.set(msg.header.msg_id, new Run(place, code));
      this.scheduled(place);
    }
  }

  private followAnswer(run: Run, msg: KernelMessage.IMessage): void {
    if (msg.header.msg_type === 'execute_reply') {
      run.end(msg as KernelMessage.IExecuteReplyMsg);
    } else if (msg.header.msg_type === 'execute_input') {
      this.endBefore(run);
      run.start(msg as KernelMessage.IExecuteInputMsg);
    } else if (isIdle(msg)) {
      run.sawIdle = true;
    } else {
      collect(run, msg);
    }
  }

  /**
   * The kernel runs one cell after another: those before the one that begins are
   * through. Not that one itself: its reply may have come before this message, and
   * its outputs still follow.
   */
  private endBefore(begun: Run): void {
    for (const run of this.open.values()) {
      if (run === begun) {
        return;
      }
      run.sawIdle ||= run.hasEnded;
    }
  }

  /**
   * Closes runs in the order of their requests. Replies and outputs come on two
   * channels: a refusal may arrive before the last output of the run that failed,
   * and waits for it.
   */
  private closeComplete(): void {
    for (const [requestId, run] of this.open) {
      if (run.isComplete) {
        this.open.delete(requestId);
        this.finished(run.finish());
      } else if (run.hasEnded) {
        return;
      }
    }
  }
}

function isIdle(msg: KernelMessage.IMessage): boolean {
  return (
    msg.header.msg_type === 'status' &&
    (msg as KernelMessage.IStatusMsg).content.execution_state === 'idle'
  );
}

function collect(run: Run, msg: KernelMessage.IMessage): void {
  switch (msg.header.msg_type) {
    case 'stream':
      run.outputs.addStream((msg as KernelMessage.IStreamMsg).content.text);
      break;
    case 'display_data':
    case 'execute_result': {
      const { data, transient } = (msg as KernelMessage.IDisplayDataMsg)
        .content;
      run.outputs.addDisplay(data as MimeBundle, transient?.display_id);
      break;
    }
    case 'update_display_data': {
      const content = (msg as KernelMessage.IUpdateDisplayDataMsg).content;
      const displayId = content.transient.display_id;
      run.outputs.updateDisplay(content.data as MimeBundle, displayId);
      break;
    }
    case 'clear_output':
      run.outputs.clear((msg as KernelMessage.IClearOutputMsg).content.wait);
      break;
    default:
      break;
  }
}
