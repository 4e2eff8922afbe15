### The pages of the set-up: each key has a name, a sentence about it (-help), and words for each choice.

## Pages
set-up-title = Set-up
set-up-lead = How this office works. A change is in force at once; nothing is started again.
set-up-asking = Reading the set-up…
set-up-pages = Parts of the set-up
set-up-page-overview = Overview
set-up-page-services = Services
set-up-page-services-lead = What people come for, in the order of the tiles on the ticket machine.
set-up-page-counters = Counters
set-up-page-counters-lead = In the order in which they stand in the room, since the wall display shows them so.
set-up-page-hours = Hours, holidays
set-up-page-hours-lead = Pages show these hours. Whether the ticket machine keeps to them is said under “Giving numbers”.
set-up-page-entrance = Giving numbers
set-up-page-entrance-lead = When the ticket machine gives numbers, which ones, and which are kept for an outage.
set-up-page-priorities = Priority
set-up-page-priorities-lead = Who is called earlier, and by how much.
set-up-page-choices = Reasons, outcomes
set-up-page-choices-lead = What officers choose by one key, in the order of the keys.
set-up-page-rules = Rules
set-up-page-rules-lead = Calling, putting aside, coming back, sending on, closing.
set-up-page-appointments = Appointments
set-up-page-appointments-lead = For services that give times.
set-up-page-staff = People
set-up-page-staff-lead = Names and titles, and when they sign in again. PINs and passwords are on the page People of the top row.
set-up-page-office = The office
set-up-page-office-lead = Names, logo, telephone, languages.
set-up-page-slip = Paper slip
set-up-page-slip-lead = What the printer prints.
set-up-page-slides = Slides
set-up-page-slides-lead = On the wall display while nobody is called, where there are at most 6 counters.
set-up-page-keeping = Backups, keeping
set-up-page-keeping-lead = Backups, erasing phone numbers, room on the disk.
set-up-page-file = The file
set-up-page-file-lead = Take the whole set-up away as a file, or bring one in.

## Overview
set-up-fact-services =
    { $count ->
        [one] { $count } service: { $names }
       *[other] { $count } services: { $names }
    }
set-up-fact-counters =
    { $count ->
        [one] { $count } counter: { $names }
       *[other] { $count } counters: { $names }
    }
set-up-fact-hours = { $day }: { $hours }
set-up-fact-closed = closed
set-up-fact-holidays =
    { $count ->
        [one] { $count } holiday from today on
       *[other] { $count } holidays from today on
    }
set-up-fact-priorities =
    { $count ->
        [one] { $count } class: { $names }
       *[other] { $count } classes: { $names }
    }
set-up-fact-choices = { $calls } reasons to call, { $pauses } to pause, { $outcomes } outcomes
set-up-fact-staff = { $officers } officers, { $others } others
set-up-fact-slides =
    { $count ->
        [one] { $count } slide
       *[other] { $count } slides
    }
set-up-fact-appointments =
    { $count ->
        [0] No service gives times
        [one] { $count } service gives times
       *[other] { $count } services give times
    }
set-up-fact-file = { $count } lines
set-up-fact-backup = every { $hours } hours, { $keep } kept
set-up-warnings = To think about
set-up-current = Set-up version { $version }
set-up-current-first = The first set-up

## Read only
set-up-in-file = This office was started with the file { $file }.
set-up-in-file-how = Here you can look, not change. To change it, edit that file and start Moi again. To change it on these pages instead: stop Moi, run moi office import with that file, and start Moi without --config.
set-up-reader = You can read every part. Only an administrator can change it.

## Fields
set-up-optional = may be left empty
set-up-limits = { $from } to { $to } { $unit }
set-up-longest = at most { $max } characters
set-up-language-first = Put { $language } first
set-up-counters-of = At the counters
set-up-counters-of-help = Each service needs a counter. What you tick here changes the part Counters, too.
set-up-counter-named = Counter { $counter }

## Lists
set-up-add-services = Add a service
set-up-add-counters = Add a counter
set-up-add-priorities = Add a class
set-up-add-call-reasons = Add a reason
set-up-add-pause-reasons = Add a reason
set-up-add-outcomes = Add an outcome
set-up-add-officers = Add an officer
set-up-add-supervisors = Add a supervisor
set-up-add-receptionists = Add a receptionist
set-up-add-inspectors = Add an inspector
set-up-add-administrators = Add an administrator
set-up-add-slides = Add a slide
set-up-add-services-documents = Add a document
set-up-add-slides-rows = Add a row
set-up-add-other-services = Another service
set-up-add-other-priorities = Another class
set-up-add-other-call-reasons = Another reason
set-up-add-other-pause-reasons = Another reason
set-up-add-other-outcomes = Another outcome
set-up-move-up = Move { $name } up
set-up-move-down = Move { $name } down
set-up-take-away = Take { $name } away
set-up-taken-away = { $name } is taken away.
set-up-put-back = Put it back
set-up-nameless = no name yet
set-up-none-yet = There is none yet.
set-up-full = There are { $to } already, which is the most.
set-up-more-fields = Limits, appointments, wish
set-up-taken-from-counters = It is taken away from the counters, too.

## Hours
set-up-period-from = from
set-up-period-to = to
set-up-period-add = Add a period
set-up-period-remove = Take { $period } away
set-up-day-closed = Closed
set-up-copy-day = Other weekdays like Monday
set-up-holiday-add = Add a day
set-up-holiday-day = Day
set-up-holiday-remove = Take { $day } away
set-up-holiday-past = past
set-up-holiday-template = Public holidays of { $year }
set-up-holiday-template-lead = By the Labour Code. Please compare with the year's official announcement: which days at Tet and National Day, and whether days are swapped. Only what you tick is added.
set-up-holiday-template-take =
    { $count ->
        [0] No day is ticked
        [one] Add { $count } day
       *[other] Add { $count } days
    }
set-up-holiday-template-none = There is no proposal for this year.
set-up-holiday-new-year = New Year
set-up-holiday-tet = Tet
set-up-holiday-kings = Hung Kings
set-up-holiday-reunification = Reunification Day
set-up-holiday-labour = Labour Day
set-up-holiday-national = National Day
set-up-holiday-maybe = by announcement
set-up-holiday-there = there already

## Slides
set-up-slide-preview = On the wall display
set-up-slide-too-many-counters = This office has more than 6 counters, so the wall has no room for slides.
## Pictures
set-up-add-picture = Add slides with pictures…
set-up-picture-choose = Choose a picture…
set-up-picture-other = Choose another picture…
set-up-picture-none = Without a picture
set-up-picture-drop = or drop it here. PNG, JPEG or WebP of 8 MB at most; where and when a photo was taken is not kept.
set-up-picture-sending = Being sent…
set-up-picture-drawing = Being made ready…
set-up-picture-taken = The picture is here. It is shown once you save.
set-up-picture-large = { $name } has more than 8 MB: make it smaller in a picture program and choose it again.
set-up-picture-offline = The office can't be reached. The picture was not taken in: try again.
set-up-picture-missing = The picture that stood here is gone or damaged. The wall leaves it out: choose another one.
set-up-picture-called = Picture { $name }
set-up-picture-of = Taken in { $when }
set-up-picture-damaged = Damaged
set-up-picture-use = Make a slide of it
set-up-picture-erase = Erase
set-up-picture-erase-sure = Erase this picture for good?
set-up-pictures-unused = Pictures that are not used
set-up-pictures-count = { $count } of at most { $most } pictures are kept.

## Backup
set-up-backup-now = Back up now
set-up-backup-running = Backing up…
set-up-backup-made = Backed up to { $file }.
set-up-backup-newest = The newest one: { $when }.
set-up-backup-none = There is no backup yet.
set-up-backup-more = To the folder that is saved above; it counts among those that are kept.

## Mistakes
set-up-wrong-missing = This must be filled in.
set-up-wrong-language = It must be there in every language.
set-up-wrong-long = Too long: { $count } characters, at most { $max }.
set-up-wrong-number = Enter a whole number from { $from } to { $to }.
set-up-wrong-choice = Choose one.
set-up-wrong-no-service = Choose at least one service.
set-up-wrong-no-counter = No counter handles this service. Choose at least one counter.
set-up-wrong-entries = There must be { $from } to { $to }; there are { $count }.
set-up-wrong-twice = “{ $name }” is there already. Choose another one.
set-up-wrong-period = Enter when it begins, and a later time when it ends.
set-up-wrong-overlap = It begins before the one above has ended.
set-up-wrong-day = Choose a day.
set-up-wrong-short-name = Only small letters without marks, digits and single hyphens.
set-up-wrong-telephone = Only digits, spaces, + - ( ).
set-up-wrong-address = This is no address that begins with https://
set-up-wrong-time-zone = This is no name of a time zone.
set-up-wrong-code = 1 to 4 capital letters A–Z or digits.
set-up-wrong-prefix = 1 or 2 capital letters A–Z.
set-up-wrong-told = The server says: { $told }
set-up-wrong-count =
    { $count ->
        [one] { $count } place to mend
       *[other] { $count } places to mend
    }
set-up-wrong-line = Line { $line }

## Saving
set-up-unsaved =
    { $count ->
        [0] Nothing is changed
        [one] { $count } change not saved
       *[other] { $count } changes not saved
    }
set-up-discard = Discard
set-up-discard-sure = Discard all that you have changed?
set-up-review = Look through and save
set-up-checking = Checking…
set-up-what-changes = What changes
set-up-what-stood-there = What stood there
set-up-arrow = becomes
set-up-save = Save
set-up-save-all-the-same = Change it all the same
set-up-have-read = I have read this, and will help these people or change the set-up again.
set-up-back = Back to the form
set-up-saving = Saving…
set-up-saved = Saved at { $time }. It is in force.
set-up-saved-same = This is the same as the set-up in force.
set-up-then-warnings = To think about then
set-up-not-saved = Not saved
set-up-offline = The server can't be reached. What you changed is still here; try again.
set-up-signed-out = You are signed out. Sign in on another tab, then save again; what you changed is still here.
set-up-sign-in-tab = Sign in on another tab
set-up-moved = Somebody else has changed the set-up
set-up-moved-lead = What you changed now stands on their version. Look at both, then save again.
set-up-moved-theirs = Change by { $who }, { $when }
set-up-moved-lost = This could not be kept, since they took it away:
set-up-command-line = the command line
set-up-last-change = Last changed { $when } by { $who }
set-up-no-change = Nobody has changed this for three months
set-up-no-change-at-all = Nobody has changed anything for three months
set-up-history = See the record

## The file
set-up-file-take = Download office.toml
set-up-file-take-lead = The whole set-up as a text, with a remark at each key. Keep a copy, or give it to another office.
set-up-file-bring = Bring a file in
set-up-file-bring-lead = Nothing changes until you have seen the difference and saved.
set-up-file-choose = Choose a file…
set-up-file-paste = Or paste its text here
set-up-file-large = This file is too large to be a set-up.
set-up-file-compare = Show the difference
set-up-file-parts = Which parts to take over
set-up-file-parts-lead = Parts that are not ticked stay as they are.
set-up-file-all = All
set-up-file-none = None
set-up-file-no-part = Choose at least one part.
set-up-file-unsaved = Save or discard what you changed on the other pages first.

## Languages, units, forms
set-up-language-vi = Vietnamese
set-up-language-en = English
set-up-unit-minutes = minutes
set-up-unit-seconds = seconds
set-up-unit-hours = hours
set-up-unit-days = days
set-up-unit-number = { "" }
set-up-unit-numbers = numbers
set-up-unit-times = times
set-up-unit-services = services
set-up-unit-appointments = appointments
set-up-unit-copies = copies
set-up-unit-megabytes = MB
set-up-unit-cases = files
set-up-form-short-name = small letters without marks, digits and single hyphens, such as “lost-paper”
set-up-form-telephone = digits, spaces, + - ( )
set-up-form-address = https:// with a name, such as https://id.example.vn; at most 200 characters
set-up-form-time-zone = a name of the IANA list, such as Asia/Ho_Chi_Minh
set-up-form-code = 1 to 4 capital letters A–Z or digits
set-up-form-prefix = 1 or 2 capital letters A–Z
set-up-true = yes
set-up-false = no
set-up-nothing = nothing
set-up-empty = empty
set-up-new = new
set-up-gone = taken away
set-up-order-of = Order

## The office
set-up-office = The office
set-up-office-name = Name of the authority
set-up-office-name-help = At the top of every page and slip.
set-up-office-unit = Name of the hall
set-up-office-unit-help = Below the name of the authority.
set-up-office-logo = Logo
set-up-office-logo-help = Beside the name on wall display, ticket machine and phone page, in place of the peach blossom. Best with a transparent ground, as it stands on light and dark.
set-up-office-phone = Telephone number
set-up-office-phone-help = On the ticket machine while the office is closed, and on the phone of whoever was missed. Leave it empty if there is none.
set-up-office-languages = Languages
set-up-office-languages-help = Pages start in the first one. With one more, every name must be there in that language, too.
set-up-office-time-zone = Time zone
set-up-office-time-zone-help = At midnight there, numbers begin at 1 again. All of Vietnam is one zone.

## Hours
set-up-hours = Opening hours
set-up-hours-monday = Monday
set-up-hours-monday-help = { "" }
set-up-hours-tuesday = Tuesday
set-up-hours-tuesday-help = { "" }
set-up-hours-wednesday = Wednesday
set-up-hours-wednesday-help = { "" }
set-up-hours-thursday = Thursday
set-up-hours-thursday-help = { "" }
set-up-hours-friday = Friday
set-up-hours-friday-help = { "" }
set-up-hours-saturday = Saturday
set-up-hours-saturday-help = { "" }
set-up-hours-sunday = Sunday
set-up-hours-sunday-help = { "" }
set-up-hours-holidays = Holidays
set-up-hours-holidays-help = On these days the office stays closed, whatever the day of the week.

## Entrance
set-up-entrance = Ticket machine
set-up-entrance-tickets = The machine gives numbers
set-up-entrance-tickets-help = The staff may give one at any time.
set-up-entrance-tickets-always = at any time
set-up-entrance-tickets-while-open = only while the office is open
set-up-entrance-before-minutes = Begins before each opening
set-up-entrance-before-minutes-help = Only when it keeps to the opening hours.
set-up-entrance-last = The day's last number is for
set-up-entrance-last-help = Only when it keeps to the opening hours, and only for the day's last period.
set-up-entrance-last-by-forecast = whoever is likely to be called before closing
set-up-entrance-last-at-closing = whoever comes before closing
set-up-entrance-tickets-per-minute = From one machine within a minute, at most
set-up-entrance-tickets-per-minute-help = So that a child who keeps pressing doesn't use up the paper. Then it asks people to wait for some seconds, or to ask the staff. 0: any number.
set-up-numbering = Ticket numbers
set-up-numbering-last = Last number of each letter
set-up-numbering-last-help = Each morning begins at 1: A001. Above 999, numbers have five signs and are harder to read.
set-up-numbering-after-last = After the last number
set-up-numbering-after-last-help = With “stop” nobody gives another number of that letter that day, not even the staff.
set-up-numbering-after-last-widen = go on, A1000 after A999
set-up-numbering-after-last-refuse = stop until the next day
set-up-outage = Numbers on paper for an outage
set-up-outage-numbers = Numbers kept for paper
set-up-outage-numbers-help = So many of the last numbers of each letter are for printing ahead; the machine never gives them. 50 are A950 to A999. 0: none.
set-up-slip = Paper slip
set-up-slip-paper = Width of the paper
set-up-slip-paper-help = Of the roll in the slip printer.
set-up-slip-paper-80mm = 80 mm
set-up-slip-paper-58mm = 58 mm
set-up-slip-boot-slip = Print a slip for the staff after a restart
set-up-slip-boot-slip-help = After a power cut: the next number of each letter, and how many people wait.

## Rules
set-up-granting = Priority after the ticket was taken
set-up-granting-by-officers = Officers may grant it at their desks
set-up-granting-by-officers-help = With the key / at the desk. Moi keeps who did.
set-up-granting-by-reception = The reception may grant it
set-up-granting-by-reception-help = On the reception's page. Moi keeps who did.
set-up-calling = Calling
set-up-calling-gap-seconds = Time between two calls of a number
set-up-calling-gap-seconds-help = A no-show must wait so long, too. 0: the officer decides.
set-up-calling-recalls-min = Calls again before a no-show
set-up-calling-recalls-min-help = 0: the officer decides.
set-up-calling-reason-required = Calling out of turn needs a reason
set-up-calling-reason-required-help = There must be a reason on the page “Reasons, outcomes”. Who did it is kept in any case.
set-up-calling-outcome-required = A visit needs an outcome before it ends
set-up-calling-outcome-required-help = There must be an outcome on the page “Reasons, outcomes”.
set-up-calling-next-on-finish = Finishing calls the next number
set-up-calling-next-on-finish-help = Key 1. Key 9 ends a visit and pauses.
set-up-away = Put aside, missed, and back
set-up-away-back-to = Who was put aside comes back
set-up-away-back-to-help = A counter that is closed by then is not waited for.
set-up-away-back-to-here = to the same counter
set-up-away-back-to-anywhere = to any counter of the service
set-up-away-grace-minutes = Who was missed may come back within
set-up-away-grace-minutes-help = 0: never, they take a new number.
set-up-away-lateness-minutes = Who was missed stands later by
set-up-away-lateness-minutes-help = Each time. Who was put aside keeps the time.
set-up-away-by-phone = Citizens may say “I am back” on their phones
set-up-away-by-phone-help = Otherwise only the staff may.
set-up-transfer = Sending a number on
set-up-transfer-place = A number that is sent on stands
set-up-transfer-place-help = Unless the officer says otherwise.
set-up-transfer-place-front = before all who wait there
set-up-transfer-place-arrival = by its own time
set-up-transfer-place-end = behind all who wait there
set-up-transfer-head-start-minutes = It counts as earlier by
set-up-transfer-head-start-minutes-help = When it stands by its own time.
set-up-itinerary = Several services with one ticket
set-up-itinerary-services-max = Services of one ticket
set-up-itinerary-services-max-help = 1: each needs a ticket of its own.
set-up-itinerary-kiosk-asks = The ticket machine offers to add a service
set-up-itinerary-kiosk-asks-help = Otherwise only the staff add one.
set-up-desk = The desk
set-up-desk-undo-seconds = Time to take a step back
set-up-desk-undo-seconds-help = With the key Backspace: a wrong key costs nobody their place. 0: never.
set-up-leaving = The last open counter leaves
set-up-leaving-ask-when-closing = Ask before a counter closes
set-up-leaving-ask-when-closing-help = When people wait whom no other open counter calls: wait on, or another counter calls them?
set-up-leaving-ask-from-pause-minutes = Ask before a pause of at least
set-up-leaving-ask-from-pause-minutes-help = 0: before every pause. Leave it empty to ask before none.

## Appointments
set-up-appointments = Appointments
set-up-appointments-online = Citizens book for themselves on the page /book
set-up-appointments-online-help = Otherwise only the staff books. Which services give times is said on the page “Services”.
set-up-appointments-notice-minutes = Booked at the latest before its time
set-up-appointments-notice-minutes-help = The staff may book up to the end of a slot.
set-up-appointments-horizon-days = Booked at most ahead
set-up-appointments-horizon-days-help = 0: today alone.
set-up-appointments-early-minutes = One may come early by
set-up-appointments-early-minutes-help = Who comes earlier is told when to come back.
set-up-appointments-late-minutes = It still counts after its time for
set-up-appointments-late-minutes-help = Then it is missed, and its place is free.
set-up-appointments-when-late = Who comes later still
set-up-appointments-when-late-help = { "" }
set-up-appointments-when-late-ordinary-ticket = gets a number as everybody
set-up-appointments-when-late-refuse = is told that the time is over
set-up-appointments-online-per-hour = Booked from one address within an hour, at most
set-up-appointments-online-per-hour-help = Behind a proxy all citizens have one address: then choose more.
set-up-appointments-check-in-by-phone = Citizens check in on their phones
set-up-appointments-check-in-by-phone-help = Then somebody may check in who is still on the way.
set-up-sign-in = Signing in again
set-up-sign-in-idle-minutes = Administrators, supervisors, inspectors
set-up-sign-in-idle-minutes-help = Sign in again when nobody has done anything for so long. A page warns a minute before.
set-up-sign-in-desk-idle-minutes = Officers, receptionists
set-up-sign-in-desk-idle-minutes-help = The same. Long enough for a morning without a single citizen.
set-up-directory = A directory elsewhere
set-up-directory-issuer = Its address
set-up-directory-issuer-help = As your province’s: then those sign in by it, too, who are named in it below their names. Leave all empty for none. What must be done there, and where its password for the office stands: docs/manual.md.
set-up-directory-client-id = What the office is called there
set-up-directory-client-id-help = Whoever looks after the directory tells it.
set-up-directory-name = On the button
set-up-directory-name-help = As everybody knows it: Province account.
set-up-directory-claim = Its word that names a person
set-up-directory-claim-help = It must be one that people can’t change for themselves there.
set-up-directory-claim-preferred-username = the name to sign in with
set-up-directory-claim-email = the e-mail address
set-up-directory-claim-sub = its own sign for each
set-up-directory-ask-each-time = It asks for its password each time
set-up-directory-ask-each-time-help = Several people use one desk, and somebody else may still be signed in there.

## Keeping
set-up-backup = Backups
set-up-backup-folder = Folder
set-up-backup-folder-help = Best on another disk, as a USB stick: /media/usb/moi. Without / in front it lies in the data folder.
set-up-backup-every-hours = From one backup to the next
set-up-backup-every-hours-help = { "" }
set-up-backup-keep = Kept
set-up-backup-keep-help = The oldest go first.
set-up-privacy = Phone numbers of citizens
set-up-privacy-keep-contacts-days = Numbers of those who were not served are erased after
set-up-privacy-keep-contacts-days-help = Those of people who were served go at once. 0: when the day ends.
set-up-disk = Room on the disk
set-up-disk-warn-below-megabytes = Warn when there is less than
set-up-disk-warn-below-megabytes-help = The page State says so. 1,000 MB are a gigabyte.

## Services
set-up-services = Services
set-up-services-code = Code
set-up-services-code-help = The counters and other programs name the service by it. No two are the same.
set-up-services-prefix = Letter before the number
set-up-services-prefix-help = Left empty it is the code. Better not B, P, T, V: they sound alike.
set-up-services-name = Name
set-up-services-name-help = On the tile of the ticket machine, on the slip, at the desk.
set-up-services-about = What belongs to it
set-up-services-about-help = One line below the name.
set-up-services-pictogram = Drawing
set-up-services-pictogram-help = For people who don't read.
set-up-services-pictogram-a = family
set-up-services-pictogram-c = paper with a seal
set-up-services-pictogram-d = land
set-up-services-pictogram-e = heart on a hand
set-up-services-pictogram-h = house
set-up-services-pictogram-k = shop
set-up-services-pictogram-m = question mark
set-up-services-pictogram-x = bricks
set-up-services-usual-minutes = A visit usually takes
set-up-services-usual-minutes-help = The forecast begins with it, then learns from real visits.
set-up-services-daily-quota = Numbers from the machine a day, at most
set-up-services-daily-quota-help = Leave it empty for no limit. The staff may give more.
set-up-services-ask-cases = The ticket machine asks for how many files
set-up-services-ask-cases-help = { "" }
set-up-services-cases-max = One number is for at most
set-up-services-cases-max-help = Each counts as a visit in the forecast. Left empty it is 20.
set-up-services-appointment-minutes = A slot for appointments is
set-up-services-appointment-minutes-help = Leave it empty for no appointments.
set-up-services-appointments-per-slot = Each slot has
set-up-services-appointments-per-slot-help = Leave room for those who come without: half of what the counters can do, or less. Left empty it is 1.
set-up-services-fee = Fee
set-up-services-fee-help = On the ticket machine.
set-up-services-wish = Good wish on the slip
set-up-services-wish-help = Not for civil status: deaths are registered there, too.
set-up-services-documents = Documents to bring
set-up-services-documents-help = { "" }
set-up-services-documents-name = Name
set-up-services-documents-name-help = On the ticket machine, the phone and the desk.
set-up-services-documents-note = Note
set-up-services-documents-note-help = A smaller line below the name.
set-up-services-documents-slip = Shorter words for the slip
set-up-services-documents-slip-help = Left empty, the name is printed.

## Counters
set-up-counters = Counters
set-up-counters-number = Number
set-up-counters-number-help = As it stands over the counter. No two are the same.
set-up-counters-services = Services
set-up-counters-services-help = The counter calls people of these services.
set-up-counters-helps-with = Helps with
set-up-counters-helps-with-help = Once their people have waited for long, this counter calls them, too, in the order of time.
set-up-counters-helps-after-minutes = Helps once they have waited
set-up-counters-helps-after-minutes-help = A head start counts as waited.
set-up-counters-direction = Way from the wall display
set-up-counters-direction-help = For those who look at the display of the waiting room.
set-up-counters-direction-left = left
set-up-counters-direction-right = right
set-up-counters-direction-up = straight on or upstairs
set-up-counters-direction-back = behind them

## What officers choose from
set-up-call-reasons = Reasons to call out of turn
set-up-call-reasons-id = Short name
set-up-call-reasons-id-help = Kept with the call. Better not changed once it was used.
set-up-call-reasons-name = Reason
set-up-call-reasons-name-help = As the desk shows it.
set-up-pause-reasons = Reasons to pause
set-up-pause-reasons-id = Short name
set-up-pause-reasons-id-help = Kept with the pause. Better not changed once it was used.
set-up-pause-reasons-name = Reason
set-up-pause-reasons-name-help = Everybody in the hall reads it.
set-up-pause-reasons-usual-minutes = Usually takes
set-up-pause-reasons-usual-minutes-help = The hall is told until when. Leave it empty where nobody knows.
set-up-outcomes = Outcomes of a visit
set-up-outcomes-id = Short name
set-up-outcomes-id-help = Kept with the visit. Better not changed once it was used.
set-up-outcomes-name = Outcome
set-up-outcomes-name-help = As the desk shows it.
set-up-priorities = Priority classes
set-up-priorities-id = Short name
set-up-priorities-id-help = Only this is kept. It is never printed, shown or said.
set-up-priorities-name = Name
set-up-priorities-name-help = As the ticket machine asks for it.
set-up-priorities-pictogram = Drawing
set-up-priorities-pictogram-help = { "" }
set-up-priorities-pictogram-elder = old person
set-up-priorities-pictogram-preg = pregnant woman
set-up-priorities-pictogram-wheel = wheelchair
set-up-priorities-pictogram-merit = medal
set-up-priorities-pictogram-child = child
set-up-priorities-head-start-minutes = Counts as taken earlier by
set-up-priorities-head-start-minutes-help = Whoever came earlier than that is still called first.

## People
set-up-officers = Officers
set-up-officers-name = Full name
set-up-officers-name-help = To sign in with, and over the counter. No two are the same.
set-up-officers-title = Title
set-up-officers-title-help = Beside the name over the counter.
set-up-officers-directory = Name in the directory
set-up-officers-directory-help = Only where the office has a directory. No two are the same.
set-up-supervisors = Supervisors
set-up-supervisors-name = Full name
set-up-supervisors-name-help = To sign in with, and over the counter. No two are the same.
set-up-supervisors-title = Title
set-up-supervisors-title-help = Beside the name over the counter.
set-up-supervisors-directory = Name in the directory
set-up-supervisors-directory-help = Only where the office has a directory. No two are the same.
set-up-receptionists = Receptionists
set-up-receptionists-name = Full name
set-up-receptionists-name-help = To sign in with. No two are the same.
set-up-receptionists-directory = Name in the directory
set-up-receptionists-directory-help = Only where the office has a directory. No two are the same.
set-up-inspectors = Inspectors
set-up-inspectors-name = Full name
set-up-inspectors-name-help = To sign in with. Reads, and changes nothing.
set-up-inspectors-directory = Name in the directory
set-up-inspectors-directory-help = Only where the office has a directory. No two are the same.
set-up-administrators = Administrators
set-up-administrators-name = Full name
set-up-administrators-name-help = To sign in with. No two are the same.
set-up-administrators-directory = Name in the directory
set-up-administrators-directory-help = Only where the office has a directory. No two are the same.

## Slides
set-up-slides = Slides
set-up-slides-title = Heading
set-up-slides-title-help = { "" }
set-up-slides-picture = Picture
set-up-slides-picture-help = It fills the slide and is never cut.
set-up-slides-picture-title = What it shows
set-up-slides-picture-title-help = For those who can't see it: a screen reader reads it out.
set-up-slides-rows = Rows
set-up-slides-rows-help = { "" }
set-up-slides-rows-figure = Large sign
set-up-slides-rows-figure-help = In front, the same in all languages.
set-up-slides-rows-lead = First words
set-up-slides-rows-lead-help = In bold.
set-up-slides-rows-text = The rest
set-up-slides-rows-text-help = { "" }
