// Saving to the browser's downloads. In: a name and bytes. Out: a download; no server takes part in it.

export function saveAs(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes its copy when the download starts, which is after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
