//! Which languages a reader prefers, from what browsers and terminals say.

/// Longest header that is looked at, in bytes: a browser's is below 100.
const ACCEPTED_LONGEST: usize = 500;

/// The languages of an `Accept-Language` header or a `LANG` value, without region and encoding, the dearest first.
pub(super) fn languages(accepted: &str) -> Vec<String> {
    let accepted = accepted.get(..ACCEPTED_LONGEST).unwrap_or(accepted);
    let mut ranked: Vec<(u32, String)> = accepted.split(',').filter_map(ranked_language).collect();
    // Stable: of two equally dear ones the first comes first.
    ranked.sort_by_key(|&(weight, _)| std::cmp::Reverse(weight));
    ranked.into_iter().map(|(_, language)| language).collect()
}

/// One entry as `vi-VN;q=0.8`: its weight in thousandths and its language; `None` when it isn't wanted.
fn ranked_language(entry: &str) -> Option<(u32, String)> {
    let mut parts = entry.split(';').map(str::trim);
    let language = parts.next()?.split(['-', '_', '.', '@']).next()?.to_ascii_lowercase();
    let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1000), thousandths)?;
    (weight > 0 && !language.is_empty()).then_some((weight, language))
}

/// `0.85` as 850; `None` for anything but a number from 0 to 1.
fn thousandths(text: &str) -> Option<u32> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths = whole.parse::<u32>().ok().filter(|&whole| whole <= 1)? * 1000
        + format!("{fraction:0<3}").parse::<u32>().ok()?;
    (thousandths <= 1000).then_some(thousandths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_and_terminals_are_understood() {
        assert_eq!(languages("vi-VN,vi;q=0.9,en-US;q=0.8"), ["vi", "vi", "en"]);
        assert_eq!(languages("fr;q=0.2, en ; q=0.75, vi;q=0"), ["en", "fr"]);
        assert_eq!(languages("vi_VN.UTF-8"), ["vi"]);
        assert_eq!(languages("C"), ["c"]);
        assert_eq!(languages("en;q=2,vi;q=x,;q=1,"), Vec::<String>::new());
    }
}
