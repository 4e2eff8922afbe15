### What the command moi prints to the terminal.

# Other programs read this line: it is the same in every language.
terminal-open = Moi is open: { $url }

## The pages
terminal-page-start = Start page
terminal-page-kiosk = Ticket machine
terminal-page-wall = Wall display
terminal-page-counter = Display of counter { $counter }
terminal-page-desk = Desk
terminal-page-reception = Reception: gives numbers, checks in and books appointments
terminal-page-roll = Numbers on A4 for an outage
terminal-page-book = Booking an appointment
terminal-page-sign-in = Sign-in by name and PIN or password
terminal-page-admin = State of the office, and what to do
terminal-page-account = Your account: password, PIN, second factor
terminal-page-pair = Pair a new kiosk, display or desk
terminal-page-api = API documents

## Signing in
terminal-installation = To make this your own office, in five minutes: { $url } with the code { $code }
terminal-sign-in-pins-once = Sign in by name and PIN or password. They are shown this once: write them down and hand each to its owner:
terminal-sign-in-pin = { $name }: PIN { $secret }
terminal-sign-in-password = { $name }: password { $secret }
terminal-sign-in-new-pin = Sign in by name and the PIN or password that was given out. For a lost one: moi pin new --name "{ $name }", or moi recover --name …

## Citizens' phones
terminal-phones-as-said = QR codes lead phones to { $url }
terminal-phones-network = In the local network, and in QR codes: { $url }
terminal-phones-no-network =
    This machine has no network yet: until it has, QR codes lead to { $url }, which no phone can open.
terminal-phones-this-machine =
    Phones can't open the QR codes' address { $url }: start with --listen { $listen }, or give --public-url.

## Encryption
terminal-tls-self = Encrypted by a certificate of the office's own making, until { $until }. A browser warns of it once: compare the fingerprint before you go on.
terminal-tls-files = Encrypted by the certificate in { $file }, until { $until }.
terminal-tls-fingerprint = Fingerprint, SHA-256: { $fingerprint }
terminal-tls-file = Devices and programs may trust it by its file: { $file }
terminal-tls-redirect = Plain http leads there from port { $port }.

## The printer
terminal-printer-preview = Slips are drawn as files in { $folder }
terminal-printer-tcp = Slips are printed at { $printer }
terminal-printer-none = No slips: the ticket machine shows number and QR code

## Data, starting and stopping
terminal-data = The data is in { $folder }
terminal-how-to-stop = Stop with Ctrl-C

## The set-up
terminal-settings-wrong =
    { $count ->
        [one] There is { $count } mistake; Moi has not started.
       *[other] There are { $count } mistakes; Moi has not started.
    }
terminal-settings-doubtful =
    { $count ->
        [one] There is { $count } thing to think about:
       *[other] There are { $count } things to think about:
    }
terminal-settings-right = There is nothing wrong with the set-up { $file }.
terminal-settings-right-shipped =
    There is nothing wrong with the set-up that Moi ships with. For one of your own: --config FILE
terminal-settings-unread = The { $file } in this folder was not read. To check it: moi check --config { $file }

## Commands
terminal-token-none = There are no device tokens.
terminal-device-none = No device is paired. A new device shows a code; type it on the page /admin/devices.
terminal-journal-whole =
    { $days ->
        [one] The journal is whole: { $events } events, { $days } closed day.
       *[other] The journal is whole: { $events } events, { $days } closed days.
    }
terminal-journal-damaged =
    { $count ->
        [one] { $count } place is damaged.
       *[other] { $count } places are damaged.
    }
terminal-backed-up = Backed up { $events } events to { $file }
terminal-export-pictures =
    { $count ->
        [one] The set-up names a picture
       *[other] The set-up names { $count } pictures
    } that no text holds: { $pictures }. A backup holds them; at another office take them in on the page /admin/set-up.
terminal-import-nothing = The file says what is in force already.
terminal-import-would = { $count ->
    [one] One key would change.
   *[other] { $count } keys would change.
  } To put it into force: the same command with --apply.
terminal-import-applied = { $count ->
    [one] One key is changed.
   *[other] { $count } keys are changed.
  } It is in force.
terminal-restored = Restored { $events } events as of { $made_at } into { $folder }
terminal-restored-numbers =
    { $known ->
        [some] Numbers that were given after { $made_at } are on paper and may be given again: the next ones are { $numbers }.
       *[none] Numbers that were given after { $made_at } may be given again. If numbers were given today, they begin again with 001.
    }
terminal-mended = The day { $day } is whole again: events { $first } to { $last }.
terminal-mend-not-in-backup = Not in this backup, or damaged there: events { $first } to { $last }, day { $day }. Try another backup.
terminal-mend-not-fitting = This backup has something else in the place of events { $first } to { $last }, day { $day }: is it another office's? Nothing was changed there.
terminal-mend-nothing = No closed day is damaged: there was nothing to mend.
terminal-exported = Wrote { $events } events to { $file }
terminal-imported = Read { $events } events into { $folder }

## The record of the order
terminal-order =
    { $count ->
        [0] { $day }: { $calls } calls, all in the order of arrival.
        [one] { $day }: { $calls } calls, { $count } before somebody who had come earlier:
       *[other] { $day }: { $calls } calls, { $count } before somebody who had come earlier:
    }
terminal-order-line =
    { $time }  Counter { $counter }, { $officer }: { $number } before { $passed ->
        [one] { $earliest } (taken at { $taken })
       *[other] { $passed } others, the first of them { $earliest } (taken at { $taken })
    }. { $why }

## A changed set-up
terminal-preview = Waits on { $day } in minutes and seconds: the mean / what nineteen of twenty waited at most
terminal-preview-happened = as it was
terminal-preview-present = rules as now
terminal-preview-changed = changed rules
terminal-preview-all = Everybody
terminal-preview-none = Without priority
terminal-preview-uncalled = Tickets that were not called
terminal-preview-how =
    Played once more with the same people, visits and hours. The closer “rules as now” comes to “as it was”, the better.
terminal-preview-refused =
    { $count ->
        [one] { $count } ticket would not have been given.
       *[other] { $count } tickets would not have been given.
    }
terminal-preview-moved = { $earlier } would have been called earlier, { $later } later. Whose wait would have changed most:
terminal-preview-moved-nobody = Nobody’s wait would have changed.
terminal-preview-moved-line = { "  " }{ $number }, taken at { $time }: { $changed } instead of { $present }
terminal-preview-next-present = Next in the hall now:   { $numbers }
terminal-preview-next-changed = By the changed rules:   { $numbers }
terminal-preview-nobody = nobody waits

## The day to watch
terminal-demo-started =
    A sample day begins at { $url }, { $speed } times as fast. Open the pages and watch. Stop with Ctrl-C
terminal-demo-finished =
    { $tickets ->
        [one] The sample day is over: { $tickets } ticket, { $served } served, { $no_show } no-show.
       *[other] The sample day is over: { $tickets } tickets, { $served } served, { $no_show } no-show.
    }
terminal-demo-left =
    Its officers have finished at their counters; numbers that still waited and were given back: { $given_back }
terminal-demo-closed = The counters that it opened are closed again: { $counters }

## A rehearsal
terminal-rehearsal = REHEARSAL – not real numbers. Nothing of it comes into the office's records; the next rehearsal begins by clearing it.
terminal-rehearsal-officer = Simulated officer { $counter }
terminal-rehearsal-mark = REHEARSAL – not real numbers
## Printing numbers for an outage
terminal-roll = Printing { $count } slips, { $first } to { $last } …
terminal-roll-printed = Done. Keep them at the reception, with the sheet that says what to do.
terminal-roll-pile = Printed before up to { $last }: lay the new ones under what is left of those, and use them up first.
terminal-roll-not-noted = the slip came out, but the data folder can’t be written: begin the next print behind it by --from
terminal-roll-previewed = They are pictures in { $folder }
terminal-roll-stopped = the printer stopped at { $number }; those before it came out. See to the printer and print again: it goes on there
terminal-roll-service = there is no service { $code }
terminal-roll-none = the set-up reserves no numbers: see [outage]
terminal-roll-no-printer = this office has no slip printer; use --preview, or print on A4 from the page /roll
