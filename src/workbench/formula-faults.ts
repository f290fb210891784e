import type { CellAlertManagerService } from '@univerjs/preset-sheets-core';

/** The grid's own notice about a formula's error. */
const ALERT = 'SHEET_FORMULA_ALERT';
/** A cell of the grid, 0-based. */
export interface GridPlace {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly row: number;
  readonly column: number;
}

function keyOf({ unitId, subUnitId, row, column }: GridPlace): string {
  return `${unitId} ${subUnitId} ${row} ${column}`;
}

/**
 * Why cells with EDU functions show an error. The grid keeps error values alone, so the reasons are
 * kept here as the functions give them; they count as long as the cell does show an error.
 */
export class FormulaFaults {
  readonly #reasons = new Map<string, string>();

  /** Keeps why a function in a cell has no result. */
  note(place: GridPlace, reason: string): void {
    this.#reasons.set(keyOf(place), reason);
  }

  /** Why a cell that shows an error does so, null when none of our functions has said. */
  at(place: GridPlace): string | null {
    return this.#reasons.get(keyOf(place)) ?? null;
  }

  /** Forgets the reasons of every other workbook than this one. */
  keepOnly(unitId: string): void {
    for (const key of this.#reasons.keys()) {
      if (!key.startsWith(`${unitId} `)) this.#reasons.delete(key);
    }
  }
}

/**
 * Shows the reasons in the grid's own notice for the cell under the pointer, which words an error by
 * its kind alone.
 *
 * @param title of the notice
 */
export function showFormulaFaults(
  alerts: CellAlertManagerService,
  faults: FormulaFaults,
  title: string,
): void {
  alerts.currentAlert$.subscribe((shown) => {
    for (const [, { alert }] of shown) {
      if (alert.key !== ALERT) continue;
      const { unitId, subUnitId, row, col } = alert.location;
      const reason = faults.at({ unitId, subUnitId, row, column: col });
      if (reason === null || alert.message === reason) continue;
      // Shown anew: a notice that stands keeps the words it had.
      alerts.removeAlert(ALERT);
      alerts.showAlert({ ...alert, title, message: reason });
    }
  });
}
