// Where core, worker and house rules lie: beside the page, by relative address, so that the site runs under any path. The
// build puts the names in. assets-inline.ts is this file's twin for the single file.

import type { ClientOptions } from "../core/client.js";
import { houseAt, type House } from "../settings/house.js";
import { workerAt } from "./trusted.js";

declare const CORE_FILE: string;
declare const WORKER_FILE: string;

const beside = (name: string) => new URL(name, document.baseURI).href;

export const core: ClientOptions = { wasm: beside(CORE_FILE), worker: workerAt(beside(WORKER_FILE)) };

export const house = (): Promise<House> => houseAt(beside("config.json"));
