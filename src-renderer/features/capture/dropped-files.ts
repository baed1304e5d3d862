// The files of a drop, those within folders too: a folder is handed out as a file that nobody can read.

/** More are a disk that was dropped by mistake. */
const MOST_FILES = 2_000;
const DEEPEST = 8;
/** What systems put into folders by themselves; names that begin with a dot are hidden as well. */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set(['desktop.ini', 'thumbs.db']);

/** Must be called while the drop is handled: afterwards its items are gone. A folder's files come in the order of their names. */
export const droppedFiles = async (data: DataTransfer | null): Promise<readonly File[]> => {
  const dropped = [...(data?.items ?? [])]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ file: item.getAsFile(), entry: item.webkitGetAsEntry() }));
  const found: File[] = [];
  for (const { file, entry } of dropped) {
    if (entry !== null && isFolder(entry)) await takeFrom(entry, found, DEEPEST);
    else if (file !== null) found.push(file);
  }
  return found;
};

const takeFrom = async (folder: FileSystemDirectoryEntry, found: File[], depth: number): Promise<void> => {
  const entries = (await entriesOf(folder)).toSorted((a, b) => a.name.localeCompare(b.name));
  for (const entry of entries) {
    if (found.length >= MOST_FILES) return;
    if (entry.name.startsWith('.') || OF_THE_SYSTEM.has(entry.name.toLowerCase())) continue;
    if (isFolder(entry)) {
      if (depth > 1) await takeFrom(entry, found, depth - 1);
    } else if (isFile(entry)) {
      const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
      if (file !== null) found.push(file);
    }
  }
};

/** Handed out in parts; an empty one is the end. A folder that can't be looked into has nothing. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (part.length === 0) return all;
    all.push(...part);
  }
};

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
