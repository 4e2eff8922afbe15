### The page "Devices": pairing them and shutting them out.

devices-title = Devices
devices-lead = A new ticket machine, display or desk shows a code. Type it here, and the device comes up by itself, from then on after every power cut, too.
devices-code = Code that the device shows
devices-code-hint = Eight letters and digits. It is good for ten minutes.
devices-waiting = It wants to be: { $role }. It asks from { $where }.
devices-waiting-asking = Looking for the device…
devices-name = Name of the device
devices-name-hint = Such as: ticket machine at the door
devices-counter = Counter
devices-counter-none = none
devices-admit = Let it in
devices-admitted = { $name } is one of the office’s devices now.
devices-all = Paired devices
devices-asking = Reading the list…
devices-none = No device is paired yet.

## Roles
devices-role-kiosk = Ticket machine
devices-role-wall = Display of the waiting room
devices-role-counter-display = Display at a counter
devices-role-printer = Slip printer
devices-role-rating = Rating tablet
devices-role-desk = Desk

devices-on = On
devices-seen = Last seen { $time }
devices-not-seen = Not seen since the office was opened
devices-paired = Paired { $time } by { $who }
devices-revoke = Shut out
devices-ask = Shut { $name } out? What it shows closes at once.
devices-revoked = { $name } is shut out.
