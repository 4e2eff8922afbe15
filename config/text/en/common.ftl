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

## How a counter is
common-counter-closed = Closed
common-counter-open = Open
common-counter-calling = Calling
common-counter-serving = Serving
common-counter-paused = Paused

## People who wait while no open counter calls them
common-stranded-service =
    { $count ->
        [one] { $service }: { $count } person waits and no counter with it is open (Counter { $counters }).
       *[other] { $service }: { $count } people wait and no counter with it is open (Counter { $counters }).
    }
common-stranded-paused =
    { $count ->
        [one] { $service }: { $count } person has to wait for the end of the pause (Counter { $counters }).
       *[other] { $service }: { $count } people wait for the end of the pause (Counter { $counters }).
    }
common-stranded-nowhere =
    { $count ->
        [one] { $service }: { $count } person waits and no counter has this service.
       *[other] { $service }: { $count } people wait and no counter has this service.
    }
common-stranded-alone =
    { $count ->
        [one] { $count } person waits for Counter { $counters } alone, which is paused.
       *[other] { $count } people wait for Counter { $counters } alone, which is paused.
    }
common-stranded-more =
    { $count ->
        [one] So does { $count } more person.
       *[other] So do { $count } more people.
    }

## How a ticket is
common-ticket-waiting = Waiting
common-ticket-called = Being called
common-ticket-serving = Being served
common-ticket-finished = Finished
common-ticket-no-show = No-show
common-ticket-cancelled = Given back

## Without the server
common-reconnecting = Reconnecting
common-updated = Updated at { $time }
common-no-server = The server can't be reached

## Buttons
common-back = Back
common-done = Done
common-cancel = Cancel
common-try-again = Try again

## A rehearsal
common-rehearsal = REHEARSAL – not real numbers
