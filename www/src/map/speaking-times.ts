// The speaking time of each part of one speech, as bars. In: its stops. Out: a list in which every part has a bar as long
// as its time, its name and its minutes; a click goes there.

import { html, svg, type TemplateResult } from "lit";
import type { PageStrings } from "../language/language.js";
import type { MapStop } from "./stops.js";

/** Nobody compares more bars than this. */
const MOST_BARS = 60;

export function speakingTimes(stops: MapStop[], title: string, strings: PageStrings, go: (stop: MapStop) => void): TemplateResult {
  const longest = Math.max(...stops.map(({ minutes }) => minutes), 0.01);
  return html`<section class="times" aria-labelledby="times">
    <h2 id="times">${strings.map.timesOf(title)}</h2>
    <ul>
      ${stops.slice(0, MOST_BARS).map(
        (stop) => html`<li>
          <button type="button" @click=${() => go(stop)}>
            <span class="name">${stop.kind === "opening" ? strings.map.opening : stop.name}</span>
            <svg class="time ${stop.kind}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              ${svg`<rect x="0" y="1" width=${((100 * stop.minutes) / longest).toFixed(2)} height="8" />`}
            </svg>
            <span class="minutes">${strings.minutesShort(stop.minutes)}</span>
          </button>
        </li>`,
      )}
    </ul>
  </section>`;
}
