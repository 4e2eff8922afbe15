/** What one ticket is for: services in the order in which they were touched, and how many files. Pure. */

/**
 * A touch on a service while services are added: it joins the others, or leaves them. More than the office allows do
 * not join.
 * @param {string[]} services @param {string} touched @param {number} most
 */
export function toggled(services, touched, most) {
  if (services.includes(touched)) return services.filter((service) => service !== touched);
  return services.length < most ? [...services, touched] : services;
}

/** So many files, at least one. @param {number} cases @param {number} most */
export function counted(cases, most) {
  return Math.min(Math.max(1, cases), Math.max(1, most));
}

/**
 * What the set-up lets a visitor say here.
 * @param {any} office
 * @returns {{ servicesMax: number, casesMax: Record<string, number> }}
 *   `servicesMax`: services of one ticket; `casesMax`: files of one, for the services that ask
 */
export function limitsOf({ services, services_max: most, kiosk_asks_services: asks }) {
  const asking = services.filter((/** @type {any} */ service) => service.ask_cases);
  return {
    // No more than there are.
    servicesMax: asks ? Math.min(most, services.length) : 1,
    casesMax: Object.fromEntries(asking.map((/** @type {any} */ service) => [service.code, service.cases_max])),
  };
}
