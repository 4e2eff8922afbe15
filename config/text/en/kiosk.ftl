### The ticket machine: every step from the invitation to the slip. Say what to do, not what failed.
### Hard spaces keep words together on one line.

kiosk-title = Ticket machine

## The name of this language, as its speakers read it
kiosk-language-name = English
kiosk-language-note = Words on the screen and on the slip

## Invitation
kiosk-start-welcome = Please take a ticket
kiosk-start-how = Choose a service, take your slip, and wait to be called.
kiosk-start-take = Take a ticket
kiosk-start-documents = Ask which documents, no ticket
kiosk-start-appointment = I have an appointment
kiosk-start-documents-only = Ask which documents

## The row of buttons at the bottom
kiosk-back = Back
kiosk-languages = Languages
kiosk-documents-short = Documents

kiosk-language-choose = Choose your language

## Choosing a service
kiosk-service-choose = What do you need?
kiosk-service-choose-documents = Documents for which service?
kiosk-service-waiting = { $count ->
    [one] { $count } person waiting
   *[other] { $count } people waiting
  }

## Documents
kiosk-documents-none = You need no documents for this.
kiosk-documents-none-short = No documents needed
kiosk-documents-take = Take a ticket
kiosk-documents-later = Done, no ticket yet
kiosk-fact-waiting = Waiting
kiosk-fact-appointment = Appointment
kiosk-fact-ahead = Before you
kiosk-fact-wait = Wait
kiosk-fact-counter = Counter for this
# Before a time, as 13:00
kiosk-fact-perhaps = Perhaps only from
# After a time, as 13:00
kiosk-fact-after-break = after the break
kiosk-fact-room = Today we can still serve about
kiosk-fact-counter-closed = Not open yet
kiosk-fact-fee = Fee
kiosk-people-unit = { $count ->
    [one] person
   *[other] people
  }
kiosk-minutes-unit = min

## Several services with one ticket, several files
kiosk-add = Add another service
kiosk-add-choose = What else do you need?
kiosk-add-how = Touch to choose, touch again to take away. One ticket is good for up to { $most } services.
kiosk-add-none = Please choose at least one service.
kiosk-add-go-on = { $count ->
    [one] Go on with { $count } service
   *[other] Go on with { $count } services
  }
kiosk-add-place = Chosen, number { $place } in order
kiosk-together-title = One ticket for { $count } services
kiosk-together-how = You will be called for them in this order, with the same number.
kiosk-together-change = Change services
kiosk-cases-ask = How many files?
kiosk-cases-how = Each person or each set of papers is one file. One ticket is good for up to { $most } files.
kiosk-cases-fewer = One file fewer
kiosk-cases-more = One file more
kiosk-cases-go-on = { $count ->
    [one] Go on with { $count } file
   *[other] Go on with { $count } files
  }
kiosk-cases = { $count ->
    [one] { $count } file
   *[other] { $count } files
  }
kiosk-then = Then: { $services }

## Priority
kiosk-priority-ask = Do you have priority?
kiosk-priority-how = If so, touch what applies to you and you will be called sooner. The reason is not printed.
kiosk-priority-none = No, an ordinary ticket

## Getting the ticket
kiosk-issuing-title = Getting your ticket
kiosk-issuing-wait = One moment, please. No need to touch again.

## Ticket
kiosk-ticket-title = Please take your slip
kiosk-ticket-where = It comes out of the slot below the screen.
kiosk-ticket-late = You are late: this number waits by the time it was taken.
kiosk-ticket-follow = Follow on your phone
kiosk-ticket-follow-how = Scan this code to see how many people are before you. No app needed.
kiosk-ticket-done = Done
kiosk-ticket-qr = QR code that opens the page of number { $number }

## No paper slip, the number counts all the same
kiosk-slip-paper-title = Out of paper, your number is kept
kiosk-slip-printer-title = No slip just now, your number is kept
kiosk-slip-unsure-title = No slip? Your number is kept
kiosk-slip-none-title = Please remember your number
kiosk-slip-before-title = This number was given to you before
kiosk-slip-remember = Remember this number, or scan the code with your phone. The staff have been told.
kiosk-slip-unsure-how = If no slip comes out, remember this number or scan the code with your phone.
kiosk-slip-none-how = Remember this number, or scan the code with your phone.
kiosk-slip-before-how = For another slip, please ask at the reception desk.
kiosk-slip-keep = Scan to keep it
kiosk-slip-keep-how = Your phone will tell you when it is your turn. No phone: ask the staff to write it down.
kiosk-slip-known = I know my number

## No tickets from this machine
kiosk-offline-title = No tickets here just now
kiosk-offline-how = Please ask at the reception desk for a ticket. This machine is reconnecting by itself.
kiosk-offline-short = This machine can't give tickets just now. Please ask at the reception desk.
kiosk-help-title = Please ask at the reception desk
kiosk-help-how = The staff there will get a ticket for you.
kiosk-help-short = Please ask at the reception desk for a ticket.
kiosk-help-again = Start again

## Nobody touches the machine
kiosk-rest-title = Please wait a moment
kiosk-rest-how = Many tickets were taken here just now. In a few seconds the machine gives the next one. In a hurry? The staff can help at once.
kiosk-rest-short = Please wait a moment, or ask the staff.
kiosk-time-out-title = Are you still there?
kiosk-time-out-how = { $seconds ->
    [one] In { $seconds } second this screen goes back to the start.
   *[other] In { $seconds } seconds this screen goes back to the start.
  }
kiosk-time-out-stay = I am still here

## The machine does not belong to the office yet
kiosk-pair-title = This machine gives no tickets yet
kiosk-pair-citizens = Please take your ticket at the reception desk.
kiosk-pair-how = Staff: or enter a device token of this machine
kiosk-pair-code = Staff: scan this code with your phone, or type it on the page { $address }
kiosk-pair-qr = QR code that opens the page of the devices
kiosk-pair-asking = Getting a code…
kiosk-pair-away = The server can’t be reached. This machine tries again by itself.
kiosk-pair-token = Device token
kiosk-pair-connect = Connect
kiosk-pair-failed = The token is not right, or the server was out of reach. Check it, or make a new one at the server.

# The office is closed, or the day is full.
kiosk-closed-break = Lunch break, open again at { $opens }
kiosk-closed-before = Not open yet, opening at { $opens }
kiosk-closed-after = Closed for today, open again on { $on } at { $opens }
kiosk-closed-long = The office is closed
kiosk-closed-tickets = This machine gives tickets from { $from } on.
kiosk-closed-short = The office is closed just now.
kiosk-closed-morning = Morning
kiosk-closed-afternoon = Afternoon
kiosk-closed-phone = Urgent
kiosk-service-full = No more tickets today
kiosk-full-office-closed = The office has just closed
kiosk-full-quota-used = All tickets for this have been given today
kiosk-full-day-full = Too many people are waiting today
kiosk-full-when = { $reopening ->
    [unknown] Please ask at the reception desk.
   *[known] Please come back on { $on }, from { $from } on. If it is urgent, ask at the reception desk.
}
kiosk-full-short = There are no more tickets for this today.
kiosk-full-understood = I understand

## With an appointment
kiosk-appointment-title = Type your code
kiosk-appointment-how = It has 6 digits. Or show the QR code of your appointment to the scanner.
kiosk-appointment-code = Typed so far: { $code }
kiosk-appointment-erase = Delete one digit
kiosk-appointment-without = Take an ordinary ticket

## Easy to see, easy to hear: the last row of every screen
kiosk-ease = Easier to see and hear
kiosk-ease-low = Lower
kiosk-ease-large = Large type
kiosk-ease-aloud = Read aloud
kiosk-ease-contrast = Contrast
# The machine has no voice for a name
kiosk-unread = This machine can't say this name. Please ask at the reception desk.
kiosk-more-services = Other services
