### Words that several pages use.

## Names of the languages, each in itself
common-language-vi = Tiếng Việt
common-language-en = English

## Tickets and counters
common-ticket = Ticket { $number }
common-counter = Counter { $counter }
common-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
common-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
common-minutes-range = { $from }–{ $to } min
common-waiting =
    { $count ->
        [0] Nobody is waiting
        [one] { $count } person is waiting
       *[other] { $count } people are waiting
    }

## How a counter is
common-counter-closed = Closed
common-counter-open = Open
common-counter-calling = Calling
common-counter-serving = Serving
common-counter-paused = Paused
common-until = until { $time }

## How a ticket is
common-ticket-waiting = Waiting
common-ticket-called = Being called
common-ticket-serving = Being served
common-ticket-finished = Finished
common-ticket-no-show = No-show
common-ticket-cancelled = Given back
common-priority = Priority

## Date; $day and $month are digits
common-date = { $weekday }, { $day }/{ $month }
common-monday = Monday
common-tuesday = Tuesday
common-wednesday = Wednesday
common-thursday = Thursday
common-friday = Friday
common-saturday = Saturday
common-sunday = Sunday

## Without the server
common-reconnecting = Reconnecting
common-updated = Updated at { $time }
common-figures-from = As of { $time }
common-no-server = The server can't be reached

## Buttons
common-back = Back
common-done = Done
common-cancel = Cancel
common-try-again = Try again
