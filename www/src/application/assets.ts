// Where the core and the house rules lie: beside the page, by relative address, so that the site runs under any path. The
// build puts the name in. assets-inline.ts is this file's twin for the single file.

import { compile, type ClientOptions } from "../core/client.js";
import { houseAt, noHouse, type House } from "../settings/house.js";
import { packedWorker } from "./packed-worker.js";

declare const CORE_FILE: string;

const beside = (name: string) => new URL(name, document.baseURI).href;

let module: Promise<WebAssembly.Module> | undefined;

/** Fetched and compiled once, for every worker that is ever started. */
const wasm = () => (module ??= compile(beside(CORE_FILE)));

export const core: ClientOptions = { wasm, worker: packedWorker };

export const house = (): Promise<House> => houseAt(beside("config.json")).catch(() => noHouse);
