const WORKBOOK = /\.(?:xlsx|xlsm|xltx|xls)$/i;
/** Files that spreadsheet programs keep beside an open workbook. */
const LOCK_FILE = /^(?:~\$|\.~)/;

const paths = new WeakMap<File, string>();

/** A file with the folders it was found in, as messages name it. */
export function pathOfFile(file: File): string {
  const known = paths.get(file) ?? file.webkitRelativePath;
  return known === '' ? file.name : known;
}

/**
 * The files of a drop; of a folder all workbooks below it, in the order of their paths. To be called
 * while the event is handled: what was dropped is out of reach afterwards.
 */
export function droppedFiles(transfer: DataTransfer | null): Promise<readonly File[]> {
  const files = [...(transfer?.files ?? [])];
  const entries = [...(transfer?.items ?? [])]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (!entries.some(({ isDirectory }) => isDirectory)) return Promise.resolve(files);
  return filesBelow(entries);
}

async function filesBelow(entries: readonly FileSystemEntry[]): Promise<readonly File[]> {
  const found: File[] = [];
  const waiting = [...entries];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (isFolder(entry)) {
      waiting.push(...(await entriesOf(entry)));
    } else if (isFile(entry) && WORKBOOK.test(entry.name) && !LOCK_FILE.test(entry.name)) {
      const file = await fileOf(entry);
      paths.set(file, entry.fullPath.replace(/^\//, ''));
      found.push(file);
    }
  }
  const path = (file: File): string => paths.get(file) ?? file.name;
  return found.sort((a, b) => (path(a) < path(b) ? -1 : 1));
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** The entries of a folder, which a browser gives some at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}
