/** The three pictures that are more than a pictogram: the mark, the branch and the ridge. Decoration: not for ears. */
import { html, svg } from "../vendor/lit-html/lit-html.js";

const petal = "M24 20.5C16.5 17 14.5 8.5 19 4.8c1.8-1.4 3.9-.6 5 1.2 1.1-1.8 3.2-2.6 5-1.2C33.5 8.5 31.5 17 24 20.5z";
const blossom = svg`<path d=${petal}/><path d=${petal} transform="rotate(72 24 24)"/><path d=${petal}
  transform="rotate(144 24 24)"/><path d=${petal} transform="rotate(216 24 24)"/><path d=${petal}
  transform="rotate(288 24 24)"/>`;

/** @param {string} place  a transform @param {string} colour */
const blossomAt = (place, colour) => svg`<g fill=${colour} transform="${place} translate(-24 -24)">${blossom}</g>`;

/** The mark of the project: a peach blossom. */
export const mark = () =>
  html`<svg class="mark" viewBox="0 0 48 48" fill="currentColor" aria-hidden="true">${blossom}</svg>`;

/** A flowering branch; its wood takes `--branch`. */
export const branch = () => html`<svg class="branch" viewBox="0 0 420 420" aria-hidden="true">
  <g fill="none" stroke="var(--branch,var(--cham-400))" stroke-linecap="round" stroke-linejoin="round">
    <path stroke-width="9" d="M420 300L322 268 262 208 170 190"/>
    <path stroke-width="6" d="M262 208L246 132 196 84M170 190L118 142M322 268l-46 62-62 18"/>
    <path stroke-width="5" d="M246 132l52-44M170 190l-56 26"/>
  </g>
  ${blossomAt("translate(196 84) scale(1.9) rotate(10)", "var(--dao-400)")}
  ${blossomAt("translate(300 86) scale(1.25) rotate(40)", "var(--dao-300)")}
  ${blossomAt("translate(112 136) scale(1.35) rotate(-20)", "var(--dao-300)")}
  ${blossomAt("translate(262 206) scale(2.3) rotate(24)", "var(--dao-400)")}
  ${blossomAt("translate(212 350) scale(1.6) rotate(-8)", "var(--dao-400)")}
  <g fill="var(--dao-300)"><circle cx="108" cy="218" r="11"/><circle cx="328" cy="272" r="9"/>
    <circle cx="160" cy="62" r="8"/></g>
</svg>`;

/** The limestone hills, two lines of them; colours from `--ridge-1` and `--ridge-2`. */
export const ridge = () => html`<svg class="ridge" viewBox="0 0 1080 300" preserveAspectRatio="xMidYMax slice"
  aria-hidden="true">
  <path fill="var(--ridge-1)" d="
      M0 196C4 195 17 201 26 190C35 179 44 144 52 128C60 112 66 99 74 92C82 85 90 83 98 88
      C106 93 115 107 122 122
      C129 137 132 164 140 180C148 196 159 210 170 216C181 222 196 222 206 214C216 206 223 186 230 168
      C237 150 240 122 246 104C252 86 258 72 266 62C274 52 284 45 292 44C300 43 309 45 316 54
      C323 63 328 85 334 100C340 115 343 138 350 146C357 154 366 153 374 146C382 139 389 114 396 104
      C403 94 411 86 418 86C425 86 433 90 440 104C447 118 452 153 462 172C472 191 484 209 498 218
      C512 227 533 229 548 228C563 227 579 226 590 214C601 202 609 177 616 156C623 135 627 107 634 88
      C641 69 648 54 656 44C664 34 675 26 684 26C693 26 701 30 708 42C715 54 720 80 726 100
      C732 120 736 146 744 160C752 174 766 186 776 184C786 182 797 162 806 150C815 138 820 121 828 114
      C836 107 845 103 854 106C863 109 872 119 880 134C888 149 893 180 904 194C915 208 931 220 944 220
      C957 220 971 206 980 192C989 178 993 152 1000 136C1007 120 1016 104 1024 98C1032 92 1041 91 1050 98
      C1059 105 1075 133 1080 140V300H0z"/>
  <path fill="var(--ridge-2)" d="
      M0 258C9 256 39 255 54 246C69 237 80 217 92 206C104 195 114 183 124 178C134 173 143 172 152 176
      C161 180 169 193 180 204C191 215 196 234 216 244C236 254 272 262 300 264C328 266 362 262 384 256
      C406 250 418 235 430 226C442 217 447 208 456 204C465 200 476 197 486 200C496 203 502 211 514 220
      C526 229 532 244 556 252C580 260 624 268 660 270C696 272 742 268 770 262C798 256 812 243 826 232
      C840 221 846 205 856 196C866 187 874 179 884 176C894 173 904 174 914 180C924 186 933 201 946 212
      C959 223 968 238 990 246C1012 254 1065 256 1080 258V300H0z"/>
</svg>`;
