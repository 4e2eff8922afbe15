### The page "Try a rule": a day that was, played once more by a new rule, before that rule is in force.

preview-title = Try a rule
preview-lead = Plays a past day once more by a new rule: who waits longer, who waits less. Nothing changes in the hall.
preview-asking = Asking the server…
preview-no-day = The journal has no day to try a rule on yet. Come back when the office has given numbers.

## Rules
preview-rules = Rules to try
preview-day = Day to play
preview-day-today = { $day } (still runs)
preview-priorities = Priority: counts as having come earlier
preview-priorities-more = 0 leaves the class out.
preview-minutes = min
preview-now = now { $value }
preview-transfer = Tickets that are handed on
preview-transfer-place = Where they stand
preview-transfer-place-front = in front
preview-transfer-place-arrival = by time of arrival
preview-transfer-place-end = at the end
preview-transfer-head-start-minutes = Count as earlier by
preview-away = People who come back
preview-away-back-to = Put aside, they come back to
preview-away-back-to-here = the same counter
preview-away-back-to-anywhere = any counter
preview-away-lateness-minutes = After a missed call they stand later by
preview-counters = Counters
preview-counter = Counter { $counter }
preview-counters-services = Handles
preview-counters-helps-with = Helps with
preview-counters-helps-after-minutes = Helps once people have waited
preview-none = none
preview-file = A changed set-up file
preview-file-more = Choose or paste a changed office.toml. Rules that are changed above come on top of it.
preview-file-choose = Choose a file
preview-file-paste = The file's text
preview-file-clear = Leave the file out
preview-file-too-large = The file is larger than { $kilobytes } KB: it is no set-up.
preview-changed =
    { $count ->
        [0] Nothing changed yet
        [one] { $count } rule changed
       *[other] { $count } rules changed
    }
preview-changed-file = with a set-up file
preview-undo = Undo changes
preview-try = Try it
preview-trying = Playing the day…
preview-not-a-number = Please enter minutes from { $from } to { $to }.

## Not to be tried
preview-wrong = The set-up has { $count } places to mend
preview-line = line { $line }
preview-warnings = To think about before it is used

## Result
preview-nothing = Change a rule beside this and press "Try it". What comes of it stands here.
preview-outdated = The rules were changed after this. Press "Try it" for what comes of them now.
preview-result = { $day } by the new rules
preview-result-running = { $day } so far, by the new rules
preview-nobody-moved = Nobody would have been called earlier or later.
preview-moved = { $earlier } would have been called earlier, { $later } later.
preview-refused = { $count } would have got no number by the new set-up.
preview-off = By the rules in force, the played day is { $off } min off the real one (mean wait). A smaller difference says nothing.
preview-exact = By the rules in force, the played day is the same as the real one.
preview-waits = Waits (minutes)
preview-waits-more = dark: mean · light: nineteen of twenty waited no longer
preview-class = Who
preview-class-all = Everybody
preview-class-none = No priority
preview-people = People
preview-mean = Mean
preview-p95 = 19 of 20
preview-difference = Differs
preview-present = now
preview-new = new
preview-uncalled = { $present } were not called by the rules in force, { $changed } by the new ones.
preview-who = Who moves most
preview-who-number = Number
preview-who-taken = Taken
preview-who-present = Wait now
preview-who-changed = Wait, new
preview-next = The next ten in the hall now
preview-next-present = Rules in force
preview-next-changed = New rules
preview-next-nobody = Nobody waits at the moment.
preview-next-forward = { $places } forward
preview-next-back = { $places } back
preview-next-new = from behind
