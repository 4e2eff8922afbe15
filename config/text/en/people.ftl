### The page "People": who works here, what each signs in with, and where.

people-title = People
people-lead = Everybody in the set-up. A new PIN or password is shown once; the old one no longer works, and the person is signed out everywhere.
people-asking = Reading the list…

## Roles
people-role-administrator = Administrator
people-role-supervisor = Supervisor
people-role-officer = Officer
people-role-receptionist = Receptionist
people-role-inspector = Inspector

## What somebody signs in with
people-has-pin = PIN, good on paired desks
people-has-password = Password
people-has-both = Password and second factor
people-has-directory = By the directory
people-has-nothing = Can’t sign in yet: make a PIN or a password
people-session = Signed in, { $time }: { $where }

## What can be done
people-do-pin = New PIN
people-do-password = New password
people-do-sessions = Sign out everywhere
people-ask-pin = A new PIN for { $name }? The old one no longer works.
people-ask-password = A new password for { $name }? The old one no longer works.
people-own-password = Your own password
people-ask-sessions = Sign { $name } out everywhere?

## The slip, shown once
people-made-pin = PIN
people-made-password = Password
people-made-once = Shown this once.
people-made-pin-how = Good on the office’s own machine and on paired desks. Change it on the page “My account”.
people-made-password-how = Good everywhere. Change it on the page “My account”.
people-print = Print
people-hide = I have handed it over
