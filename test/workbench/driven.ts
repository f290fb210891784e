import { read } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { OoxmlPackage } from '../../src/ooxml/package';

/** The type of an .xlsx file. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file as a person has it: its name and what is in it. */
export interface HeldFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an independent reader finds in a cell. */
export function cellOf(bytes: Uint8Array, sheet: string, cell: string): unknown {
  const found: unknown = read(bytes.slice()).Sheets[sheet]?.[cell];
  return found;
}

/** The parts of a file that another does not hold just so, byte for byte. */
export function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [OoxmlPackage.open(before), OoxmlPackage.open(after)];
  const parts = new Set([...old.parts(), ...now.parts()]);
  return [...parts].filter(
    (part) =>
      !old.parts().includes(part) ||
      !now.parts().includes(part) ||
      old.text(part) !== now.text(part),
  );
}

/** Chooses files by the button, as a person does in the dialog. */
export async function choose(page: Page, ...files: readonly HeldFile[]): Promise<void> {
  await page.setInputFiles(
    '#file',
    files.map(({ name, bytes }) => ({ name, mimeType: XLSX, buffer: Buffer.from(bytes) })),
  );
}

/** Lets files fall onto the page. */
export async function drop(page: Page, ...files: readonly HeldFile[]): Promise<void> {
  const held = files.map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const { name, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    return data;
  }, held);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Checks the workbook that is open, and waits for the verdict. */
export async function checkOpen(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /开始校验|重新校验/ })
    .first()
    .click();
  await page
    .getByText(/资源配置(?:未达标|达标)/)
    .first()
    .waitFor();
}

/** Answers the next question of the page, and what it asked. */
export function answer(page: Page, accept: boolean): Promise<string> {
  return new Promise((resolve) => {
    page.once('dialog', (dialog) => {
      const question = dialog.message();
      void (accept ? dialog.accept() : dialog.dismiss()).then(() => {
        resolve(question);
      });
    });
  });
}

/** Waits until a file of this name is open. */
export async function showsFile(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.getElementById('file-name')?.textContent === wanted,
    name,
  );
}
