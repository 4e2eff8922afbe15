### Wall display

wall-title = Wall display

## Calling

wall-invite = Now calling ticket
wall-to-counter = to counter
wall-call-line = Ticket { $number }, please come to counter { $counter }
wall-last-call = Last call, at { $time }
wall-last-counter = counter
wall-just-called = Just called
wall-counter-word = Counter

## Each counter

wall-counter = Counter { $counter }
wall-serving = Serving
wall-come-in = Please come
wall-open = Open
wall-paused = On break
wall-until = until { $time }
wall-closed = Closed

## Who waits

wall-waiting =
    { $count ->
        [0] Nobody is waiting
        [1] 1 person waiting
       *[other] { $count } people waiting
    }

## Nobody called, outside opening hours

wall-idle-title =
    Please take a ticket
    and have a seat
wall-idle-text = Your number will appear here and over the counter.
wall-idle-line = Please take a ticket. Your number appears here and over the counter.
wall-before-title =
    Opening
    at { $time }
wall-break-title =
    Lunch break,
    back at { $time }
wall-after-title =
    Closed
    for today
wall-hours = Opening hours: { $hours }

## Connection lost

wall-reconnecting = This screen is reconnecting. Please listen for the officers’ calls.
wall-updated = As of { $time }
