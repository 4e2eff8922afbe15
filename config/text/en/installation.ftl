### The first set-up of an office.

installation-title = Setting up ({ $step } of { $of }) · Moi
installation-progress = Step { $step } of { $of }
installation-step-code = Code
installation-step-office = Office
installation-step-services = Services
installation-step-people = Counters and officers
installation-step-administrator = Administrator
installation-step-done = Done
installation-language = Tiếng Việt
installation-next = Next
installation-back = Back
installation-finish = Set the office up
installation-busy = One moment…
installation-offline = The server does not answer. Nothing is lost: try again.

## The code
installation-welcome = Welcome to Moi
installation-welcome-lead = In a few steps this becomes your own office. Everything can be changed later.
installation-code = Code from the terminal
installation-code-help = It stands in the window in which Moi was started, beside the address of this page. Capitals and hyphens make no difference.

## The office
installation-office = Your office
installation-office-lead = This stands at the top of every page and slip.
installation-name = Name of the authority, in Vietnamese
installation-name-help = As on its sign: “UBND xã Cai Kinh”.
installation-english = The same in English
installation-english-help = May be left out: then the Vietnamese name stands there.
installation-phone = Telephone
installation-phone-help = On the slip, for people who can’t wait. May be left out.
installation-missing-name = Type the name of the authority.

## What people come for
installation-services = What do people come for?
installation-services-lead = Touch what your office does not do. Documents and usual times come with each; more services are added later.
installation-missing-services = At least one must stay.

## Counters and officers
installation-people = Counters and officers
installation-people-lead = Each counter does everything at first; later you can divide the work.
installation-counters = How many counters?
installation-fewer = One counter fewer
installation-more = One counter more
installation-officers = Who serves at the counters?
installation-officer = Full name of officer { $place }
installation-officer-more = One more name
installation-officer-vi = Công chức một cửa
installation-officer-en = One-stop shop officer
installation-missing-officers = Type at least one full name.
installation-missing-twice = Two people have the same name: add something that tells them apart.

## The administrator
installation-administrator = Who looks after Moi?
installation-administrator-lead = This person signs in with name and password, and may change everything.
installation-administrator-help = Full name. Somebody who serves at a counter, too, needs a second name here, such as “Bảo (quản trị)”.
installation-password = Password, at least { $least } characters
installation-show = Show
installation-hide = Hide
installation-missing-administrator = Type the administrator’s full name.
installation-missing-both = This is an officer’s name already: write something behind it.
installation-missing-password = The password is too short. A sentence is easy to remember and hard to guess.

## Done
installation-done = Your office is open
installation-done-lead = The ticket machine gives numbers from now on, and you are signed in as the administrator.
installation-credentials = Hand each person theirs. They are shown this once; the administrator can make new ones at any time.
installation-who = Who
installation-what = Signs in with
installation-pin = PIN
installation-password-short = Password
installation-print = Print this list
installation-kiosk = Take the first number
installation-admin = To the administrator’s pages
