### The record of the order: calls before somebody who had come earlier.

## Heads of the table
order-at = Called at
order-counter = Counter
order-officer = Officer
order-number = Number
order-service = Service
order-taken-at = Taken at
order-passed = Passed
order-earliest = First of those passed
order-earliest-taken-at = Taken at (first of those passed)
order-bound = Only this counter could call it
order-why = Why
order-reason = Code of the reason
order-yes = yes
order-no = no

## Why, where the place alone does not say it
order-turn = It was its turn: those passed had been away or sent on, and stood later
order-other-set-up = Not by the set-up that is known of that time: another one was in force

## A rehearsal
order-rehearsal = REHEARSAL – not real numbers
