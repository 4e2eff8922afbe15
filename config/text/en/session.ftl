### The warning before a session ends.

session-ends = Are you still there?
session-ends-in =
    { $seconds ->
        [0] The session is over. Opening the sign-in page…
        [one] Nobody has done anything for a while. In { $seconds } second this page asks to sign in again.
       *[other] Nobody has done anything for a while. In { $seconds } seconds this page asks to sign in again.
    }
session-stay = I am still here
