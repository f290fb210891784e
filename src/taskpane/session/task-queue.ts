/** What is asked of the workbook, under way or waiting. */
export interface Task {
  /** Stops the task; set by `cancel` and where a later task makes it needless. */
  readonly control: AbortController;
}

/**
 * Carries out one task after the other, so that no two of them read and write the workbook at the
 * same time.
 */
export class TaskQueue {
  #tail: Promise<void> = Promise.resolve();
  #running: Task | null = null;

  /** The task under way; null when idle. */
  get running(): Task | null {
    return this.#running;
  }

  /**
   * Carries out `work` when everything asked for before is done.
   * @param work handles its own errors: it must not reject
   */
  add(work: (task: Task) => Promise<void>): Promise<void> {
    const done = this.#tail.then(async () => {
      const task = { control: new AbortController() };
      this.#running = task;
      try {
        await work(task);
      } finally {
        this.#running = null;
      }
    });
    this.#tail = done;
    return done;
  }
}
