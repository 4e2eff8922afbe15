### Numbers for an outage on A4, for an office without a slip printer.

roll-title = Numbers for an outage
roll-how = Print them ahead, cut them apart, keep them at the reception. Each is handed out once; what is left is good on another day. Hand them out from the lowest number on, with date and time on each.
roll-none = The set-up reserves no numbers for paper: see [outage] there.
roll-service = Service
roll-all = All
roll-count = Slips of each service
roll-from = First number (when one service is printed)
roll-pile = Printed before: { $numbers }. What is left of those lies on top and is handed out first.
roll-print = { $count ->
    [one] Print one page
   *[other] Print { $count } pages
  }
roll-slip = Outage number
roll-counter = Counter { $counters }
roll-advice = Please keep this slip and wait. Numbers are called in order, before those who come later.
roll-handed-out = Given out on, at (valid on that day only)
