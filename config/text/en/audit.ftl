### The audit: who changed the set-up, people and devices.

## Heads of the table
audit-at = When
audit-by = Who
audit-act = What
audit-about = About
audit-key = Key
audit-before = Before
audit-after = After

## Who and what
audit-owner = Command line
audit-act-set-up-changed = Changed the set-up
audit-act-pin-made = Made a new PIN
audit-act-password-made = Made a new password
audit-act-spare-codes-made = Made new spare codes
audit-act-recovery-begun = Began a recovery
audit-act-second-factor-on = Switched the second factor on
audit-act-second-factor-off = Switched the second factor off
audit-act-sessions-ended = Ended all sessions
audit-act-device-paired = Let a device in
audit-act-device-revoked = Shut a device out
audit-act-picture-added = Took a picture in
audit-act-picture-removed = Removed a picture

## The page "Changes"
audit-title = Changes
audit-lead = Who changed the set-up, people and devices, when, and what became of what. Nobody can take a line away here.
audit-asking = Reading the journal…
audit-span = { $from } to { $until }
audit-none = Nothing of the kind was changed on these days.
audit-filter-days = Within
audit-days =
    { $count ->
        [1] 1 day
       *[other] { $count } days
    }
audit-until = Until
audit-filter-act = What
audit-filter-by = By
audit-filter-part = Part of the set-up
audit-all = All
audit-shown =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
audit-more = And { $count } more; the table (CSV) has them all.
audit-print = Print
audit-table = Table (CSV)
audit-printed = Printed at { $time } on { $date }
