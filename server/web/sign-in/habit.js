/** Who signed in last on this computer, and at which counter: proposed next time. The PIN is never kept. */

const PLACE = "moi.sign-in";

/** @typedef {{ name: string, counter: number | null }} Habit */

/** @returns {Habit | null} */
export function recall() {
  try {
    const habit = JSON.parse(localStorage.getItem(PLACE) ?? "null");
    if (typeof habit?.name !== "string") return null;
    return { name: habit.name, counter: Number.isInteger(habit.counter) ? habit.counter : null };
  } catch {
    return null;
  }
}

/** @param {Habit} habit */
export function remember(habit) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(habit));
  } catch {
    // A browser that keeps nothing only costs a few keys.
  }
}
