//! The boot slip: which words stand on it, in the office's own language.

use jiff::Timestamp;
use moi_config::text::Value;
use moi_domain::{Hall, Setup, next_numbers};
use moi_printer::{BootSlip, Labelled};

use super::SlipWriter;

impl SlipWriter {
    /// The slip for the staff after a start at `now`; none when the business day has given no number yet, since then
    /// there is nothing to go on with. An orderly restart is told in the same words as a power cut. Whoever works in an
    /// office that was restored today from a backup of `restored_from` reads that numbers may come twice.
    #[must_use]
    pub fn boot_slip(
        &self,
        hall: &Hall,
        setup: &Setup,
        now: Timestamp,
        restored_from: Option<Timestamp>,
    ) -> Option<BootSlip> {
        let numbers = next_numbers(hall, setup, now)?;
        let language = self.office.languages.first().map_or("vi", String::as_str);
        let say = |id: &str, values: &[(&str, Value)]| self.texts.say(language, id, values);
        let started = now.to_zoned_datetime(self.zone.clone());
        let mut remark = say("slip-boot-remark", &[]);
        if let Some(made_at) = restored_from {
            let made_at = made_at.to_zoned_datetime(self.zone.clone()).strftime("%H:%M %d/%m").to_string();
            remark = format!("{}. {remark}", say("slip-boot-restored", &[("made_at", made_at.into())]));
        }
        let waiting = u32::try_from(hall.waiting_total()).unwrap_or(u32::MAX);
        Some(BootSlip {
            paper: self.paper(),
            office: self.office.name.in_language(language).to_owned(),
            unit: self.office.unit.in_language(language).to_owned(),
            title: say("slip-boot", &[]),
            time: started.strftime("%H:%M").to_string(),
            date: started.strftime("%d/%m/%Y").to_string(),
            numbers_title: say("slip-boot-next", &[]),
            numbers: numbers.iter().map(ToString::to_string).collect(),
            waiting: Labelled {
                label: say("slip-boot-waiting", &[]),
                value: waiting.to_string(),
                unit: say("slip-people", &[("count", waiting.into())]),
            },
            remark,
        })
    }
}
