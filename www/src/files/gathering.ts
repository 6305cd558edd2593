// Which files a drop or a folder holds. In: what the browser hands over. Out: files with their paths, in the order of
// their names; hidden files and what is surely no text are left out.

/** A file, and where it stood in the folder that was given. */
export interface Found {
  file: File;
  path: string;
}

/** What turns the words around it backwards or is not seen at all; a file's name may be anybody's. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A file's name as it is shown, and given to a copy. */
export function plainName(name: string): string {
  return name.replace(UNSEEN, "");
}

/** Pictures, programs and the like, which a folder may hold beside drafts. */
const FOREIGN = /\.(png|jpe?g|gif|webp|bmp|ico|svg|mp[34]|wav|avi|mov|exe|dll|lnk|css|js|wasm|tmp)$/i;

function isHidden(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$") || name === "Thumbs.db" || name === "desktop.ini";
}

/**
 * Everything that was dropped, folders opened. Must be called while the drop is being told, because the browser takes
 * the entries away afterwards.
 */
export function dropped(data: DataTransfer): Promise<Found[]> {
  const entries = [...data.items].filter(({ kind }) => kind === "file").map((item) => item.webkitGetAsEntry());
  if (entries.some((entry) => entry === null)) return Promise.resolve([...data.files].map((file) => ({ file, path: plainName(file.name) })));
  const whole = entries.map((entry) => inside(entry as FileSystemEntry, entries.length === 1));
  return Promise.all(whole).then((found) => inOrder(found.flat()));
}

/** `chosen` by the dialog for folders, which lists all that is in them. */
export function chosen(files: FileList): Found[] {
  const found = [...files].map((file) => ({ file, path: plainName(file.webkitRelativePath || file.name) }));
  return inOrder(found.filter(({ path }) => files.length === 1 || !path.split("/").some(isHidden)).filter(({ path }) => files.length === 1 || !FOREIGN.test(path)));
}

async function inside(entry: FileSystemEntry, alone: boolean): Promise<Found[]> {
  if (entry.isFile) {
    if (!alone && (isHidden(entry.name) || FOREIGN.test(entry.name))) return [];
    const file = await new Promise<File | undefined>((resolve) => (entry as FileSystemFileEntry).file(resolve, () => resolve(undefined)));
    return file ? [{ file, path: plainName(entry.fullPath.replace(/^\//, "") || file.name) }] : [];
  }
  if (isHidden(entry.name)) return [];
  const found: Found[] = [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A reader hands over a hundred at a time, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return found;
    for (const next of some) found.push(...(await inside(next, false)));
  }
}

function inOrder(found: Found[]): Found[] {
  const order = new Intl.Collator("zh-Hans", { numeric: true });
  return found.sort((one, other) => order.compare(one.path, other.path));
}
