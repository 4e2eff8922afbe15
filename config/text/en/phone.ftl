### The page on the citizen's phone that follows a number.
### Hard spaces keep words together on one line.

phone-title = Your number
phone-title-number = { $number }, your number
phone-title-called = { $number }: please go to counter { $counter }
phone-language-name = English

## Waiting
phone-number = Your number
phone-ahead = Before you
phone-ahead-then = Before you, then
phone-ahead-unit = { $count ->
    [one] person
   *[other] people
  }
phone-turn = Your turn
phone-next = You are next
phone-wait = Wait
phone-minutes-unit = min
phone-wait-unknown = Not known yet, no counter is open
# $opens: 13:00
phone-wait-break = Perhaps only after the break, from { $opens }. Your number stays valid.
# $reason: in the office’s words; $until: 10:30
phone-wait-paused = Counter { $counter } pauses{ $end ->
    [said] { " " }until { $until }
   *[none] {""}
  }{ $why ->
    [said] : { $reason }
   *[none] {""}
  }. Your number stays valid.
phone-status = { $count ->
    [0] Number { $number }, you are next
    [one] Number { $number }, { $count } person before you
   *[other] Number { $number }, { $count } people before you
  }
phone-soon = Nearly your turn.
phone-soon-return = Please come back to the hall.
phone-cases = { $count ->
    [one] for { $count } file
   *[other] for { $count } files
  }
phone-then = Then:
phone-then-here = at this counter
phone-bring = Please have ready
phone-recent = Just called
phone-counter = Counter { $counter }
phone-appointment = Appointment at { $time }

## Who was called first although they came later
phone-before = Called before you
phone-before-priority = priority by law
phone-before-appointment = appointment at { $time }
phone-before-returned = had been called before, came back
phone-before-transferred = sent on by another counter
phone-before-goes-on = goes on from another counter
phone-before-chosen = called directly by the officer
phone-before-outage = came before you during an outage, with a number on paper
phone-before-put-back = the counter that had called it was closed

## Leaving a phone number
phone-contact-offer = Leave your phone number
phone-contact-label = Your phone number
phone-contact-why = { $days ->
    [0] So that the officer can ring you if you don’t come when called. Only your counter sees it. It is erased when you have been served, at the latest tonight.
    [one] So that the officer can ring you if you don’t come when called. Only your counter sees it. It is erased when you have been served, at the latest after a day.
   *[other] So that the officer can ring you if you don’t come when called. Only your counter sees it. It is erased when you have been served, at the latest after { $days } days.
  }
phone-contact-send = Leave it
phone-contact-close = Not now
phone-contact-left = If you don’t come when called, the officer can ring { $phone }.
phone-contact-left-before = You left a phone number, so that the officer can ring you.
phone-contact-take-back = Erase the phone number
phone-contact-failed = Not sent. Please try again.

## Called, being served, done
phone-called = Please go to counter
phone-called-short = Number
phone-called-at = Called at { $time }
phone-serving = You are at counter
phone-done-at = Done at { $time }, Counter { $counter }
phone-thanks = Thank you.
phone-privacy = No name and no identity number are kept. This page can be seen today only.

## Giving the number back
phone-cancel = Give number back
phone-cancel-sure = Give number { $number } back?
phone-cancel-how = It will not be called any more. To be served you need a new ticket.
phone-cancel-keep = Keep it
phone-cancel-yes = Give back
phone-cancel-failed = Not sent. Please try again.
phone-cancelled = You gave your number back.
phone-cancelled-how = { $number } will not be called. When you need it, take a new ticket at the machine.

## Missed, not found, connection lost
phone-missed = Number { $number } was called
phone-missed-how = Counter { $counter } called you at { $time }. Please ask at the reception desk.
phone-missed-until = If you are here now, say so before { $time }: this number waits again, you need no new one.

## Put aside, coming back
phone-parked = Your number is put aside.
phone-parked-counter = When you have the paper, please come back to Counter { $counter }.
phone-parked-anywhere = When you have the paper, please come back to the hall.
phone-parked-kept = You keep your place and need no new ticket; the number is not called before you say that you are back.
phone-come-back = I am back
phone-come-back-failed = Not sent. Please try again.
phone-come-back-refused = That can't be done here. Please ask at the reception desk.
phone-transferred = Counter { $counter } has sent your number on.
phone-transferred-counter = Counter { $counter } will call you; your number stays the same.
phone-goes-on = Done at Counter { $counter }.
phone-goes-on-to = Next: { $service }, Counter { $counters }. Your number stays the same.
phone-goes-on-nowhere = Next: { $service }. Your number stays the same.
phone-unknown = Number not found
phone-unknown-how = A number counts for one day. Scan the code on your slip again, or ask at the reception desk.
# $day: as 24/11/2026
phone-expired = The number has expired
phone-expired-how = Number { $number } was for { $day } only. Please take a new number.
phone-call-office = Call { $phone }
phone-offline = Connection lost.
phone-offline-since = As of { $time }. Reconnecting.
phone-offline-now = Reconnecting.
phone-watch = Please watch
phone-watch-where = the screen in the hall
phone-again = Try again
