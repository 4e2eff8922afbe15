### Booking an appointment, its page on the phone, and the calendar's file.

appointment-title = Your appointment
appointment-book-title = Book an appointment
appointment-language-name = English

## Booking: what for, which day, which time
appointment-service = What do you come for?
appointment-day = Choose a day
appointment-time = Choose a time
appointment-free = { $count ->
    [one] { $count } place left
   *[other] { $count } places left
  }
appointment-full = full
appointment-no-days = No day has a free time at the moment. You may always come and take a ticket during the opening hours.
appointment-no-times = This day has no time left. Choose another day.
appointment-back = Back
appointment-check = Check your appointment
appointment-book = Book this appointment
appointment-no-name = No name, no identity number. Who has the code has the appointment.
appointment-offline = This office has no booking online. The reception books a time for you: please telephone or come to the desk.
appointment-offline-none = This office gives no appointments. Please come and take a ticket in opening hours.
appointment-failed = It was not sent. Please try again.
appointment-again = Try again
appointment-loading = Loading

## The appointment
appointment-booked = Your appointment is booked
appointment-yours = Your appointment
appointment-code = Code
appointment-how = When you arrive, choose “I have an appointment” at the ticket machine, and type this code or show the QR code to its scanner.
appointment-when = You can take your ticket from { $from } to { $until }.
appointment-keep = Keep this page: the code stands nowhere else.
appointment-bring = Please bring
appointment-calendar = Add to calendar
appointment-cancel = Give the appointment back
appointment-cancel-sure = Give back the appointment at { $time }?
appointment-cancel-how = Its place will go to somebody else.
appointment-cancel-keep = Keep it
appointment-cancel-yes = Give it back
appointment-check-in = I am here
appointment-cancelled = The appointment was given back
appointment-cancelled-how = You can book another one, or come and take a ticket during the opening hours.
appointment-kept = You have the ticket { $number }
appointment-kept-how = Watch for this number on the screen, or scan the code on the slip.
appointment-follow = Follow this number
appointment-missed = The time is over
appointment-missed-how = Please take an ordinary ticket at the ticket machine, or book another time.
appointment-unknown = The appointment is over, or there is none
appointment-unknown-how = Its day may be over. Check the address, or ask at the reception desk.
appointment-new = Book another appointment
appointment-call-office = Call { $phone }
appointment-qr = QR code of the appointment

## The calendar's file
appointment-calendar-summary = Appointment: { $service }
appointment-calendar-code = Code: { $code }
appointment-calendar-how = When you arrive, type this code at the ticket machine.
