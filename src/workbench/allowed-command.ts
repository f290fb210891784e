/**
 * Commands that change what a file holds besides the contents of cells. Saving splices contents
 * alone, so the grid must not show what would not be saved.
 */
const REFUSED: readonly RegExp[] = [
  /^sheet\.command\.(?:insert|remove|hide|delete)-/,
  /^sheet\.command\.(?:cut|copy-sheet|move-(?:range|rows|cols)|reorder-range|apply-format-painter)/,
  /^sheet\.command\.(?:add|change)-(?:worksheet|range|sheet)-/,
  /^sheet\.command\.(?:clear-selection-(?:format|all)|paste-(?:format|col-width))/,
  /^sheet\.command\.(?:cancel-frozen|reset-|toggle-gridlines|split-text-to-columns)/,
  /^sheet\.command\.set-worksheet-(?:name|order|hidden|show|protection|col-width|right)/,
  /^sheet\.command\.set-(?!worksheet|range-values|scroll|zoom|col-header|row-header)/,
  /^sheet\.command\.set-range-(?!values)/,
];

/** Whether the person may run a command of the grid. */
export function allowedCommand(id: string): boolean {
  return !REFUSED.some((pattern) => pattern.test(id));
}
