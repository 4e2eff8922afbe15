### The reception: giving numbers to people, finding a number, entering the numbers of an outage.

reception-title = Reception
reception-other-language = Tiếng Việt
reception-keys-off = Switch shortcut keys off
reception-keys-on = Switch shortcut keys on
reception-sign-out = Sign out
reception-roll = Print numbers for an outage
reception-no-answer = The server has not answered. Press again: nobody gets two numbers by it.

## Before anybody is signed in
reception-door = Who is at the reception?
reception-door-officer = Sign in by name and PIN
reception-door-device = Or connect this device once by its token (moi token new --role receptionist)
reception-door-connect = Connect this device
reception-door-kiosk = That is a ticket machine’s token. The reception needs one with the role receptionist.

## Without a connection
reception-offline = No connection since { $time }.
reception-offline-advice = Hand out the outage numbers in their order, with date and time on each; when the connection is back, type the last one. The page connects by itself.

## Giving a number
reception-give = Give a number
reception-choose = Choose a service
reception-give-for = Give a number for { $service }
reception-service = Service
reception-priority = Priority
reception-priority-none = No priority
reception-cases = Files
reception-cases-fewer = One file fewer
reception-cases-more = One file more
reception-language = The citizen’s language
reception-waiting = { $count ->
    [one] waits
   *[other] wait
  }
reception-no-counter = no counter yet
reception-after-break = after the break, from { $opens }
reception-paper = Number on paper
reception-paper-number = Number on the paper that you hand out
reception-paper-hint = Choose the service, then type the number on the paper.
reception-paper-range = Numbers for paper are { $first } to { $last }. The digits are enough.
reception-paper-offer = Hand out papers

## Several services, one number
reception-then = then: { $services }
reception-give-several = Give one number for { $count } services
reception-then-more = Anything else? Type its letter or digit, too.
reception-then-away = Remove
reception-then-twice = This service is chosen already.
reception-then-most = One number is for { $count } services at most.

## Who has an appointment
reception-appointments = Appointment
reception-appointment-code = The six digits of the appointment: type them, or scan the QR code
reception-appointment-enter = Give a number
reception-appointment-how = Code forgotten? Pick it below by time and service.
reception-appointment-more-digits = A code has six digits.
reception-appointment-no-code = This is no appointment. Its code has six digits; the QR code on a slip is another one.
reception-appointment-not-today = This code is none of today’s. Press Enter to see which day it is for.
reception-appointment-now = In time: a number can be given until { $until }.
reception-appointment-early = Too early: a number can be given from { $from } on.
reception-appointment-late = Late: the appointment counted until { $until }.
reception-appointment-missed = The time is over, and nobody came.
reception-appointment-kept = It has the number { $number }. Press Enter to see it again.
reception-appointment-cancelled = This appointment was given back.
reception-appointment-with = Priority: { $priority }.
reception-appointment-ordinary = Ordinary number: { $service }
reception-appointments-day = Today’s appointments
reception-appointments-none = Nobody has an appointment today.
reception-appointment-is-now = may come
reception-appointment-is-early = from { $from }
reception-appointment-is-late = late
reception-appointment-is-missed = missed
reception-appointment-is-kept = has { $number }
reception-appointment-is-cancelled = given back
reception-appointment-book = Book for somebody
reception-appointment-at = Appointment

## Booking for somebody
reception-book-service = Book a time: for which service?
reception-book-day = Book a time: on which day?
reception-book-time = Book a time: when?
reception-book-check = Book this time?
reception-book-loading = One moment
reception-book-none = No place is free.
reception-book-free = { $count ->
    [one] { $count } free
   *[other] { $count } free
  }
reception-book-back = Back
reception-book-on = Choose
reception-book-move = next, previous
reception-book-book = Book
reception-book-booked = The time is booked
reception-book-code = The code: tell it to the citizen, or write it down
reception-book-when = They can come for a number from { $from } to { $until }.
reception-book-qr = Scan to keep it on the phone
reception-book-done = Done

## What was given last
reception-given = The number that was given last
reception-said = { $number } is given, { $ahead } before it.
reception-ahead = Before them
reception-people = { $count ->
    [one] person
   *[other] people
  }
reception-wait = About
reception-minutes = min
reception-where = Counter
reception-qr = Scan to follow it on the phone
reception-welcome = What do they come for?
reception-welcome-how = Type the service’s letter or digit, then Enter. Typing it twice does, too. + adds a priority.
reception-reprint = Reprint
reception-reprinting = The slip of { $number } is printed again.
reception-reprint-failed = The slip of { $number } did not come out again. See to the printer, or write the number down.
reception-given-before = { $number } was given by the press before, which had no answer: its slip may be out. When it is somebody else’s, press once more for who stands here.
reception-reprint-out = The printer is out, so the slip of { $number } does not come: tell the number, or write it down.
reception-given-cases = { $count } files
reception-give-back = Give it back
reception-give-back-sure = Give { $number } back? Press again
reception-give-back-this = Give { $number } back
reception-given-back = { $number } is given back.

## How far the slip is
reception-slip-queued = The slip is being printed
reception-slip-sent = Sent to the printer
reception-slip-confirmed = The slip is out
reception-slip-unconfirmed = Nobody knows whether the slip came out. Look at the printer; print it again if you must.
reception-slip-failed = No slip came out. The number counts: tell it to the citizen, or write it down for them.
reception-slip-none = This office prints no slips: tell the number, or let them scan the code.
reception-slip-paper = The number stands on the paper: write date and time on it and hand it out.

## The printer
reception-printer-ready = Printer ready
reception-printer-near-end = Paper nearly used up
reception-printer-out-of-paper = Out of paper: put in a new roll
reception-printer-cover-open = Printer cover open
reception-printer-offline = Printer not reached
reception-printer-unknown = Printer unknown
reception-printer-error = Printer reports an error
reception-printer-out = The printer can’t print. Give numbers all the same and tell them; or hand out papers for an outage and type the number on each.

## Who waits
reception-people-title = Waiting
reception-search = Find a number
reception-nobody = Nobody waits.
reception-nobody-found = This number does not wait. It may have been called, be done, or have been given back.
reception-more = and { $count } more: type a number to find it
reception-waited = for { $minutes } min
reception-just-came = just came
reception-away = Put aside, missed
reception-parked = put aside at Counter { $counter } at { $time }
reception-missed = missed at Counter { $counter } at { $time }
reception-return = Back again
reception-returned = { $number } waits again.
reception-granted = { $number } has priority now.

## Entering the numbers of an outage
reception-outage = Numbers handed out during an outage
reception-outage-open = Outage numbers
reception-outage-absence = The system was away from { $gone } to { $back }. Whoever has an outage number is placed there, in the order of the numbers: after those who had a ticket before it, before those who took one after it.
reception-outage-no-absence = The system was never away today. Whoever has an outage number is placed as of now, in the order of the numbers.
reception-outage-service = Service
reception-outage-last = The last number that was handed out
reception-outage-first-service = Type the service’s digit or letter.
reception-outage-how = The last number is enough. When the pile did not begin at the first: first and last, as 960-965. * for another service.
reception-outage-which = In which outage (+ for the next)
reception-outage-time = { $gone } to { $back }
reception-outage-sure = These are { $count } people: { $first } to { $last }. Press Enter once more when that is right.
reception-outage-enter = Enter
reception-outage-range = Outage numbers are { $first } to { $last }; none was used today.
reception-outage-used = Today they are entered up to { $used }.
reception-outage-new = { $count ->
    [one] One person enters: { $first }.
   *[other] { $count } people enter: { $first } to { $last }.
  }
reception-outage-known = { $last } is in already: nobody is added.
reception-outage-behind = They are entered up to { $used } today: the last number must be higher.
reception-outage-foreign = No outage number of this service: those are { $first } to { $last }.
reception-outage-entered = { $count ->
    [one] One person is added, { $first } to { $last }, reckoned to have come from { $from } to { $to }.
   *[other] { $count } people are added, { $first } to { $last }, reckoned to have come from { $from } to { $to }.
  }
