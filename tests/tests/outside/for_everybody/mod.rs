//! Pages for everybody: what EN 301 549 and WCAG 2.2 AA ask of a page, as far as a machine can tell.

mod axe_boards;
mod axe_citizens;
mod axe_set_up;
mod axe_staff;
mod every_page;
mod keyboard;
mod kiosk_ease;
mod kiosk_reach;
mod kiosk_voice;
mod reflow;
mod spoken;
mod targets;
mod walk;
