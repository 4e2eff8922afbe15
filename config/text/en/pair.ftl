### Pairing a new device.

pair-title = Pair this device
pair-choose = What is this device for?
pair-role-kiosk = Ticket machine at the entrance
pair-role-wall = Display of the waiting room
pair-role-counter-display = Display at a counter
pair-role-desk = An officer’s computer
pair-role-rating = Rating tablet
pair-role-printer = Slip printer
pair-role-kiosk-for = Citizens choose what they come for and take a number.
pair-role-wall-for = Shows the numbers that are called.
pair-role-counter-display-for = Shows the number that is served at one counter.
pair-role-desk-for = Officers sign in here with their PIN.
pair-role-rating-for = Citizens say how they were served.
pair-role-printer-for = Prints slips in a machine of its own.
pair-code = This device’s code
pair-how = The administrator opens the page { $address } and types this code, or scans the QR code with a phone. It is good for ten minutes.
pair-how-short = Administrator: scan the QR code, or type this code on the page { $address }
pair-qr = QR code that opens the page of the devices
pair-asking = Getting a code…
pair-offline = The server can’t be reached. This device tries again by itself.
pair-done = Paired: { $name }
pair-done-how = From now on this device is known, after a power cut, too.
pair-other = Choose something else
pair-language = Tiếng Việt
