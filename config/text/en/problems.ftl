### What isn't possible and what to do: each problem code of the API has a title (-title) and a sentence (-detail).

## What was sent is not right
problems-unknown-service-title = No such service
problems-unknown-service-detail = No service has the code { $service }. Choose one from the list of services.
problems-ticket-expired-title = The number has expired
problems-ticket-expired-detail = Number { $number } of { $day } expired when its day ended. Please take a new number.
problems-too-many-reprints-title = The printer is behind
problems-too-many-reprints-detail = Too many slips wait to be printed again: this one is not printed. See to the printer, or write the number down.
problems-unknown-counter-title = No such counter
problems-unknown-counter-detail = The office has no counter { $counter }. Choose one from the list of counters.
problems-unknown-day-title = Nothing of this day
problems-unknown-day-detail = The journal has nothing of this day. Choose a day on which the office was open.
problems-journal-unreadable-title = The day can't be read
problems-journal-unreadable-detail = The journal of this day can't be read. Tickets go on as usual. Let the administrator run moi verify: it says what is damaged.
problems-unknown-target-title = No such counter
problems-unknown-target-detail = The office has no counter { $counter } to transfer to. Choose another one.
problems-unknown-reason-title = No such reason
problems-unknown-reason-detail = No reason has the id { $reason }. Choose another one.
problems-unknown-pause-reason-title = No such reason
problems-unknown-pause-reason-detail = No reason for a pause has the id { $reason }. Choose another one.
problems-unknown-ticket-title = No such ticket
problems-unknown-ticket-detail = No ticket has this code, or it was of an earlier day. Take a new ticket, or ask the staff.
problems-unknown-priority-title = No such priority class
problems-unknown-priority-detail = No priority class has the id { $priority }. Choose another, or take an ordinary ticket.
problems-key-reused-title = This key belongs to another request
problems-key-reused-detail = This Idempotency-Key came with another request before. Each new request needs a new key.
problems-invalid-body-title = What was sent is not right
problems-invalid-body-detail = The server can't read this request: { $reason }
problems-body-too-large-title = What was sent is too large
problems-body-too-large-detail = A request may have at most { $bytes_max } bytes.
problems-unsupported-media-type-title = Wrong type of content
problems-unsupported-media-type-detail = The content must be JSON, sent as application/json.
problems-invalid-phone-title = This is no phone number
problems-invalid-phone-detail = This number can't be called. Write it as 0912 345 678; a number of another country begins with + and the country code.
problems-wrong-set-up-title = The set-up has mistakes
problems-wrong-set-up-detail = There are { $count } places to mend. Mend them all and try again.
problems-unusable-set-up-title = The set-up can't be used
problems-unusable-set-up-detail = The rules can't use this set-up: { $reason }
problems-not-found-title = Nothing at this address
problems-not-found-detail = Check the address. The start page links to every page.
problems-upgrade-required-title = A live view
problems-upgrade-required-detail = This address is for WebSockets. The screens' own pages are linked on the start page.
problems-method-not-allowed-title = This address is not called like that
problems-method-not-allowed-detail = The address exists but needs another HTTP method. The API's document says which.

## The counter can't do that now
problems-counter-closed-title = The counter is closed
problems-counter-closed-detail = Counter { $counter } is closed. Open it first.
problems-counter-paused-title = The counter is paused
problems-counter-paused-detail = Counter { $counter } is paused. Open it again first.
problems-set-up-moved-title = The set-up has changed meanwhile
problems-set-up-moved-detail = Somebody else has changed the set-up since you opened it. Look at their change, then make yours again.
problems-counter-in-use-title = This counter is in use
problems-counter-in-use-detail = Counter { $counter } is open or has somebody there. Close it first, then take it out of the set-up.
problems-would-strand-title = People would be left waiting
problems-would-strand-detail = By this set-up nobody could serve { $tickets ->
    [0] { $appointments } booked appointments
    [one] { $numbers }
   *[other] { $tickets } tickets ({ $numbers })
  }. Serve them first, or say that you change it all the same.
problems-set-up-in-file-title = The set-up is kept in a file
problems-set-up-in-file-detail = This office was started with { $file }, so its set-up is changed there. To change it on this page instead, take the file in with moi office import and start Moi without --config.
problems-wrong-set-up-code-title = This is not the code
problems-wrong-set-up-code-detail = The code for setting the office up stands in the terminal where Moi was started last. Each start makes a new one; once the office is set up, there is none.
problems-counter-taken-title = Somebody is at this counter
problems-counter-taken-detail = { $officer } works at counter { $counter }. Choose another counter, or ask them to close it.
problems-counter-not-yours-title = This is not your counter
problems-counter-not-yours-detail = { $officer } opened counter { $counter }. You can only call at a counter that you opened.

## The ticket can't do that now
problems-transfer-to-itself-title = The ticket is here already
problems-transfer-to-itself-detail = The ticket is at counter { $counter } already. Choose another counter or service.
problems-ticket-not-free-title = This ticket can't be called
problems-ticket-not-free-detail = { $number } is at a counter or done, so it can't be called.
problems-reason-missing-title = A reason is needed
problems-reason-missing-detail = It is not the turn of { $number }. Choose a reason for calling it.
problems-unknown-outcome-title = There is no such outcome
problems-unknown-outcome-detail = No outcome has the id { $outcome }. Please choose again.
problems-service-twice-title = A service is named twice
problems-service-twice-detail = { $service } is on the ticket already. Choose another one.
problems-too-many-services-title = Too many services
problems-too-many-services-detail = One ticket is for { $most } services at most. Take another ticket for the rest.
problems-too-many-cases-title = Too many files
problems-too-many-cases-detail = One ticket of service { $service } is for { $most } people or files at most. Take another ticket for the rest.
problems-note-other-ticket-title = Another ticket is at the counter
problems-note-other-ticket-detail = { $number } is not at this counter any more; the note was not saved.
problems-note-too-long-title = The note is too long
problems-note-too-long-detail = A note has { $most } characters at most. Write it shorter.
problems-outcome-missing-title = An outcome is needed
problems-outcome-missing-detail = How { $number } came out is not noted. Press 6 to note it, then try again.
problems-grant-forbidden-title = Priority is not granted here
problems-grant-forbidden-detail = In this office { $number } gets priority elsewhere: at the desk, the reception or the ticket machine.
problems-no-visit-title = Nobody is at the counter
problems-no-visit-detail = Counter { $counter } has called nobody. Call the next one first.
problems-not-called-title = The ticket is no longer being called
problems-not-called-detail = { $number } is already being served, so it can't be recalled or marked as a no-show.
problems-already-serving-title = The visit has started
problems-already-serving-detail = { $number } has come to the counter and is being served.
problems-recall-too-early-title = Called a moment ago
problems-recall-too-early-detail = { $seconds ->
        [one] { $number } was called a moment ago. Call again in { $seconds } second.
       *[other] { $number } was called a moment ago. Call again in { $seconds } seconds.
    }
problems-no-show-too-early-title = Too early for a no-show
problems-no-show-too-early-detail = { $recalls ->
        [0] Give { $number } { $seconds } more seconds to come to the counter.
        [one] Call { $number } once more before you mark it as a no-show.
       *[other] Call { $number } { $recalls } more times before you mark it as a no-show.
    }
problems-ticket-called-title = The counter is calling somebody
problems-ticket-called-detail = { $number } is being called. Start the visit or mark a no-show before you pause or close.
problems-people-wait-title = People wait whom no other open counter calls
problems-people-wait-detail =
    { $waiting ->
        [one] { $waiting } person waits whom no open counter but { $counter } calls. Say what becomes of them: wait on, or another counter or service.
       *[other] { $waiting } people wait whom no open counter but { $counter } calls. Say what becomes of them: wait on, or another counter or service.
    }
problems-ticket-not-waiting-title = The ticket no longer waits
problems-ticket-not-waiting-detail = { $number } is no longer in the queue, so it can't be given back.
problems-undo-off-title = Nothing can be undone
problems-undo-off-detail = This office doesn't use undo. After a wrong key, call the number again with *.
problems-nothing-to-undo-title = Nothing to undo
problems-nothing-to-undo-detail = Nothing was done at counter { $counter } yet, or the last step is undone already.
problems-undo-too-late-title = Too late to undo
problems-undo-too-late-detail = A step can be undone for { $seconds } seconds. After a wrong key, call the number again with *.
problems-undo-recall-title = A recall can't be undone
problems-undo-recall-detail = It was heard already. All other keys work as before.
problems-undo-overtaken-title = The ticket has moved on
problems-undo-overtaken-detail = { $state ->
        [called] This can't be undone: { $number } was called to a counter.
        [serving] This can't be undone: { $number } is being served.
        [waiting] This can't be undone: { $number } waits in another place now.
        [cancelled] This can't be undone: { $number } was given back by its citizen.
       *[other] This can't be undone: something else was done with { $number }.
    }
problems-ticket-not-away-title = The ticket is not away
problems-ticket-not-away-detail = { $number } was neither put aside nor marked as a no-show, so there is nothing to come back from.
problems-return-too-late-title = Too late to come back
problems-return-too-late-detail = { $minutes ->
        [0] { $number } was called and nobody came. Please take a new ticket.
       *[other] { $number } missed its call more than { $minutes } minutes ago. Please take a new ticket.
    }
problems-return-at-reception-title = Come back at the reception
problems-return-at-reception-detail = Please show the slip of { $number } at the reception desk, then it waits again.
problems-numbers-exhausted-title = No more numbers today
problems-numbers-exhausted-detail = All numbers with { $prefix } have been given today, the last was { $last }. Please ask at the reception desk.
problems-office-closed-title = The office is closed
problems-office-closed-detail = { $reopening ->
    [unknown] The ticket machine gives no tickets now.
   *[known] It opens again on { $opens_on } at { $opens_at }. The ticket machine gives tickets from { $tickets_from } on.
}
problems-quota-used-title = No more tickets for this today
problems-quota-used-detail = All { $quota } tickets of the day for this service have been given. { $reopening ->
    [unknown] Please ask at the reception desk.
   *[known] Please come back on { $opens_on } from { $tickets_from } on, or ask at the reception desk.
}
problems-day-full-title = Too many people are waiting today
problems-day-full-detail = Whoever takes a ticket for this service now would not be called before the office closes. { $reopening ->
    [unknown] Please ask at the reception desk.
   *[known] Please come back on { $opens_on } from { $tickets_from } on, or ask at the reception desk.
}
problems-contact-not-needed-title = No phone number is needed
problems-contact-not-needed-detail = { $number } no longer waits to be called, so no phone number is needed.

## Who may
problems-not-signed-in-title = Not signed in
problems-not-signed-in-detail = Sign in to do this. If you signed in long ago, sign in again.
problems-not-allowed-title = Not allowed
problems-not-allowed-detail = You or this device may not do this. Ask the administrator.
problems-unknown-host-title = This is not the office's address
problems-unknown-host-detail =
    The office is not known as { $host }. Open it at the address that the staff gave. The administrator can add this name with --host.
problems-address-too-long-title = The address is too long
problems-address-too-long-detail = An address may have at most { $bytes_max } bytes.
problems-head-too-large-title = The request has too much in its head
problems-head-too-large-detail = The headers of a request may have at most { $bytes_max } bytes together.
problems-encrypted-only-title = Only encrypted
problems-encrypted-only-detail = Nothing is accepted at this address, since everybody could read it on the way. Use the one that begins with https.
problems-foreign-origin-title = The request comes from another site
problems-foreign-origin-detail = A page of another address sent this request, so it was refused. Open Moi at the office's own address.
problems-wrong-pin-title = The name or PIN is not right
problems-wrong-pin-detail =
    { $attempts_left ->
        [0] The name or PIN is not right. Wait a while before you try again, or see the administrator.
        [one] The name or PIN is not right. { $attempts_left } attempt left.
       *[other] The name or PIN is not right. { $attempts_left } attempts left.
    }
problems-wrong-password-title = The name or password is not right
problems-wrong-password-detail =
    { $attempts_left ->
        [0] The name or password is not right. That was the last try: wait five minutes.
        [one] The name or password is not right. One try is left.
       *[other] The name or password is not right. { $attempts_left } tries are left.
    }
problems-wrong-code-title = The code is not right
problems-wrong-code-detail =
    { $attempts_left ->
        [0] The code is not right. That was the last try: wait five minutes.
       *[other] The code is not right. Type the code that the app shows now. A code is good once; after it wait for the next one.
    }
problems-wrong-recovery-code-title = The name or recovery code is not right
problems-wrong-recovery-code-detail =
    { $attempts_left ->
        [0] The name or recovery code is not right. That was the last try: wait five minutes.
       *[other] The name or recovery code is not right. A recovery code is good once and for 15 minutes. Ask for a new one.
    }
problems-wrong-device-code-title = No device shows this code
problems-wrong-device-code-detail =
    { $attempts_left ->
        [0] No device shows this code. That was the last try: wait five minutes.
       *[other] No device shows this code. Compare it with the screen of the device. A code is good for ten minutes and once.
    }
problems-pin-not-here-title = A PIN is not good on this computer
problems-pin-not-here-detail = Sign in with the password. Or make this computer a desk of the office: the sign-in page shows how.
problems-second-factor-needed-title = A code is needed, too
problems-second-factor-needed-detail = Type the code that the app on your phone shows, or one of your spare codes.
problems-may-not-be-chosen-title = Please choose another one
problems-may-not-be-chosen-detail =
    { $reason ->
        [short] A password has at least 12 characters. A short sentence is easy to keep in mind.
        [long] A password has at most 200 characters.
        [no-pin] A PIN has exactly six digits.
       *[guessable] Anybody would guess this one: it is common, a row of keys, or made of the name of the person or office.
    }
problems-no-pin-for-role-title = No PIN for this person
problems-no-pin-for-role-detail = Administrators, supervisors and inspectors sign in with a password, never with a PIN.
problems-no-password-title = There is no password yet
problems-no-password-detail = Set a password first. A second factor stands beside it.
problems-nothing-to-prove-title = You have no PIN or password here yet
problems-nothing-to-prove-detail = You sign in by the directory, so there is nothing here to prove yourself with. Ask an administrator for a new PIN or password (page People). Then change it here.
problems-no-directory-title = There is no directory
problems-no-directory-detail = This office has no directory. Sign in with PIN or password.
problems-directory-unreachable-title = The directory can’t be reached
problems-directory-unreachable-detail = The directory can’t be reached. Sign in with PIN or password, or try again in a moment. Everything else works.
problems-directory-unusable-title = The directory can’t be used
problems-directory-unusable-detail = The directory can’t be used. Sign in with PIN or password, and tell your administrator: the log of the office says what is wrong.
problems-directory-not-believed-title = The directory’s answer can’t be believed
problems-directory-not-believed-detail = The directory’s answer can’t be believed, so nobody was signed in. Try again. If it comes again, sign in with PIN or password, and tell your administrator: the log of the office says why.
problems-directory-try-over-title = This try is over
problems-directory-try-over-detail = This try is over: it took more than ten minutes, was used before, or began in another browser. Begin again.
problems-directory-denied-title = The directory let nobody in
problems-directory-denied-detail = The directory let nobody in. Begin again, or sign in with PIN or password.
problems-unknown-in-directory-title = Nobody here is called so
problems-unknown-in-directory-detail = The directory calls you “{ $name }”, and nobody in the set-up has this name. An administrator can write it beside your own.
problems-second-factor-on-title = The second factor is on already
problems-second-factor-on-detail = Switch it off before you set up another one.
problems-no-second-factor-title = There is no second factor
problems-no-second-factor-detail = Begin anew: scan the QR code and type the first code of the app.
problems-unknown-person-title = Nobody here has this name
problems-unknown-person-detail = Whoever works here stands in the set-up.
problems-unknown-session-title = There is no such session
problems-unknown-session-detail = It may be over already. Load the list anew.
problems-unknown-device-title = There is no such device
problems-unknown-device-detail = It may be revoked already. Load the list anew.
problems-pairing-over-title = This code is over
problems-pairing-over-detail = The device asks for a new one.
problems-too-many-devices-title = Too many devices
problems-too-many-devices-detail = { $most } devices are paired. Revoke those that are gone.
problems-name-taken-title = This name is taken
problems-name-taken-detail = There is a person, device or token named “{ $name }” already. Choose another name.
problems-other-device-role-title = This device wants to be something else
problems-other-device-role-detail = The device with this code wants to be: { $role }. Look at what it shows, and type its code once more.
problems-bad-name-title = This can be no name
problems-bad-name-detail = A name has 1 to 64 characters.
problems-no-device-role-title = There is no such device
problems-no-device-role-detail = “{ $role }” is none of:  kiosk, wall, counter-display, printer, rating and desk.
problems-too-many-attempts-title = Wrong too often
problems-too-many-attempts-detail =
    { $retry_after_seconds ->
        [one] Try again in { $retry_after_seconds } second. Forgot your PIN: see the administrator.
       *[other] Try again in { $retry_after_seconds } seconds. Forgot your PIN: see the administrator.
    }

## The server
problems-too-many-sign-ins-title = Too many sign-ins
problems-too-many-sign-ins-detail =
    { $retry_after_seconds ->
        [one] Too many tries to sign in came from this place. Try again in one second.
       *[other] Too many tries to sign in came from this place. Try again in { $retry_after_seconds } seconds.
    }
problems-too-many-requests-title = Too many requests
problems-too-many-requests-detail =
    { $retry_after_seconds ->
        [one] Too much was asked from here at once. Try again in one second.
       *[other] Too much was asked from here at once. Try again in { $retry_after_seconds } seconds.
    }
problems-kiosk-too-fast-title = Please wait a moment
problems-kiosk-too-fast-detail =
    { $retry_after_seconds ->
        [one] Many numbers were taken at this machine just now. It gives the next one in a second; the staff can help at once.
       *[other] Many numbers were taken at this machine just now. It gives the next one in { $retry_after_seconds } seconds; the staff can help at once.
    }
problems-busy-title = The server is busy
problems-busy-detail = Too much is going on at once. Try again in a few seconds; nothing has changed.
problems-storage-failed-title = The server can't store anything
problems-storage-failed-detail = The server can't write to its disk, so it accepts nothing new. Tickets already given are kept. Tell the administrator.
problems-disk-full-title = The server's disk is full
problems-disk-full-detail = The server's disk is full, so it accepts nothing new. Tickets already given are kept. Free some space on the disk with the data folder; slips that are drawn as files, in its folder slips, may be deleted. The server then goes on by itself within seconds.
problems-no-answer-title = No answer yet
problems-no-answer-detail = The server can't tell yet whether this was done. Look first, then try again. A program asks again with the same Idempotency-Key.
problems-stopping-title = The server is stopping
problems-stopping-detail = The server is stopping or starting again. Try again in a few seconds.
problems-internal-title = The server made a mistake
problems-internal-detail = The server could not do this because of a mistake of its own. Try again; if it stays, tell the administrator.

## Numbers on paper
problems-no-reserved-numbers-title = This office has no numbers for paper
problems-no-reserved-numbers-detail = The set-up reserves no numbers for paper: see [outage] there. Give tickets as usual.
problems-number-not-reserved-title = This is no number for paper
problems-number-not-reserved-detail = { $number } is no number for paper of this service. Those are { $first } to { $last }. Check the number on the paper, and the service.
problems-number-used-title = This number was used today
problems-number-used-detail = Somebody has { $number } already today. Hand out another paper and type its number.
problems-number-behind-title = A higher number is in already
problems-number-behind-detail = The numbers up to { $entered } were entered today, so { $number } can't be the last one. Check which number was handed out last.

## The printer
problems-printer-near-end-title = The printer's paper is nearly used up
problems-printer-near-end-detail = The printer's paper is nearly used up. Change the roll when few people wait.
problems-printer-out-of-paper-title = The printer is out of paper
problems-printer-out-of-paper-detail = The printer is out of paper. Change the roll; tickets are given and shown on the ticket machine all the same.
problems-printer-cover-open-title = The printer's cover is open
problems-printer-cover-open-detail = The printer's cover is open. Close it; tickets are given and shown on the ticket machine all the same.
problems-printer-offline-title = The printer can't be reached
problems-printer-offline-detail = The printer can't be reached. Check power and cable; tickets are given and shown on the ticket machine all the same.
problems-printer-error-title = The printer reports an error
problems-printer-error-detail = The printer reports an error. Switch it off and on, and check the cutter; tickets are given and shown on the ticket machine all the same.

## Copies of the data
problems-backup-failed-title = The office could not be backed up
problems-backup-failed-detail = The office could not be backed up. Look whether the folder for backups is there, has room, and lets Moi write; it is tried again every five minutes.
problems-backup-ahead-title = A backup is dated later than now
problems-backup-ahead-detail = A backup is dated later than now: the server's clock was ahead, or is behind now. Check its date and time. If they are right, there is nothing to do: that backup counts for nothing and goes by itself.
problems-journal-damaged-title = A part of the journal is damaged
problems-journal-damaged-detail = A part of the office's journal is damaged on the disk. Tickets and calls go on, but there are no new backups. Keep all older backups. Take the damaged day out of one in the evening: stop Moi, then run moi journal mend --from BACKUP.
problems-sealing-failed-title = Closed days could not be put away
problems-sealing-failed-detail = Closed days could not be put away. Nothing is lost, and tickets and calls go on. See whether the disk with the data has room and is firmly connected; it is tried again with the next day, and at the next start.

## Phone numbers that citizens left
problems-contacts-failed-title = Phone numbers can't be kept or read
problems-contacts-failed-detail = Phone numbers that citizens left can't be kept or read. Look at the folder of the keys (--keys, or keys in the data folder): whether it is there, lets Moi write, and still has its files. Tickets and calls go on as usual.

## The clock
problems-clock-unset-title = The server's clock is not set
problems-clock-unset-detail = The server's clock shows a time before 2026: nobody has set it. Tickets are given all the same, by the office's own time. Set the date and time, or connect the network.
problems-clock-behind-title = The server's clock is behind
problems-clock-behind-detail = The server's clock shows an earlier time than the last entries. Check its date and time. If they are right, the clock was ahead before: the day is put right by itself when nobody waits, or at midnight.
problems-clock-jumped-title = The server's clock has jumped ahead
problems-clock-jumped-detail = The server's clock has jumped ahead. Check its date and time. If they are right, there is nothing to do: the office follows within five minutes. If they are wrong, put them right now, or another day may begin and those who wait lose their numbers.
problems-clock-ahead-title = The server's date is far from the last one
problems-clock-ahead-detail = The server's date is more than 30 days after the last entries. Check its date and time. If they are right, there is nothing to do; this message is gone tomorrow.

## Appointments
problems-unknown-appointment-title = No such appointment
problems-unknown-appointment-detail = No appointment has this code, or its day is over. Check the code, or take an ordinary ticket.
problems-not-bookable-title = No appointments for this service
problems-not-bookable-detail = The service { $service } gives no appointments. Please come and take a ticket during the opening hours.
problems-no-such-slot-title = There is no such time
problems-no-such-slot-detail = On { $day } no appointment begins at { $time }. Choose another time.
problems-slot-full-title = This time is full
problems-slot-full-detail = { $time } on { $day } is booked out. Choose another time.
problems-slot-too-soon-title = This time can't be booked any more
problems-slot-too-soon-detail = { $time } on { $day } is too soon, or over. Choose a later time, or come and take an ordinary ticket.
problems-slot-too-far-title = This day can't be booked yet
problems-slot-too-far-detail = { $day } is not open for booking yet. Choose an earlier day.
problems-appointments-full-title = No more appointments for now
problems-appointments-full-detail = Too many appointments are booked. Try again later, or come and take an ordinary ticket.
problems-too-many-bookings-title = Too many bookings
problems-too-many-bookings-detail = Many appointments were booked from here within an hour. Try again later, or telephone the office.
problems-too-early-title = It is too early
problems-too-early-detail = Your appointment is at { $time } on { $day }. { $same_day ->
    [yes] Please come back from { $from_time } on. If you don't want to wait, you may take an ordinary ticket.
   *[no] Please come back on { $from_day } from { $from_time } on.
}
problems-too-late-title = The time is over
problems-too-late-detail = The appointment at { $time } on { $day } is over. Take an ordinary ticket, or book again.
problems-appointment-cancelled-title = The appointment was given back
problems-appointment-cancelled-detail = The appointment at { $time } on { $day } was given back. Take an ordinary ticket, or book again.
problems-appointment-used-title = The appointment was used
problems-appointment-used-detail = The ticket { $number } was taken with this appointment. Please ask at the reception desk if you need help.
problems-check-in-at-entrance-title = Check in at the entrance
problems-check-in-at-entrance-detail = When you are here, type the code at the ticket machine, or ask at the reception desk.
problems-locks-out-title = No administrator could sign in then
problems-locks-out-detail = None of the administrators in this set-up has a password yet. Add the new name beside the old one and save, make a password for it under People, and take the old name away after that.
problems-own-credential-title = This is your own
problems-own-credential-detail = You set your own password at your account, where the present one is asked for. If you have lost it, another administrator makes a new one, or whoever has the machine: moi recover.

## Pictures
problems-picture-kind-title = This kind of file can't be shown
problems-picture-kind-detail = A picture must be a PNG, JPEG or WebP file. Open it in a picture program and save it as JPEG or PNG.
problems-no-picture-title = This file is no picture
problems-no-picture-detail = It can't be read as a PNG, JPEG or WebP picture, or a part of it is missing. Open it in a picture program, save it as JPEG or PNG, and try that file.
problems-picture-too-large-title = The picture has too many points
problems-picture-too-large-detail = A picture may have 25 million points at most, as 5000 × 5000. Make it smaller in a picture program: a wall display shows 1920 × 1080.
problems-too-many-pictures-title = There is no room for another picture
problems-too-many-pictures-detail = There are { $at_most } pictures, as many as there may be. Remove one that is not used, under Slides.
problems-unknown-picture-title = There is no such picture
problems-unknown-picture-detail = It was removed, or is damaged. Take it in once more.
problems-picture-in-use-title = This picture is in use
problems-picture-in-use-detail =
    { $as_logo ->
        [0] { "" }
       *[other] It is the office's logo.
    } { $slides_count ->
        [0] { "" }
        [one] It is on slide { $slides }.
       *[other] It is on slides { $slides }.
    } Take it away there and save; then it can be removed.
