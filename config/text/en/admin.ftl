### The administrator's page: how the office is, and what to do. Each trouble has a sentence (-lead) and its steps.

admin-title = State of the office
admin-nav = Administrator's pages
admin-nav-state = State
admin-nav-set-up = Set-up
admin-nav-people = People
admin-nav-devices = Devices
admin-nav-order = Order of calling
admin-nav-preview = Try a rule
admin-nav-audit = Changes
admin-nav-account = My account
admin-nav-start = Start page
admin-language = Tiếng Việt

## All is well, or not
admin-asking = Asking the server…
admin-well = The office runs well.
admin-well-more = There is nothing to do. This page keeps itself up to date.
admin-troubles =
    { $count ->
        [one] There is { $count } thing to do
       *[other] There are { $count } things to do
    }
admin-what-to-do = What to do
admin-machine-says = The machine says:
admin-parts = Part by part
admin-sign-ok = well
admin-sign-warn = look at it
admin-sign-bad = mend it now
admin-sign-none = to know
admin-unknown = not known

## Who is not signed in as an administrator
admin-visitor = This is what everybody may see. To see each part and each step to take, sign in by an administrator's name, or open this page on the office's own server.
admin-only = This page is for administrators. Please sign in by an administrator's name.
admin-no-server = The server can't be reached. This page tries again by itself; other devices may still work.
admin-sign-in = Sign in

## Days and times
admin-today = today
admin-yesterday = yesterday
admin-tomorrow = tomorrow
admin-moment = { $day } at { $time }

## Part by part
admin-orders = Taking and calling numbers
admin-orders-accepted = Going on
admin-orders-accepted-more = Whatever is accepted is on the disk before it is answered.
admin-orders-disk-full = Refused: the disk is full
admin-orders-storage-failed = Refused: the disk can't be written
admin-orders-refused-more = Tickets already given are kept.
admin-disk = Disk with the data
admin-disk-free = free of { $total }
admin-disk-unknown = The disk does not tell how much room it has
admin-disk-folder = Folder { $folder }
admin-clock = The office's time
admin-clock-right = The server's clock can be believed.
admin-clock-machine = The server's clock shows { $time }, { $date }.
admin-printer = Slip printer
admin-printer-none = This office prints no slips
admin-printer-ready = Ready
admin-printer-near-end = Paper nearly used up
admin-printer-out-of-paper = Out of paper
admin-printer-cover-open = Cover open
admin-printer-offline = Can't be reached
admin-printer-unknown = The printer does not tell
admin-printer-error = Reports an error
admin-slips =
    { $count ->
        [0] No slip waits to be printed.
        [one] { $count } slip waits to be printed.
       *[other] { $count } slips wait to be printed.
    }
admin-backup = Backup
admin-backup-newest = { $day }, { $size }
admin-backup-none = There is none yet
admin-backup-rehearsal = A rehearsal is not backed up
admin-backup-next = Next one: { $when }.
admin-backup-folder = Folder { $folder }
admin-journal = The office's journal
admin-journal-events =
    { $count ->
        [one] entry
       *[other] entries
    }
admin-journal-since =
    { $count ->
        [one] entry since { $date }
       *[other] entries since { $date }
    }
admin-journal-days =
    { $count ->
        [0] No day is closed yet.
        [one] { $days } closed day.
       *[other] { $days } closed days.
    }
admin-journal-size = { $size } on the disk.
admin-journal-opened = Read in { $seconds } s at the last start.
admin-screens = Screens connected
admin-screens-open =
    { $count ->
        [one] screen
       *[other] screens
    }
admin-screens-walls =
    { $count ->
        [one] { $count } wall display
       *[other] { $count } wall displays
    }
admin-screens-kiosks =
    { $count ->
        [one] { $count } ticket machine
       *[other] { $count } ticket machines
    }
admin-screens-counters =
    { $count ->
        [one] { $count } counter display
       *[other] { $count } counter displays
    }
admin-screens-desks =
    { $count ->
        [one] { $count } desk
       *[other] { $count } desks
    }
admin-screens-phones =
    { $count ->
        [one] { $count } phone
       *[other] { $count } phones
    }
admin-program = The program
admin-program-version = Moi's version
admin-program-started = Running since { $when }.

## The disk is full
admin-disk-full-lead = No number can be taken or called. Tickets already given are kept. The disk has { $free } free of { $total }.
admin-disk-full-find = On the office's server, open the disk with the folder { $folder }.
admin-disk-full-tidy = Delete what is not Moi's: downloads, old films and pictures, the recycle bin, the machine's old logs.
admin-disk-full-backups = If that is not enough: copy the older backups in { $backups } to a USB stick and delete them here. Keep the newest one.
admin-disk-full-keep = Slips that are drawn as files, in { $folder }/slips, may go, too. Delete nothing else in { $folder }: it is the office's journal.
admin-disk-full-wait = As soon as there is room the office goes on by itself within seconds, without a restart. If you can't do it, call whoever looks after the machine.

## The disk can't be written
admin-storage-failed-lead = No number can be taken or called: the server can't write to its disk. Tickets already given are kept.
admin-storage-failed-plug = See whether the disk is still firmly connected to the server: cable, plug, lamp.
admin-storage-failed-save = Copy the newest backup, { $file } in { $backups }, to a USB stick and keep it safe.
admin-storage-failed-call = Call whoever looks after the machine, and read them the line “The machine says” below.
admin-storage-failed-wait = As soon as the disk can be written the office goes on by itself within seconds. If the machine must be replaced: install Moi on the new one, and bring the backup in with moi restore.

## The disk is nearly full
admin-disk-short-title = The server's disk is nearly full
admin-disk-short-lead = { $free } are free of { $total }. The office still runs; without room no number can be taken or called.
admin-disk-short-tidy = Clear the disk with the folder { $folder }: downloads, old films and pictures, the recycle bin.
admin-disk-short-backups = Have the backups made on another disk, as a USB stick: change folder under [backup] in the set-up.
admin-disk-short-keep = Delete nothing else in { $folder }: it is the office's journal.

## People whom no open counter calls
admin-stranded-title = People wait whom no counter calls
admin-stranded-lead = { $stranded }
admin-stranded-open = Have one of these counters opened: an officer signs in at its desk and presses Enter.
admin-stranded-tell = If nobody does this work today, tell those who wait when to come back.

## The clock
admin-clock-unset-lead = The machine shows { $machine }. Tickets are given all the same, by the office's own time: { $office }.
admin-clock-unset-set = Set the server's date and time right.
admin-clock-unset-network = Connected to a network, the clock comes right by itself.
admin-clock-unset-wait = Moi needs no restart: the office's time follows within minutes.
admin-clock-unset-battery = If it is so each time the machine is switched on, change the battery of its clock.
admin-clock-behind-lead = The machine shows { $machine }, earlier than the last entries. Tickets are given all the same, by the office's time: { $office }.
admin-clock-behind-compare = Compare the server's date and time with a clock that is right.
admin-clock-behind-wrong = If the machine is wrong, set it right.
admin-clock-behind-right = If it is right, there is nothing to do. Its clock was ahead before; the business day is put right by itself when nobody waits, or at midnight.
admin-clock-jumped-lead = The machine has jumped to { $machine }. The office still goes by its own time: { $office }.
admin-clock-jumped-compare = Compare the server's date and time with a clock that is right.
admin-clock-jumped-wrong = If the machine is wrong, set it right within five minutes, or another day may begin and those who wait lose their numbers.
admin-clock-jumped-right = If it is right, there is nothing to do: the office follows within five minutes.
admin-clock-ahead-lead = The machine shows { $machine }, more than 30 days after the entries before.
admin-clock-ahead-compare = Compare the server's date and time with a clock that is right.
admin-clock-ahead-wrong = If the machine is wrong, set it right.
admin-clock-ahead-right = If it is right, there is nothing to do: this message is gone tomorrow.

## The printer
admin-printer-near-end-lead = Slips still come out, but little paper is left.
admin-printer-near-end-roll = Put a new roll beside the printer.
admin-printer-near-end-change = When few people wait, open the cover, change the roll, close the cover.
admin-printer-out-of-paper-lead = Numbers are given and shown on the ticket machine, but without a slip.
admin-printer-out-of-paper-open = Open the printer's cover and take out the old core.
admin-printer-out-of-paper-change = Put in a new roll as drawn inside the cover, pull out some paper, close the cover.
admin-printer-out-of-paper-again = Slips go on with the next number. Whoever has a number without a slip keeps it.
admin-printer-cover-open-lead = Numbers are given and shown on the ticket machine, but without a slip.
admin-printer-cover-open-close = Press the printer's cover down until it clicks.
admin-printer-cover-open-look = If it still counts as open, open it, remove paper that is caught at its edge, and close it again.
admin-printer-offline-lead = Numbers are given and shown on the ticket machine, but without a slip.
admin-printer-offline-power = See whether the printer is on and its lamp is lit.
admin-printer-offline-cable = Check the printer's network cable, at both ends.
admin-printer-offline-again = Switch the printer off for ten seconds, then on. As soon as it is reached, this message goes.
admin-printer-offline-call = If it stays, call whoever looks after the machine. The printer's address may have changed; Moi looks for it by --printer.
admin-printer-error-lead = Numbers are given and shown on the ticket machine, but without a slip.
admin-printer-error-jam = Switch the printer off, open the cover, remove paper that is caught at the cutter.
admin-printer-error-again = Close the cover and switch it on.
admin-printer-error-call = If it stays, call whoever looks after the printer.

## Backups
admin-backup-failed-lead = The office runs on, but there is no new backup. The newest one: { $newest }.
admin-backup-failed-folder = See whether the folder { $backups } is still there. If it is a USB stick, see whether it is plugged in.
admin-backup-failed-room = See whether there is room; old backups may go, but not the newest one.
admin-backup-failed-right = See whether the user who runs Moi may write there.
admin-backup-failed-wait = Moi tries again every five minutes. With a new backup this message goes.
admin-backup-ahead-lead = A backup is dated later than now, { $now }. It counts for nothing; the others are made and kept as usual.
admin-backup-ahead-compare = Compare the server's date and time with a clock that is right. If the machine is wrong, set it right.
admin-backup-ahead-wait = If it is right, its clock was ahead before: { $ahead } in { $backups } goes by itself as new backups come. It may also be deleted.

## Damage
admin-journal-damaged-lead = Numbers are taken and called as usual. But a part of the office's journal is damaged on the disk, so that there is no new backup. The newest one: { $newest }.
admin-journal-damaged-keep = Delete no backup in { $backups }, and copy them to a USB stick: the day that is damaged is whole in them.
admin-journal-damaged-call = Call whoever looks after the machine, and read them the line “The machine says” below. It names the file, and the day where it is known.
admin-journal-damaged-mend = In the evening: stop Moi, and run moi journal mend --from BACKUP --data { $folder } with the newest backup. It takes the damaged days out of it and touches nothing else. Then start Moi.
admin-journal-damaged-restore = If it can't mend the day: try an older backup in the same way. Where today's part is damaged, bring back the newest backup into a new folder with moi restore.
admin-journal-damaged-disk = Have the disk checked: it has lost something that was written to it.
admin-sealing-failed-lead = Numbers are taken and called as usual, and nothing is lost. But days that are over could not be put away.
admin-sealing-failed-room = See whether the disk with the folder { $folder } has room: { $free } are free.
admin-sealing-failed-plug = See whether the disk is still firmly connected to the server: cable, plug, lamp.
admin-sealing-failed-wait = Moi tries again when the next day begins, and when it is started anew. Then this message goes.
admin-sealing-failed-call = If it stays for some days, call whoever looks after the machine, and read them the line “The machine says” below.

## The server is lost
admin-lost-title = The server can't be reached
admin-lost-lead = Everything else on this page is of { $time } and may have changed since.
admin-lost-lead-never = How the office is is not known yet.
admin-lost-machine = See whether the office's server is switched on.
admin-lost-network = Check the network cable or Wi-Fi between this device and the server.
admin-lost-wait = As soon as the server is reached this page comes up to date by itself, without a reload.

## The doors to the network
admin-doors = Doors to the network
admin-doors-connections =
    { $count ->
        [one] connection is open, of { $most } that may be
       *[other] connections are open, of { $most } that may be
    }
admin-doors-plain = Pages are not encrypted (--tls).
admin-doors-self-made = Encrypted by a certificate of the office's own making, until { $date }. It renews itself.
admin-doors-given = Encrypted, by a certificate until { $date }.
admin-doors-fingerprint = Its fingerprint, SHA-256: { $fingerprint }
admin-doors-names = Refused under names that are not the office's: { $times }.
admin-doors-origins = Refused from pages of other sites: { $times }.
admin-doors-heads = Refused for too long a head: { $times }.
admin-doors-connections-of-address = Connections refused to one address that had too many: { $times }. Many phones behind one router? --connections-per-address
admin-doors-connections-all = Connections refused since there were too many: { $times }.
admin-doors-slow = Connections closed since they were too slow: { $times }.
admin-doors-sockets = Screens and phones that found no room: { $times }.
admin-doors-sign-ins = Sign-ins refused to one address that tried too often: { $times }.
admin-doors-bookings = Bookings refused to one address that booked too many: { $times }.
admin-doors-misses = Guesses that were told to wait: { $times }.
admin-doors-requests = Requests refused to one address that asked too much: { $times }.
admin-doors-calls = Calls refused to a person or program that asked too much: { $times }.
admin-doors-kiosk-tickets = Tickets refused at a ticket machine that gave many at once: { $times }. Does somebody keep pressing? tickets_per_minute
admin-certificate-over-title = The certificate is over
admin-certificate-over-lead = The pages' certificate ended on { $ends }: browsers refuse the pages, or warn of them.
admin-certificate-over-renew = Get a new certificate where the old one came from; most renew themselves, and that has failed.
admin-certificate-over-files = Put the new files in the place of the old ones (--tls). They are taken by themselves.
admin-certificate-over-wait = Within half a minute this message goes.
admin-certificate-short-title = The certificate ends soon
admin-certificate-short-lead = The pages' certificate ends on { $ends }. After that browsers refuse the pages, or warn of them.
admin-certificate-short-renew = Get a new certificate where the old one came from; most renew themselves, and that has failed.
admin-certificate-short-files = Put the new files in the place of the old ones (--tls). They are taken by themselves.
admin-certificate-short-wait = Within half a minute this message goes.
admin-certificate-failed-title = The new certificate is no good
admin-certificate-failed-lead = The pages are encrypted by the old certificate until { $ends }, since the new one can't be used.
admin-certificate-failed-pair = See whether certificate and key belong together, and both files are whole.
admin-certificate-failed-right = See whether the user who runs Moi may read both files.
admin-certificate-failed-wait = Once they are right they are taken by themselves, within half a minute.
