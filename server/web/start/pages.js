/** The pages of an office, for those who come to the start page: what they are called is in the catalogue. */

/**
 * @typedef {object} PageEntry
 * @property {string} id  of its messages: `start-<id>` and `start-<id>-for`
 * @property {string} icon
 * @property {string | null} address  null: there is no one address
 */

/** @type {{ group: string, pages: PageEntry[] }[]} */
const PAGES = [
  {
    group: "start-hall",
    pages: [
      { id: "kiosk", icon: "slip", address: "/kiosk" },
      { id: "wall", icon: "people", address: "/wall" },
      { id: "counter", icon: "bell", address: null },
      { id: "phone", icon: "phone", address: null },
      { id: "book", icon: "calendar", address: "/book" },
      { id: "pair", icon: "box", address: "/pair" },
    ],
  },
  {
    group: "start-staff",
    pages: [
      { id: "desk", icon: "user", address: "/desk" },
      { id: "reception", icon: "people", address: "/reception" },
      { id: "sign-in", icon: "right", address: "/sign-in" },
      { id: "account", icon: "user", address: "/account" },
      { id: "admin", icon: "check", address: "/admin" },
      { id: "api", icon: "doc", address: "/api" },
    ],
  },
];

/**
 * The pages that there are: nobody is sent to book where no citizen can.
 * @param {{ appointments: { online: boolean } }} office
 */
export function pagesOf({ appointments }) {
  return PAGES.map(({ group, pages }) =>
    ({ group, pages: pages.filter(({ id }) => id !== "book" || appointments.online) }));
}
