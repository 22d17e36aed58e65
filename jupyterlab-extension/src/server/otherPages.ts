import { Signal } from '@lumino/signaling';
import type { ServerExtension } from './serverExtension';

/** Tells the pages of one browser that the student of their Jupyter server may be another. */
export class OtherPages {
  /** Emitted when another page has told so. */
  readonly heard = new Signal<this, void>(this);
  private readonly channel: BroadcastChannel;

  constructor(server: ServerExtension) {
    const name = `cell-monitor:student:${server.address}`;
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = () => this.heard.emit();
  }

  /** Tells the other pages. */
  tell(): void {
    this.channel.postMessage('');
  }
}
