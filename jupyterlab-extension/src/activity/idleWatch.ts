/** Milliseconds without input after which the student is idle. */
export const IDLE_AFTER = 60_000;

/** What counts as input; which key, which place is not looked at. */
const INPUTS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Whether somebody is there: no input for a minute, and input again. */
export class IdleWatch {
  private latest = Date.now();
  private idle = false;
  private timer: ReturnType<typeof setTimeout>;

  /** @param changed - is told when the student is idle, and when no longer */
  constructor(private readonly changed: (idle: boolean) => void) {
    for (const input of INPUTS) {
      document.addEventListener(input, this.onInput, {
        capture: true,
        passive: true
      });
    }
    this.timer = setTimeout(() => this.look(), IDLE_AFTER);
  }

  dispose(): void {
    INPUTS.forEach(input =>
      document.removeEventListener(input, this.onInput, { capture: true })
    );
    clearTimeout(this.timer);
  }

  private readonly onInput = (): void => {
    this.latest = Date.now();
    if (this.idle) {
      this.idle = false;
      this.changed(false);
      this.timer = setTimeout(() => this.look(), IDLE_AFTER);
    }
  };

  private look(): void {
    const rest = this.latest + IDLE_AFTER - Date.now();
    if (rest > 0) {
      this.timer = setTimeout(() => this.look(), rest);
    } else {
      this.idle = true;
      this.changed(true);
    }
  }
}
