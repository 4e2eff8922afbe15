/**
 * Every drawing of the pages. Pictograms: 48 grid, stroke 3, round ends, one colour (`currentColor`), `f` filled,
 * `w` heavier. One field of work has one pictogram everywhere: kiosk, slip, phone, wall, counter.
 */
import { html, nothing, svg } from "../vendor/lit-html/lit-html.js";
import { branch, mark, ridge } from "./pictures.js";

/** @type {Record<string, ReturnType<typeof svg>>} */
const pictograms = {
  A: svg`
    <circle cx="14" cy="12" r="5"/>
    <circle cx="34" cy="12" r="5"/>
    <circle cx="24" cy="25" r="4"/>
    <path d="M5 41V31a9 9 0 0 1 9-9M43 41V31a9 9 0 0 0-9-9M15 41a9 9 0 0 1 18 0"/>`,
  C: svg`
    <path d="M37 20V14L29 6H11v36h10M29 6v8h8M17 20h11M17 28h6"/>
    <circle cx="33" cy="32" r="7"/>
    <path d="M30 32l2.2 2.2 4-4.4M29 38.5V45l4-2.5 4 2.5v-6.5"/>`,
  D: svg`
    <path d="M24 4a8 8 0 0 1 8 8c0 6-8 13-8 13s-8-7-8-13a8 8 0 0 1 8-8z"/>
    <circle class="f" cx="24" cy="12" r="2.8"/>
    <path d="M13 25l-9 5v13l13-5 14 5 13-5V25l-9 3M17 38v-8M31 43v-8"/>`,
  E: svg`
    <path d="M26 23c-5.5-3.8-10-7.2-10-11.7A5.3 5.3 0 0 1 26 8.5a5.3 5.3 0 0 1 10 2.8C36 15.8 31.5 19.2 26 23z"/>
    <path d="M4 29h6l5.5-1.5c3.5 0 5.5 3 8.5 3h4a3 3 0 0 1 0 6h-8M30.5 34l9-4.3a3.2 3.2 0 0 1 3 5.6L29 42.5c-2 1-4
     1-6 .3L14 40H4"/>`,
  H: svg`
    <path d="M4 23L24 6l20 17M9 21v21h30V21"/>
    <circle cx="24" cy="23.5" r="4.2"/>
    <path d="M16 42v-2a8 8 0 0 1 16 0v2"/>`,
  K: svg`
    <path d="M9 6h30l4 11H5zM5 17a4.75 4.75 0 0 0 9.5 0 4.75 4.75 0 0 0 9.5 0 4.75 4.75 0 0 0 9.5 0 4.75 4.75 0 0 0
     9.5 0M9 27v15h30V27M26 42V31h7v11M15 31h5v5h-5z"/>`,
  M: svg`
    <path d="M8 5h32a3 3 0 0 1 3 3v24a3 3 0 0 1-3 3H26l-10 8v-8H8a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z"/>
    <path d="M19 15.5a5 5 0 1 1 7.3 4.4c-1.6.9-2.3 1.8-2.3 3.6"/>
    <circle class="f" cx="24" cy="28.5" r="2"/>`,
  X: svg`
    <path d="M5 34h38v8H5zM18 34v8M31 34v8M5 34v-8h26v8M12 26v8M24 26v8M5 26v-8h13v8"/>
    <path d="M24 20l4.5-11.5 8 8zM32.5 12.5l3.5-3.5"/>
    <path class="w" d="M37 8l4-4"/>`,
  x: svg`<path class="w" d="M11 11l26 26M37 11L11 37"/>`,
  bell: svg`<path d="M10 36c3-3 3-7 3-14a11 11 0 0 1 22 0c0 7 0 11 3 14zM20 41a4 4 0 0 0 8 0"/>`,
  box: svg`<path d="M6 8h36v9H6zM9 17v24h30V17M19 25h10"/>`,
  calendar: svg`<path d="M7 10h34v32H7zM7 19h34M16 5v9M32 5v9"/><path class="w" d="M17 30l5 5 9-9"/>`,
  check: svg`<path class="w" d="M8 25l11 11L40 13"/>`,
  child: svg`
    <circle cx="16" cy="8" r="4.5"/>
    <path d="M16 16v14l-4 13M16 30l4 13M16 19l8 9"/>
    <circle cx="33" cy="21" r="3.8"/>
    <path d="M24 28l9 2v6l-3 7M33 36l3 7M33 30l5 4"/>`,
  clock: svg`<circle cx="24" cy="24" r="18"/><path d="M24 13v11l8 5"/>`,
  contrast: svg`<circle cx="24" cy="24" r="18"/><path class="f" d="M24 6a18 18 0 0 1 0 36z"/>`,
  disk: svg`
    <ellipse cx="24" cy="11" rx="16" ry="6"/>
    <path d="M8 11v26c0 3.3 7.2 6 16 6s16-2.7 16-6V11M8 24c0 3.3 7.2 6 16 6s16-2.7 16-6"/>`,
  doc: svg`<path d="M11 5h18l8 8v30H11zM29 5v8h8M18 22h12M18 29h12M18 36h7"/>`,
  down: svg`<path class="w" d="M24 6v34M10 27l14 14 14-14"/>`,
  elder: svg`
    <circle cx="21" cy="8" r="4.5"/>
    <path d="M20 16c-4.5 3.5-6 8-5 14l-3 13M15 30l7 5v8M20 18l5 7 6 1.5M33 26v17M29.5 26.5a3.7 3.7 0 0 1 7 0"/>`,
  erase: svg`<path d="M16 10h27v28H16L4 24z"/><path class="w" d="M23 18l12 12M35 18L23 30"/>`,
  eye: svg`
    <path d="M4 24c5-8.5 12-13 20-13s15 4.5 20 13c-5 8.5-12 13-20 13S9 32.5 4 24z"/>
    <circle class="f" cx="24" cy="24" r="5.5"/>`,
  f1: svg`
    <circle cx="24" cy="24" r="20"/>
    <circle class="f" cx="17" cy="22" r="2.4"/>
    <circle class="f" cx="31" cy="22" r="2.4"/>
    <path d="M13.5 36a11 11 0 0 1 21 0M12 17.5l6.5-3.5M36 17.5l-6.5-3.5"/>`,
  f2: svg`
    <circle cx="24" cy="24" r="20"/>
    <circle class="f" cx="17" cy="19" r="2.4"/>
    <circle class="f" cx="31" cy="19" r="2.4"/>
    <path d="M15 33a11 9 0 0 1 18 0"/>`,
  f3: svg`
    <circle cx="24" cy="24" r="20"/>
    <circle class="f" cx="17" cy="19" r="2.4"/>
    <circle class="f" cx="31" cy="19" r="2.4"/>
    <path d="M15 31h18"/>`,
  f4: svg`
    <circle cx="24" cy="24" r="20"/>
    <circle class="f" cx="17" cy="19" r="2.4"/>
    <circle class="f" cx="31" cy="19" r="2.4"/>
    <path d="M14 28a11 9 0 0 0 20 0"/>`,
  f5: svg`
    <circle cx="24" cy="24" r="20"/>
    <circle class="f" cx="17" cy="19" r="2.4"/>
    <circle class="f" cx="31" cy="19" r="2.4"/>
    <path d="M13 27h22a11 11 0 0 1-22 0z"/>`,
  globe: svg`<circle cx="24" cy="24" r="18"/><path d="M6 24h36M24 6c-11 11-11 25 0 36M24 6c11 11 11 25 0 36"/>`,
  go: svg`<path class="f" d="M4 19.5h24L17.5 9 24 2.5 45.5 24 24 45.5 17.5 39 28 28.5H4z"/>`,
  high: svg`<path d="M10 6h28M24 36V14M14 24l10-10 10 10M10 43h28"/>`,
  left: svg`<path class="w" d="M40 24H8M21 11L8 24l13 13"/>`,
  low: svg`<path d="M10 6h28M24 14v22M14 27l10 10 10-10M10 43h28"/>`,
  lunch: svg`<path d="M8 24h32a16 16 0 0 1-10 15H18A16 16 0 0 1 8 24zM20 17c-3-3 3-5 0-9M29 17c-3-3 3-5 0-9"/>`,
  merit: svg`
    <circle cx="24" cy="31" r="11"/>
    <path class="f" d="M24 24.5l2 4.1 4.5.6-3.3 3.2.8 4.5-4-2.1-4 2.1.8-4.5-3.3-3.2 4.5-.6z"/>
    <path d="M17.5 21.5L11 5h8l5 11 5-11h8l-6.5 16.5"/>`,
  minus: svg`<path class="w" d="M8 24h32"/>`,
  mute: svg`<path d="M6 18h8l11-9v30l-11-9H6z"/><path d="M33 19l10 10M43 19L33 29"/>`,
  note: svg`<path d="M37 24V8H7v34h17M15 17h14M15 25h9"/><path d="M28 42l2-8 11-11 6 6-11 11z"/>`,
  pause: svg`<path class="f" d="M12 8h8v32h-8zM28 8h8v32h-8z"/>`,
  people: svg`
    <circle cx="17" cy="15" r="6"/>
    <path d="M5 40a12 12 0 0 1 24 0M30 9.5a6 6 0 0 1 0 11M34 28.5A12 12 0 0 1 43 40"/>`,
  phone: svg`<path d="M14 4h20a3 3 0 0 1 3 3v34a3 3 0 0 1-3 3H14a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3zM21 37h6"/>`,
  plus: svg`<path class="w" d="M8 24h32M24 8v32"/>`,
  preg: svg`
    <circle cx="21" cy="8" r="4.5"/>
    <path d="M18.5 16c-3.5 6-3.5 11-2.5 15v12M23 16c.5 3.5 2 5.5 5 8 4 3.5 2.5 9.5-3.5 9.5V43"/>`,
  printer: svg`
    <path d="M13 18V6h22v12M13 34H6V18h36v16h-7M13 28h22v14H13z"/>
    <circle class="f" cx="36" cy="23.5" r="1.8"/>`,
  right: svg`<path class="w" d="M8 24h32M27 11l13 13-13 13"/>`,
  screen: svg`<path d="M5 8h38v26H5zM24 34v8M15 42h18"/>`,
  slip: svg`<path d="M5 12h38v10H5z"/><path d="M12 17v23l4-3 4 3 4-3 4 3 4-3 4 3V17M18 25h12M18 31h8"/>`,
  sound: svg`<path d="M6 18h8l11-9v30l-11-9H6z"/><path d="M32 17a10 10 0 0 1 0 14M37 11a18 18 0 0 1 0 26"/>`,
  swap: svg`<path d="M8 16h30M30 8l8 8-8 8M40 34H10M18 26l-8 8 8 8"/>`,
  tag: svg`<path d="M6 6h17l19 19-17 17L6 23z"/><circle class="f" cx="15" cy="15" r="2.6"/>`,
  undo: svg`<path d="M10 18h20a10 10 0 0 1 0 20H18M18 9l-9 9 9 9"/>`,
  unlink: svg`
    <path d="M8 20a24 24 0 0 1 8-5M31 15a24 24 0 0 1 9 5M15 28a14 14 0 0 1 5-3M29 25.5a14 14 0 0 1 4 2.5"/>
    <circle class="f" cx="24" cy="36" r="3"/>
    <path class="w" d="M9 7l30 34"/>`,
  up: svg`<path class="w" d="M24 42V8M10 21L24 7l14 14"/>`,
  user: svg`<circle cx="24" cy="16" r="8"/><path d="M8 43a16 16 0 0 1 32 0"/>`,
  warn: svg`<path d="M24 6L44 41H4z"/><path d="M24 18v11"/><circle class="f" cx="24" cy="35" r="2"/>`,
  wheel: svg`<circle cx="19" cy="7" r="4"/><path d="M19 14v13h12l5 11 4-1.5M19 20h9M14.5 24a10.5 10.5 0 1 0 14 12.5"/>`,
};

/** @type {Record<string, () => ReturnType<typeof html>>} */
const pictures = { mark, branch, ridge };

/**
 * A drawing by its name. A pictogram has the classes `ico` and `ico-<name>`, is one `em` wide and takes the colour of
 * its text; `mark`, `branch` and `ridge` have their own class and size. An unknown name draws nothing.
 * @param {string} name
 * @param {{ label?: string }} [options]  `label`: its name for ears, where no text beside it says the same
 */
export function icon(name, { label } = {}) {
  if (pictures[name]) return pictures[name]();
  const drawing = pictograms[name];
  if (!drawing) return nothing;
  return label
    ? html`<svg class="ico ico-${name}" viewBox="0 0 48 48" role="img" aria-label=${label}>${drawing}</svg>`
    : html`<svg class="ico ico-${name}" viewBox="0 0 48 48" aria-hidden="true">${drawing}</svg>`;
}

/** Names of all drawings. */
export const iconNames = [...Object.keys(pictograms), ...Object.keys(pictures)];
