# The officer's desk.

desk-title = Desk
desk-title-counter = Counter { $counter } · Desk
desk-title-visit = { $number } · Counter { $counter }
desk-counter = Counter { $counter }
desk-connecting = Connecting to the server…

## The bar at the top
desk-state-open = Open
desk-state-paused = Paused
desk-state-paused-until = Paused until { $time }
desk-state-closed = Closed
desk-state-held = { $officer }’s counter
desk-printer-ready = Printer: fine
desk-printer-near-end = Paper is running low
desk-printer-out-of-paper = Printer is out of paper
desk-printer-cover-open = Printer’s cover is open
desk-printer-offline = Printer is not connected
desk-printer-unknown = Printer: not known
desk-printer-error = Printer has a fault
desk-menu = { $officer }’s account
desk-menu-change-counter = Change counter
desk-menu-keys-off = Switch shortcut keys off
desk-menu-keys-on = Switch shortcut keys on
desk-menu-close = Close counter
desk-menu-sign-out = Sign out
desk-menu-close-and-sign-out = Close counter and sign out
desk-menu-sign-out-later = { $number } is being called: start or mark as no-show before you close the counter.
desk-menu-language = Tiếng Việt

## The server's clock
desk-clock-unset = The server’s clock is not set.
desk-clock-unset-advice = Tickets go on as usual. Ask whoever looks after the server to set its date and time.
desk-clock-behind = The server’s clock is behind, or was ahead before.
desk-clock-behind-advice = Tickets go on as usual; the day is put right when nobody waits, or at midnight. Have its date and time checked.
desk-clock-jumped = The server’s clock has jumped ahead.
desk-clock-jumped-advice = If that is wrong, have it put right within five minutes, or those who wait may lose their numbers.
desk-clock-ahead = The server’s date is far from the last day of service.
desk-clock-ahead-advice = Tickets go on as usual. Have its date checked.

## People whom no open counter calls
desk-stranded = Nobody calls them:

## Colleagues
desk-help = Counter { $counter } asks for help.
desk-help-who = { $officer }, since { $time }. The hall does not see it.
desk-help-go = I’m going
desk-help-asked = Help is asked for. The same two keys end it.
desk-taken-by-you = You took counter { $counter } over from { $officer } at { $time }.
desk-taken-from-you = { $officer } took counter { $counter } over from you at { $time }.
desk-take-over = Counter { $counter } is { $officer }’s. Take it over?
desk-take-over-yes = Take counter { $counter } over
desk-take-over-with = with { $number }, who stays where they are

## Connection lost
desk-offline = No connection since { $time }.
desk-offline-serving = Go on with the person in front of you; the next number can be called when the connection is back.
desk-offline-calling = Attend to the person you called; press start when the connection is back.
desk-offline-other = The next number can be called when the connection is back; nobody loses their number.
desk-offline-retry = reconnects by itself
desk-as-of = as of { $time }

## The queue
desk-queue = Waiting for this counter
desk-queue-order = in order of time
desk-queue-expected = Booked, not here yet
desk-queue-empty = Nobody yet. Whoever takes a number appears here.
desk-queue-waited = for { $minutes } min
desk-queue-waited-no-time = just came
desk-queue-more = and { $count } more · { $hall } in the hall
desk-queue-hall = { $hall } in the hall
desk-cases = { $count ->
    [one] { $count } file
   *[other] { $count } files
  }
desk-queue-then = { $count ->
    [one] +{ $count } service
   *[other] +{ $count } services
  }
desk-queue-noted = has a note
desk-reason-arrival = By time of arrival
desk-reason-outage = Outage number, on paper
desk-reason-priority = Priority, { $minutes } min earlier
desk-reason-appointment = { $minutes ->
    [0] Appointment at { $time }
   *[other] Appointment at { $time }, priority { $minutes } min earlier
  }
desk-reason-returned = Back again, was put aside at Counter { $counter }
desk-reason-missed = Missed the call to Counter { $counter }, back again
desk-reason-transferred = Transferred from Counter { $counter }
desk-reason-transferred-front = Transferred from Counter { $counter }, put in front
desk-reason-goes-on = Goes on from Counter { $counter }
desk-reason-helped = Has waited long; you help its own counters
desk-reason-chosen = Chosen by the officer
desk-reason-chosen-why = Chosen by the officer: { $why }
desk-reason-put-back = Counter { $counter } closed while it was calling

## Put aside, and missed
desk-away = Put aside, missed
desk-away-key = let wait again
desk-away-parked = put aside at { $time }
desk-away-missed = missed at { $time }, may come back until { $until }
desk-return = Who is back?
desk-return-nobody = Nobody can come back any more.

## Transfer
desk-transfer = Where to with { $number }?
desk-transfer-nowhere = There is nowhere to transfer to.
desk-transfer-place = Where in the queue?
desk-transfer-usual = As usual
desk-transfer-front = To the front
desk-transfer-end = To the end

## Calling a chosen number
desk-call = Which number?
desk-call-nobody = There is no number to call.
desk-call-why = Why { $number } out of turn?
desk-call-without-reason = No reason

## Leaving the last open counter of a service
desk-leaving = { $count ->
    [1] One person waits whom no other open counter calls: { $services }. What becomes of them?
   *[other] { $count } people wait whom no other open counter calls: { $services }. What becomes of them?
  }
desk-leaving-service = { $service } { $waiting }
desk-leaving-wait = They wait on
desk-leaving-wait-close = Counter { $counter } closes
desk-leaving-wait-pause = Counter { $counter } pauses
desk-leaving-to = To Counter { $counter }
desk-leaving-nowhere = There is nobody to hand them to.

## Pausing
desk-pause = Why the pause?
desk-pause-minutes = about { $minutes } min
desk-pause-without = No reason

## Priority at the desk
desk-grant = Priority for which number?
desk-grant-nobody = There is no number to give priority to.
desk-grant-class = Which class is { $number }?
desk-grant-none = The office’s set-up lists no priority classes.

## How a visit came out
desk-outcome = How did { $number } come out?
desk-outcome-noted = noted
desk-outcome-none = The office’s set-up lists no outcomes.

## Other services of the same number
desk-services = What else does { $number } need?
desk-services-single = Here each service has a number of its own.
desk-services-at = Counter { $counters }
desk-services-where = { $where ->
    [here] at this counter
    [there] Counter { $counters }
   *[nowhere] no counter handles it
  }
desk-services-chosen = { $where ->
    [here] chosen, at this counter; press to take away
    [there] chosen, Counter { $counters }; press to take away
   *[nowhere] chosen; press to take away
  }

## A note on a number, for the next officer
desk-note-write = Note on { $number }
desk-note-of = Note on { $number }
desk-note-who = Whoever calls this number next can read it. Empty erases it. It is erased at the end of the day.
desk-note-left = { $count } characters left
desk-note-save = Save
desk-note-leave = Leave it
desk-note-offline = No connection, so it can’t be saved yet. What you wrote is still here.
desk-note-lost = { $number } is no longer at this counter, so this note can’t be saved. Press Esc to close it.
desk-note-gone = The note on { $number } can’t be read any more.
desk-note-failed = { $number } has a note, but it has not come yet. This page tries again by itself.

## Lists to choose from
desk-chooser-more = More (and { $count } more)
desk-chooser-type = Type a number
desk-chooser-type-how = Type the figures on the slip, such as 12 for A012.
desk-chooser-type-loading = The whole list is on its way…
desk-chooser-type-nobody = Nobody waits with this number.
desk-chooser-type-take = Choose
desk-chooser-type-back = Delete, back to the list
desk-chooser-close = Close

## The visit
desk-calling = Calling
desk-calling-times = { $count ->
    [1] first call
    [2] second call
    [3] third call
   *[other] call { $count }
  }
desk-calling-since = since the first call
desk-serving = Serving
desk-since = since { $time }
desk-usual = usually { $minutes } min
desk-usual-over = usually { $minutes } min, { $over } min over
desk-progress = { $share } % of the usual time
desk-visit-matter = What this visit is about
desk-visit-service = Matter
desk-visit-here = Also here
desk-visit-after = Then
desk-visit-taken = Taken at
desk-visit-taken-priority = { $time }, priority
desk-visit-waited = Waited
desk-visit-why = Called because
desk-visit-outcome = Outcome
desk-visit-waited-minutes = { $minutes } min
desk-visit-waited-promised = { $minutes } min (told { $from }–{ $to })
desk-visit-documents = Documents
desk-visit-language = Speaks

## Without a visit
desk-nobody-called = nobody called
desk-empty = Nobody waits for this counter
desk-empty-hint = When somebody takes a number, this page shows it with a soft tick.
desk-empty-elsewhere = { $count ->
    [1] One person still waits for Counter { $counter }, { $service }.
   *[other] { $count } people still wait for Counter { $counter }, { $service }.
  }
desk-waiting = { $count ->
    [1] One person waits for this counter
   *[other] { $count } people wait for this counter
  }
desk-waiting-next = Next is { $number }, { $service }, waiting for { $minutes } min.
desk-last-outcome = Just done { $number }: { $outcome }.
desk-closed = Counter { $counter } is closed
desk-closed-hint = Open it to call people. The wall display will then show Counter { $counter } as open.
desk-closed-waiting = { $count ->
    [1] One person waits for { $services }.
   *[other] { $count } people wait for { $services }.
  }
desk-held = { $officer } is at Counter { $counter }
desk-held-hint = One officer calls at each counter. Please choose another one, or ask { $officer } to close this counter first.
desk-paused = Paused
desk-paused-since = Paused since
desk-paused-until = Paused until
desk-paused-running = resting
desk-paused-hint = The wall and the counter’s display say “Paused”.
desk-paused-hint-why = The wall and the counter’s display say “Paused” and “{ $why }”.
desk-paused-waiting = { $count ->
    [1] One person still waits for this counter.
   *[other] { $count } people still wait for this counter.
  }

## Keys
desk-keys = Keys
desk-key-next = Call the next person
desk-key-next-hint = next
desk-key-nobody = Nobody to call
desk-key-start = They are here, start
desk-key-done-and-next = Done, call the next
desk-key-done = Done
desk-key-done-hint = nobody waits
desk-key-recall = Call again
desk-key-finish = Finish
desk-key-no-show = No-show
desk-key-transfer = Transfer
desk-key-park = Put aside
desk-key-services = Services
desk-key-outcome = Outcome
desk-key-return = Is back
desk-key-call = Pick a number
desk-key-grant = Priority
desk-key-note = Note
desk-key-pause = Pause
desk-key-done-and-pause = Done, pause
desk-key-open = Open the counter
desk-key-open-short = Open
desk-key-reopen = Open again
desk-key-reopen-short = Open again
desk-key-choose = Choose another counter
desk-key-take-over = Take over
desk-key-offline = Waiting for the connection
desk-key-undo = Undo

## Taking back the last step
desk-undo-call = Undo: call of { $number }
desk-undo-start = Undo: start of { $number }
desk-undo-outcome = Undo: outcome of { $number }
desk-undo-services = Undo: further services of { $number }
desk-undo-finish = Undo: { $number } finished
desk-undo-no-show = Undo: { $number } no-show
desk-undo-park = Undo: { $number } put aside
desk-undo-transfer = Undo: { $number } transferred
desk-undo-pause = Undo: pause
desk-undo-spoken = { $what }. Press Backspace within a few seconds.

## The phone number of whoever doesn't come
desk-contact-left = { $number } left a phone number.
desk-contact-of = { $number }’s phone:
desk-contact-gone = { $number }’s phone number can’t be read any more.
desk-contact-failed = No answer came. Press + again.
desk-contact-show = Show phone number
desk-contact-hide = Hide

## Keys that have no use just now
desk-idle-closed = { $key } has no use yet: the counter is closed. Press Enter to open it.
desk-idle-held = { $key } has no use here: { $officer } is at this counter.
desk-idle-nobody = { $key } has no use yet: nobody is called.
desk-idle-calling = { $key } has no use yet: { $number } is being called. Start or mark as no-show first.
desk-idle-serving = { $key } has no use now: { $number } is at the counter. Press Enter or 1 when done.
desk-idle-paused = { $key } has no use yet: the counter is paused. Press 9 to open it again.
desk-idle-offline = { $key } has no use yet: there is no connection.
desk-idle-unused = { $key } has no use on this page.
desk-idle-nobody-away = { $key } has no use yet: nobody is put aside or missed.
desk-idle-note = { $key } has no use now: there is no number to note something on, or its note is still loading.
desk-idle-nothing-to-undo = { $key } has no use now: there is no step to undo, or it is too long ago.

## Answers of the server
desk-unanswered = No answer came. Press the same key again: nothing is done twice.
desk-unanswered-offline = No answer came. When the connection is back, this page shows whether it was done.
desk-sign-out-failed = Not signed out: there is no connection. Please try again.
desk-refused-unknown = The server could not do this. Please press again.

## Today
desk-today = Today
desk-today-served = Served
desk-today-service = Average
desk-today-wait = People waited
desk-today-no-show = No-shows
desk-minutes = min
desk-others = Other counters
desk-other-closed = Closed
desk-other-paused-why = { $paused }: { $why }
desk-other-calling = calling

## Choosing the counter
desk-choose = Choose your counter
desk-choose-hint = Press the counter’s number, then Enter.
desk-choose-mine = Your counter
desk-choose-free = Closed, ready to open
desk-choose-go = Go to Counter { $counter }
desk-choose-nothing = Press the counter’s number
desk-choose-offline = The server cannot be reached. This page tries again by itself.
desk-unknown-counter = There is no Counter { $counter }
desk-unknown-counter-hint = Please choose one of this office’s counters.
desk-forbidden = This page is for officers at a counter
desk-forbidden-hint = You are signed in as { $name }. Please sign in as an officer with a counter.
desk-forbidden-go = Sign in as somebody else
