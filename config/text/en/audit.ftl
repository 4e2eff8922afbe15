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
audit-act-recovery-begun = Began a recovery
audit-act-second-factor-on = Switched the second factor on
audit-act-second-factor-off = Switched the second factor off
audit-act-sessions-ended = Ended all sessions
audit-act-device-paired = Let a device in
audit-act-device-revoked = Shut a device out
