// Saving to the browser's downloads. In: a name, and bytes or a Blob. Out: a download; no server takes part in it.

export function saveAs(name: string, content: Uint8Array | Blob): void {
  const blob = content instanceof Blob ? content : new Blob([content as BlobPart], { type: "application/octet-stream" });
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes its copy when the download starts, which is after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
