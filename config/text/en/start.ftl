# The start page.

start-title = Mời
start-word = Mời
start-meaning = Please, come: take a number, and wait in comfort.
start-language = Tiếng Việt
start-hall = In the hall
start-staff = For staff
start-waiting = People waiting
start-counters-open = Counters open
start-counter-number = Counter { $counter }
start-open = open
start-closed = closed
start-paused = paused
start-paused-until = paused until
start-as-of = No connection, figures of { $time }

start-kiosk = Kiosk
start-kiosk-for = People choose their matter and take a number
start-wall = Wall display
start-wall-for = Shows the numbers called, for the whole hall
start-counter = Counter display
start-counter-for = In front of each counter: who is asked to come
start-phone = Phone
start-phone-for = Follow your turn: scan the code on the slip
start-book = Appointments
start-book-for = Book a time before you come
start-desk = Desk
start-desk-for = Officers call numbers with the number pad
start-reception = Reception
start-reception-for = Gives numbers, finds one, enters those of an outage
start-sign-in = Sign in
start-sign-in-for = Name, PIN and today’s counter
start-admin = State of the office
start-admin-for = For the administrator: what is wrong, what to do
start-api = Programming interface
start-api-for = For those who connect other software
