// The types of `speech-structure/element`. Written by hand: what the element is made of is no concern of a page.

import type { ClientOptions } from "./types/core/client.js";
import type { Configuration, Report } from "./types/core/types.js";

export type * from "./types/core/types.js";
export type { FrameAnswer, FrameRequest, Settings } from "./types/embedding/protocol.js";

export interface SpeechStructureCheckerEventMap extends HTMLElementEventMap {
  /** After each check. */
  report: CustomEvent<{ report: Report; milliseconds: number }>;
  /** The reader has silenced a finding or restored some; `silenced` has the new list. */
  silenced: Event;
}

/** `<speech-structure-checker>`. */
export declare class SpeechStructureChecker extends HTMLElement {
  /** The text. */
  value: string;
  /** The report of the newest text that was checked. */
  readonly report: Report | undefined;
  /** `zh-Hans`, `zh-Hant` or `en`. */
  lang: string;
  theme: "system" | "light" | "dark";
  /** The address of a JSON file with house rules, or `#id` of a JSON block in the page. */
  config: string;
  /** House rules, given directly. */
  configuration: Configuration | undefined;
  /** Ids of the findings that are silenced, those of the house rules included; to be kept by the page, if it likes. */
  silenced: readonly string[];
  /** What the text is called; as an attribute also the name of the form's field. */
  name: string;
  readonly: boolean;
  readonly form: HTMLFormElement | null;
  /** Whether the text differs from what was given, opened or saved last. */
  readonly modified: boolean;
  markSaved(): void;
  /** Resolves when the text as it stands has been checked. */
  checked(): Promise<void>;
  addEventListener<Type extends keyof SpeechStructureCheckerEventMap>(
    type: Type,
    listener: (event: SpeechStructureCheckerEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** Defines the element. Without addresses, the core and the worker inside this module serve. */
export declare function defineElement(options?: ClientOptions): void;

declare global {
  interface HTMLElementTagNameMap {
    "speech-structure-checker": SpeechStructureChecker;
  }
}
