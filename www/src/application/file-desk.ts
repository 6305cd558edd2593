// The file that the text came from. In: a file that was dropped or chosen, another encoding for it, the wish to save. Out:
// its text, a download in the encoding that came in, or a sentence why not. What could not be decoded is written as it was.

import { isCoded, type Client } from "../core/client.js";
import type { Origin, Whence } from "../editor/origin.js";
import type { Provenance } from "../editor/provenance.js";
import { saveFile } from "../export/saving.js";
import type { OpenFile } from "../files/open-file.js";
import { plainName } from "../files/gathering.js";
import { refusal } from "../files/opening.js";
import type { Language, PageStrings } from "../language/language.js";
import { reasonFor } from "./reasons.js";

export interface Desk {
  client(): Client | undefined;
  language(): Language;
  strings(): PageStrings;
  /** Of the text as it stands. */
  origin(): Origin;
  /** The text as it stands in the editor. */
  text(): string;
  /** Puts a text in place of the one that stands there, as one step that can be undone. */
  show(text: string, from: Whence, said: string, given?: Provenance): void;
  tell(said: string): void;
  /** The text as it stands is what the file holds. */
  markOpened(): void;
  /** And it is there because the writer saved it. */
  markSaved(): void;
  fail(sentence: string): void;
}

export class FileDesk {
  constructor(private readonly desk: Desk) {}

  /** Opens a file in place of the text; if it cannot be read, the text stays. */
  async open(file: File): Promise<void> {
    const strings = this.desk.strings();
    const name = plainName(file.name);
    const refused = refusal(file, strings);
    if (refused) return this.desk.fail(strings.openFailed(name, refused));
    await this.read(file, name, undefined, () => strings.replacedText(name));
  }

  /** Opens the file again, in another encoding. */
  async reopen(encoding: string): Promise<void> {
    const { file } = this;
    if (!file) return;
    const { content, name } = file;
    await this.read(content, name, encoding, (read) => this.desk.strings().reopened(name, read));
  }

  /** A text that was misread as a whole: the file is opened anew, or, where it was saved so, the text is restored. */
  async restore(readAs: string, reopenAs: string): Promise<void> {
    if (this.file?.encoding === readAs) return this.reopen(reopenAs);
    const strings = this.desk.strings();
    try {
      const text = await this.core().reread(this.desk.text(), readAs, reopenAs);
      this.desk.show(text, this.desk.origin(), strings.restored(reopenAs));
    } catch (error) {
      this.desk.fail(strings.checkFailed(reasonFor(error, strings)));
    }
  }

  /** Hands the text to the browser's downloads, in the file's encoding, name and line breaks; that of a Word file or a web page as plain text. */
  async save(): Promise<void> {
    const { file } = this;
    if (!file) return;
    const strings = this.desk.strings();
    const isPlain = file.format === "text";
    const name = isPlain ? file.name : `${file.name.replace(/\.(docx|html?)$/i, "")}.txt`;
    const encoding = isPlain ? file.encoding : "UTF-8";
    try {
      const text = this.desk.text().replaceAll("\n", file.lineBreak);
      saveFile(name, await this.core().encode(text, encoding, isPlain ? { original: file.content } : {}), "application/octet-stream");
      this.desk.markSaved();
      this.desk.tell(strings.saved(name, encoding));
    } catch (error) {
      const character = isCoded(error) ? error.character : undefined;
      const reason = character === undefined ? reasonFor(error, strings) : strings.cannotHold(encoding, character, (isCoded(error) && error.line) || 1);
      this.desk.fail(strings.saveFailed(reason));
    }
  }

  private async read(content: Blob, name: string, encoding: string | undefined, said: (encoding: string) => string): Promise<void> {
    const strings = this.desk.strings();
    try {
      const options = { lang: this.desk.language(), ...(encoding === undefined ? {} : { encoding }) };
      const { text, report, synthesised, undecodable } = await this.core().checkBytes(content, name, options);
      const { encoding: read, encodingCertainty: certainty, format = "text" } = report.source;
      const lineBreak = /\r\n?|\n/.exec(text)?.[0] ?? "\n";
      const file: OpenFile = { name, encoding: read, certainty, format, lineBreak, content };
      this.desk.show(text, { name, file }, said(read), { synthesised, undecodable });
      this.desk.markOpened();
    } catch (error) {
      this.desk.fail(strings.openFailed(name, reasonFor(error, strings)));
    }
  }

  private get file(): OpenFile | undefined {
    return this.desk.origin().file;
  }

  private core(): Client {
    const client = this.desk.client();
    if (!client) throw new Error("no client");
    return client;
  }
}
