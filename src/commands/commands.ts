import { COMMAND_IDS } from './command-ids';
import type { CommandId } from './command-ids';

/** What Office hands to a command: it waits until the command says that it is done. */
export interface CommandEvent {
  completed(): void;
}

/** The part of `Office.actions` that commands need. */
export interface CommandActions {
  associate(id: string, action: (event: CommandEvent) => void): void;
}

/**
 * Associates the ribbon's buttons with their commands.
 *
 * @param run carries out a command; Office is told that it is done however it ends
 */
export function registerCommands(
  actions: CommandActions,
  run: (command: CommandId) => Promise<void>,
): void {
  for (const id of COMMAND_IDS) {
    actions.associate(id, (event) => {
      run(id)
        .catch(() => undefined)
        .finally(() => {
          event.completed();
        });
    });
  }
}
