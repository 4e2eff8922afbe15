### Counter display

counter-word = Counter
counter-name = Counter { $counter }
counter-calling = Now calling
counter-serving = Now serving
counter-open = Open
counter-greeting =
    Welcome,
    please wait
counter-paused = On break
counter-closed = Closed
counter-back = Back at { $time }
counter-instead = Please go to
counter-or = or

## Connection lost

counter-last-call = Called at { $time }
counter-updated = As of { $time }
counter-reconnecting = Reconnecting. Please ask the officer.

## Not set up for a counter

counter-unknown =
    This display has
    no counter yet
counter-unknown-help = Counters of this office: { $counters }
