### The page "Order of calling": calls before somebody who had come earlier, for administrators and inspectors.

record-title = Order of calling
record-lead = Calls before somebody who had come earlier: who called whom, and why. Never which priority somebody has.
record-asking = Reading the journal…
record-day = Day
record-day-before = Working day before
record-day-after = Working day after
record-running = This day still runs: figures as of { $time }.
record-as-of = The server can't be reached. These are the figures of { $time }.
record-no-day = The journal has no day yet. This record begins with the first number that is called.
record-none = Nobody was called before somebody who had come earlier.
record-none-running = By { $time } nobody was called before somebody who had come earlier.
record-none-filtered = No call fits what is chosen.
record-table = Download table (CSV)
record-print = Print

## Figures
record-calls = Calls
record-calls-more = without recalls
record-total = Before somebody earlier
record-total-more = { $chosen } chosen by an officer
record-share = Share
record-share-more = of all calls
record-largest = Largest overtaking
record-largest-more = { $number } before { $earliest }
record-minutes = min

## Filters and table
record-filter = Show only
record-filter-kind = Reason
record-filter-officer = Officer
record-filter-counter = Counter
record-all = All
record-shown =
    { $count ->
        [one] { $count } call
       *[other] { $count } calls
    }
record-too-many = This page shows the first { $shown } calls. The CSV table has all { $total }.
record-at = Called at
record-number = Number
record-counter = Counter
record-officer = Officer
record-why = Why
record-passed = Who was passed
record-passed-first =
    { $minutes ->
        [0] { $number }, less than a minute earlier
       *[other] { $number }, { $minutes } min earlier
    }
record-passed-others = and { $count } more
record-counter-named = Counter { $counter }
record-printed = Printed at { $time }, { $date }

## Kinds of reasons
record-kind-chosen = Chosen by the officer
record-kind-priority = Priority
record-kind-returned = Came back with papers
record-kind-missed = Came back after a missed call
record-kind-transferred = Handed on by another counter
record-kind-transferred-front = Handed on, put in front
record-kind-goes-on = Goes on from another counter
record-kind-put-back = The counter that had called was closed
record-kind-outage = Handed out during an outage
record-kind-turn = It was its turn
record-kind-other-set-up = Another set-up was in force
