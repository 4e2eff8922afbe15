//! What somebody wrote, as a message may repeat it: in one line, short, and without anything invisible.

/// Longest excerpt of a wrong value in a message, in characters.
const EXCERPT_LONGEST: usize = 40;

/// A text in quotes, shortened, its control characters and invisible ones as escapes.
pub(crate) fn quoted(text: &str) -> String {
    let mut characters = text.chars();
    let mut shown: String = characters.by_ref().take(EXCERPT_LONGEST).flat_map(visible).collect();
    if characters.next().is_some() {
        shown.push('…');
    }
    format!("\"{shown}\"")
}

/// A key as one writes it: bare when TOML allows that, else in quotes.
pub(crate) fn as_key(name: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_short = (1..=EXCERPT_LONGEST).contains(&name.len());
    if is_short && name.bytes().all(is_bare) { name.to_owned() } else { quoted(name) }
}

/// Control characters, and those that change the direction of writing or take no room.
pub(crate) fn is_invisible(character: char) -> bool {
    let takes_no_room = matches!(character,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    character.is_control() || takes_no_room
}

fn visible(character: char) -> Vec<char> {
    if is_invisible(character) { character.escape_unicode().collect() } else { vec![character] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_written_can_steer_the_terminal() {
        assert_eq!(quoted("Hộ tịch"), "\"Hộ tịch\"");
        assert_eq!(quoted("a\u{1b}[31m\u{202E}"), "\"a\\u{1b}[31m\\u{202e}\"");
        assert_eq!(quoted(&"ộ".repeat(41)), format!("\"{}…\"", "ộ".repeat(40)));
        assert_eq!(as_key("usual_minutes"), "usual_minutes");
        assert_eq!(as_key("số phút\u{7}"), "\"số phút\\u{7}\"");
    }
}
