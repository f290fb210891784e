import * as z from 'zod/mini';

const DATABASE = 'junheng-workbench';
const STORE = 'unsaved';
const KEY = 'workbook';

const kept = z.object({
  name: z.string(),
  bytes: z.instanceof(Uint8Array),
  at: z.string(),
});

/** Work that was not saved: a file with its edits, and when it was kept (ISO 8601). */
export type UnsavedWork = z.infer<typeof kept>;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error(DATABASE));
    };
  });
}

async function withStore<T>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = use(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        resolve(request.result);
      };
      transaction.onerror = () => {
        reject(transaction.error ?? new Error(STORE));
      };
    });
  } finally {
    database.close();
  }
}

/** Keeps unsaved work in the browser's own storage, in place of any before. */
export async function keepUnsavedWork(work: UnsavedWork): Promise<void> {
  await withStore('readwrite', (store) => store.put(work, KEY));
}

/** The unsaved work that is kept, null when there is none. */
export async function keptUnsavedWork(): Promise<UnsavedWork | null> {
  const found: unknown = await withStore('readonly', (store) => store.get(KEY));
  return kept.safeParse(found).data ?? null;
}

/** Forgets unsaved work: it was saved, or the person does not want it. */
export async function forgetUnsavedWork(): Promise<void> {
  await withStore('readwrite', (store) => store.delete(KEY));
}
