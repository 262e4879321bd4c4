/** Grace for a thread that got no processor time: it may go on until so many interrupt polls have come, or so long. */
const fewPolls = 8;
const graceMs = 100;

/** Tells QuickJS when to stop: the deadline is in wall time, but a thread that hardly ran gets a little longer. */
export class InterruptBudget {
  private deadline = 0;
  private polls = 0;

  start(limitMs: number): void {
    this.deadline = performance.now() + limitMs;
    this.polls = 0;
  }

  isSpent(): boolean {
    const over = performance.now() - this.deadline;
    this.polls++;
    return over > graceMs || (over > 0 && this.polls >= fewPolls);
  }
}
