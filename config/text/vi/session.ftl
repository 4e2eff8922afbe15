### The warning before a session ends.

session-ends = Bạn còn đây không?
session-ends-in =
    { $seconds ->
        [0] Phiên làm việc đã kết thúc. Đang mở trang đăng nhập…
       *[other] Đã lâu không có ai thao tác. Còn { $seconds } giây nữa trang này sẽ hỏi đăng nhập lại.
    }
session-stay = Tôi còn đây
