### The page of one's own account.

account-title = My account
account-asking = Reading your account…
account-sign-out = Sign out
account-show = Show
account-hide = Hide

account-by-directory = You signed in by { $directory }. Signing out here ends it here; { $directory } itself stays signed in in this browser until you sign out there.

## Password and PIN
account-current-password = Present password
account-current-pin = Present PIN
account-password = Password
account-password-has = Good everywhere. When you change it, you are signed out everywhere else.
account-password-has-none = You have none yet. With one you can sign in on any computer.
account-nothing-to-prove = You have none, and need none: you sign in by the directory. If you want one for days when the directory can’t be reached, ask an administrator (page People). Then change it here.
account-new-password = New password
account-new-password-hint = At least 12 characters, of any kind. A short sentence is easy to keep in mind.
account-set-password = Set the password
account-password-set = The new password is set. You are signed out everywhere else.
account-pin = PIN
account-pin-has = Good on the office’s own machine and on paired desks.
account-pin-has-none = You have none yet. It is good on the office’s own machine and on paired desks.
account-new-pin = New PIN
account-new-pin-hint = Six digits, none that everybody tries first.
account-set-pin = Set the PIN
account-pin-set = The new PIN is set. You are signed out everywhere else.

## The second factor
account-factor = Second factor
account-factor-no-password = It stands beside a password. Set one first.
account-factor-directory = It stands beside a password, and you have none here. The directory may ask for its own.
account-factor-off = Off. With it, signing in by password also asks for a code of an app on your phone.
account-factor-on =
    { $count ->
        [0] On. No spare code is left: make new ones.
        [one] On. One spare code is left.
       *[other] On. { $count } spare codes are left.
    }
account-factor-begin = Set it up
account-factor-scan = 1. Scan this with an authenticator app, such as Google Authenticator or Aegis.
account-factor-qr = QR code for the authenticator app
account-factor-type = Or type this key into the app:
account-factor-first = 2. Type the six digits that the app shows
account-factor-confirm = Switch it on
account-factor-on-now = The second factor is on.
account-factor-off-now = The second factor is off.
account-factor-renew = New spare codes
account-factor-drop = Switch it off
account-spare = Spare codes
account-spare-once = Each is good once, in place of the app. They are shown this once: print them, and keep them apart from your phone.
account-print = Print
account-hide-slip = I have them

## Sessions
account-sessions = Where you are signed in
account-sessions-lead = End whatever is not yours, and change your password.
account-program = A program
account-session-begun = Signed in { $time }
account-session-seen = Last seen { $time }
account-session-here = This page
account-session-directory = by { $directory }
account-session-end = End
account-sessions-end = End all others
