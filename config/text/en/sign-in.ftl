# The sign-in page.

sign-in-title = Sign in
sign-in-word = Mời
sign-in-morning = Good morning.
sign-in-noon = Good day.
sign-in-afternoon = Good afternoon.
sign-in-evening = Good evening.
sign-in-hours = Open today { $hours }.
sign-in-no-hours = Closed today.
sign-in-waiting = { $count ->
    [1] One person waits.
   *[other] { $count } people wait.
  }
sign-in-language = Tiếng Việt

sign-in-officer = Officer
sign-in-officer-hint = Press the number, or type the name
sign-in-officer-other = Sign in as “{ $name }”
sign-in-pin = PIN
sign-in-counter = Today’s counter
sign-in-counter-taken = Counter { $counter }: { $officer } is there
sign-in-counter-mine = Counter { $counter } is open in your name
sign-in-counter-services = Counter { $counter }: { $services }
sign-in-counter-none = none yet: choose after signing in
sign-in-start = Start work
sign-in-enter = Sign in
sign-in-sending = One moment…
sign-in-help = PIN forgotten: ask your supervisor. After 5 wrong tries the account is locked for 5 minutes.

sign-in-short-pin = A PIN has 6 digits.
sign-in-short-pin-left = { $count ->
    [1] Please type one more.
   *[other] Please type { $count } more.
  }
sign-in-wrong-pin = The PIN is not right.
sign-in-wrong-pin-left = { $count ->
    [1] One try is left.
   *[other] { $count } tries are left.
  }
sign-in-locked = This account is locked for now.
sign-in-locked-for = Try again in { $time }.
sign-in-offline = The server cannot be reached.
sign-in-offline-hint = Check the network cable; sign in when the connection is back.

sign-in-password = Password
sign-in-show = Show
sign-in-hide = Hide
sign-in-code = Code of the second factor
sign-in-code-hint = The six digits that your app shows now, or one of your spare codes.
sign-in-recovery-code = Recovery code
sign-in-recovery-hint = The administrator makes one at the office’s machine. It is good once and for 15 minutes.
sign-in-new-password = New password
sign-in-new-password-hint = At least 12 characters. A short sentence is easy to keep in mind.
sign-in-by-pin = Sign in by PIN
sign-in-by-password = Sign in by password
sign-in-by-recovery = I have a recovery code
sign-in-by-directory = Sign in by { $directory }
sign-in-directory-code = { $directory } knows you. Moi’s own second factor is missing.
sign-in-pair = Make this computer a desk, where PINs are good
sign-in-help-password = On this computer everybody signs in by password. After 5 wrong tries the account is locked for 5 minutes.
