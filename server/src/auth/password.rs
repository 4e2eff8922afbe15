//! Which passwords and PINs people may choose, after OWASP ASVS 5.0, 6.2: long, of any letters, without rules of
//! composition, and none that is guessed at once.

use moi_config::Office;
use unicode_normalization::UnicodeNormalization;
use zxcvbn::{Score, zxcvbn};

use super::secret::PIN_DIGITS;

/// Characters that a password has at least.
pub const PASSWORD_MIN: usize = 12;

/// Characters that it has at most: whole sentences, and no work for a hash without end.
pub const PASSWORD_MAX: usize = 200;

/// Letters of a word of the office's that must not carry a password: shorter ones are in every sentence.
const WORD_MIN: usize = 3;

/// Characters that must be left of a password without the words of person and office.
const LEFT_MIN: usize = 8;

/// Why a password or PIN is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Too few characters.
    Short,
    /// Too many characters.
    Long,
    /// One of the first that anybody tries, or made of the person's or office's name.
    Guessable,
    /// A PIN of something else than six digits.
    NoPin,
}

impl Weakness {
    /// Its word in the API.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Long => "long",
            Self::Guessable => "guessable",
            Self::NoPin => "no-pin",
        }
    }
}

/// As it is hashed: composed letters, so that every keyboard types the same; nothing is trimmed or cut.
pub(super) fn as_hashed(password: &str) -> String {
    password.nfc().collect()
}

/// Whether this person may choose this password.
pub(super) fn judge(password: &str, name: &str, office: &Office) -> Result<(), Weakness> {
    let length = password.chars().count();
    if length < PASSWORD_MIN {
        return Err(Weakness::Short);
    }
    if length > PASSWORD_MAX {
        return Err(Weakness::Long);
    }
    let words = words_of(name, office);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let plain = plain(password);
    let left = words.iter().fold(plain.clone(), |left, word| left.replace(word, ""));
    if left.chars().filter(|sign| sign.is_alphanumeric()).count() < LEFT_MIN {
        return Err(Weakness::Guessable);
    }
    // Below three are those that ten million guesses find: common words, names with a year behind them, rows of keys.
    let is_guessed = |text: &str| zxcvbn(text, &words).score() < Score::Three;
    // Vietnamese is looked at without its marks, too, as guessing programs do.
    if is_guessed(password) || is_guessed(&plain) { Err(Weakness::Guessable) } else { Ok(()) }
}

/// Whether somebody may choose this PIN: not one of the few that everybody tries first.
pub(super) fn judge_pin(pin: &str) -> Result<(), Weakness> {
    let digits: Vec<i16> =
        pin.chars().filter_map(|digit| digit.to_digit(10)).filter_map(|d| d.try_into().ok()).collect();
    if digits.len() != PIN_DIGITS || pin.chars().count() != PIN_DIGITS {
        return Err(Weakness::NoPin);
    }
    let steps: Vec<i16> = digits.windows(2).map(|pair| (pair[1] - pair[0]).rem_euclid(10)).collect();
    let is_row = steps.iter().all(|step| *step == steps[0]) && [0, 1, 9].contains(&steps[0]);
    let repeats = digits[..3] == digits[3..] || (digits[..2] == digits[2..4] && digits[..2] == digits[4..]);
    if is_row || repeats { Err(Weakness::Guessable) } else { Ok(()) }
}

/// The words that whoever knows person and office tries first, without their marks, the longest first.
fn words_of(name: &str, office: &Office) -> Vec<String> {
    let texts = office.name.iter().chain(office.unit.iter()).map(|(_, text)| text);
    let mut words = vec!["moi".to_owned(), plain(name)];
    words.extend(plain(name).split(' ').map(str::to_owned));
    for text in texts.chain([name]) {
        words.extend(plain(text).split(' ').filter(|word| word.len() >= WORD_MIN).map(str::to_owned));
        words.push(plain(text).replace(' ', ""));
    }
    words.retain(|word| !word.is_empty());
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// Small letters without marks.
fn plain(text: &str) -> String {
    let letters = text.nfd().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter));
    letters.map(|letter| if matches!(letter, 'đ' | 'Đ') { 'd' } else { letter }).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use moi_config::{Source, load};

    use super::*;
    use crate::auth::code;

    const HA: &str = "Nông Thị Hà";

    fn judged(password: &str) -> Result<(), Weakness> {
        judge(password, HA, &load(Source::Embedded).expect("the shipped set-up"))
    }

    #[test]
    fn a_password_has_twelve_to_two_hundred_characters_of_any_kind() {
        assert_eq!(judged("kq7Rw2mXp9"), Err(Weakness::Short));
        assert_eq!(judged(&"ô tô màu tím ".repeat(20)), Err(Weakness::Long));
        for good in [
            "mẹ tôi trồng mười cây đào",
            "con trâu đi trước cái cày",
            "hvtz kfme wqpa ndbx",
            "锦绣山河一片红旗飘飘扬扬",
        ] {
            assert_eq!(judged(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn a_password_that_anybody_tries_is_refused() {
        for weak in ["password1234", "123456789012", "aaaaaaaaaaaa", "qwertyuiop12", "iloveyou1234", "111111222222"] {
            assert_eq!(judged(weak), Err(Weakness::Guessable), "{weak}");
        }
    }

    #[test]
    fn a_password_made_of_name_or_office_is_refused() {
        let office = load(Source::Embedded).expect("the shipped set-up");
        let unit = office.name.iter().next().expect("a name").1.to_owned();
        for weak in ["nongthiha1990", "Nông Thị Hà 1", "ha.nong.thi.2026", &format!("{unit} 1"), &plain(&unit)] {
            assert_eq!(judged(weak), Err(Weakness::Guessable), "{weak}");
        }
    }

    #[test]
    fn a_password_that_moi_makes_is_allowed() {
        for _ in 0..20 {
            let made = code::password();
            assert_eq!(judged(&made), Ok(()), "{made}");
        }
    }

    #[test]
    fn a_pin_is_six_digits_and_none_that_everybody_tries() {
        for weak in ["000000", "123456", "654321", "789012", "123123", "121212"] {
            assert_eq!(judge_pin(weak), Err(Weakness::Guessable), "{weak}");
        }
        for wrong in ["", "12345", "1234567", "12345x", "١٢٣٤٥٦"] {
            assert_eq!(judge_pin(wrong), Err(Weakness::NoPin), "{wrong}");
        }
        for good in ["471100", "290415", "112358"] {
            assert_eq!(judge_pin(good), Ok(()), "{good}");
        }
    }
}
