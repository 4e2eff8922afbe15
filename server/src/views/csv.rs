//! Tables for spreadsheets.

/// By this a spreadsheet knows that the text is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A table with a line of heads, below a line that says what whoever finds the file must know of it, if anything. A
/// spreadsheet of a country that writes 1,5 for one and a half separates by semicolons, and takes a comma for a part of
/// the text: so the reader's language decides.
#[must_use]
pub fn csv_table<const N: usize>(
    language: &str,
    mark: Option<&str>,
    heads: [String; N],
    rows: impl Iterator<Item = [String; N]>,
) -> String {
    let separator = if language == "en" { ',' } else { ';' };
    let mut table = String::from(BYTE_ORDER_MARK);
    if let Some(mark) = mark {
        push_field(&mut table, mark);
        table.push_str("\r\n");
    }
    for row in std::iter::once(heads).chain(rows) {
        for (place, field) in row.iter().enumerate() {
            if place > 0 {
                table.push(separator);
            }
            push_field(&mut table, field);
        }
        table.push_str("\r\n");
    }
    table
}

/// In quotation marks, where it needs them. What a spreadsheet would take for a formula begins with an apostrophe: it
/// stays a text, whoever wrote it.
fn push_field(table: &mut String, field: &str) {
    let is_formula = field.trim_start().starts_with(['=', '+', '-', '@']) || field.starts_with(['\t', '\r', '\n']);
    let needs_marks = is_formula || field.contains([',', ';', '"', '\r', '\n', '\t']);
    if !needs_marks {
        return table.push_str(field);
    }
    table.push('"');
    if is_formula {
        table.push('\'');
    }
    table.push_str(&field.replace('"', "\"\""));
    table.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(language: &str, fields: [&str; 2]) -> String {
        let table = csv_table(language, None, ["a".into(), "b".into()], std::iter::once(fields.map(str::to_owned)));
        let lines: Vec<_> = table.split("\r\n").collect();
        assert_eq!((lines.len(), lines[2]), (3, ""), "each line ends");
        lines[1].to_owned()
    }

    #[test]
    fn a_table_begins_with_its_mark_and_heads_and_separates_as_the_reader_s_spreadsheet_does() {
        let none = std::iter::empty::<[String; 2]>();
        assert_eq!(csv_table("vi", None, ["Số".into(), "Quầy".into()], none), "\u{feff}Số;Quầy\r\n");
        let none = std::iter::empty::<[String; 1]>();
        assert_eq!(csv_table("vi", Some("Tập"), ["Số".into()], none), "\u{feff}Tập\r\nSố\r\n");
        assert_eq!(line("vi", ["A001", "3"]), "A001;3");
        assert_eq!(line("en", ["A001", "3"]), "A001,3");
    }

    #[test]
    fn no_field_is_a_formula_or_breaks_its_line() {
        for (field, written) in [
            ("=1+1", "\"'=1+1\""),
            ("+84", "\"'+84\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            (" =1", "\"' =1\""),
            ("\t=1", "\"'\t=1\""),
            ("a;b", "\"a;b\""),
            ("a,b", "\"a,b\""),
            ("a\r\nb", "\"a\r\nb\""),
            ("=a\"b", "\"'=a\"\"b\""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("Nông Thị Hà", "Nông Thị Hà"),
        ] {
            let table = csv_table("en", None, [field.into()], std::iter::empty());
            assert_eq!(table, format!("\u{feff}{written}\r\n"), "{field:?}");
        }
    }
}
