//! Whose a folder is, for whoever can't open it.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The machine's users, a line each.
const USERS: &str = "/etc/passwd";

/// The name of the user that owns a folder, or the user's number when it has no name; none when that is this process's
/// own user, or the machine doesn't tell.
#[must_use]
pub fn owner_of(folder: &Path) -> Option<String> {
    let user = fs::metadata(folder).ok()?.uid();
    if user == rustix::process::geteuid().as_raw() {
        return None;
    }
    let users = fs::read_to_string(USERS).unwrap_or_default();
    Some(name_of(user, &users).unwrap_or_else(|| user.to_string()))
}

fn name_of(user: u32, users: &str) -> Option<String> {
    let mut names = users.lines().filter_map(|line| {
        let mut fields = line.split(':');
        let (name, number) = (fields.next()?, fields.nth(1)?);
        (number.parse() == Ok(user)).then(|| name.to_owned())
    });
    names.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_owner_of_a_folder_is_named_unless_it_is_oneself() {
        let users = "root:x:0:0:root:/root:/bin/bash\nmoi:x:997:997::/var/lib/moi:/usr/sbin/nologin\nbroken";
        assert_eq!(name_of(997, users).as_deref(), Some("moi"));
        assert_eq!((name_of(1, users), name_of(0, "")), (None, None));
        let own = tempfile::tempdir().expect("a folder");
        assert_eq!(owner_of(own.path()), None);
    }
}
