/** A file's name without its folders: where it lay says nothing, and differs from run to run. */
export function fileName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
