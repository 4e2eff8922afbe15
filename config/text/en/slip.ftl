### Words on the slip. Short: the paper is 80 mm or 58 mm wide. The large figures are drawn by the printer's side.

## Where
slip-counter = Counter { $counter }
# $first: the counters before the last, as "1, 2"; $last: the last one
slip-counters = Counter { $first } or { $last }
# One ticket for several people or files
slip-cases = { $count ->
    [one] { $count } file
   *[other] { $count } files
  }
# $services: what comes after, as "Certification, Land"
slip-then = Then: { $services }
# $counters: where it is called, as said above
slip-appointment = Appointment { $time }, { $counters }

## How long: label, large figure, unit
slip-ahead = Before you
slip-people =
    { $count ->
        [one] person
       *[other] people
    }
slip-wait = About
slip-minutes = min

## What to have ready
slip-documents = Please have ready

## Beside the QR code
slip-follow = Follow your turn

## The last line
slip-validity = Valid today only
slip-reprint = IN LẠI · REPRINT

## The slip for the staff after the office has started again. Below the next numbers stand large ones, as "A042"
slip-boot = Started again
slip-boot-next = Next numbers
slip-boot-waiting = Waiting
slip-boot-remark = For the staff, not a ticket
slip-boot-restored = From the backup of { $made_at }: numbers given after it may come again
slip-rehearsal = REHEARSAL – not a real number

## A number for an outage, printed ahead. Bound to no day
slip-roll = Outage number
slip-roll-advice = Please keep this slip and wait. Numbers are called in order, before those who come later.
slip-roll-handed-out = Given out on, at
slip-roll-validity = Valid only on the day it was given out
