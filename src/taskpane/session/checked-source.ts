import type { SheetHead, SheetRow, WorkbookSource } from '../../workbook/source';

/** A workbook as a check reads it, keeping what the pane wants to know besides: its sheets. */
export class CheckedSource implements WorkbookSource {
  #heads: readonly SheetHead[] = [];

  constructor(private readonly source: WorkbookSource) {}

  get name(): string {
    return this.source.name;
  }

  async heads(): Promise<readonly SheetHead[]> {
    this.#heads = await this.source.heads();
    return this.#heads;
  }

  rows(sheet: string): AsyncIterable<Iterable<SheetRow>> {
    return this.source.rows(sheet);
  }

  /** The key of every sheet of ours, with its name, as of the check; spares asking the host again. */
  ownSheets(): ReadonlyMap<string, string> {
    return new Map(
      this.#heads.flatMap(({ madeAs, name }) =>
        madeAs === null ? [] : [[madeAs.toLowerCase(), name] as const],
      ),
    );
  }
}
