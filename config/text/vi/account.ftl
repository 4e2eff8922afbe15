### The page of one's own account.

account-title = Tài khoản của tôi
account-asking = Đang đọc tài khoản…
account-sign-out = Đăng xuất
account-show = Hiện
account-hide = Ẩn
account-by-directory = Bạn đã đăng nhập bằng { $directory }. Đăng xuất ở đây chỉ thoát ở đây; { $directory } vẫn mở trong trình duyệt này cho đến khi bạn thoát ở đó.

## Password and PIN
account-current-password = Mật khẩu hiện tại
account-current-pin = Mã PIN hiện tại
account-password = Mật khẩu
account-password-has = Dùng được ở mọi máy. Khi đổi, bạn bị đăng xuất ở mọi nơi khác.
account-password-has-none = Bạn chưa có mật khẩu. Có mật khẩu thì đăng nhập được ở mọi máy.
account-nothing-to-prove = Bạn chưa có và không cần: bạn đăng nhập bằng hệ thống tài khoản chung. Nếu muốn có để dùng khi không nối được hệ thống ấy, hãy nhờ người phụ trách cấp (trang Người dùng), rồi đổi ở đây.
account-new-password = Mật khẩu mới
account-new-password-hint = Ít nhất 12 ký tự, chữ gì cũng được. Một câu ngắn thì dễ nhớ.
account-set-password = Đặt mật khẩu
account-password-set = Đã đặt mật khẩu mới. Bạn đã bị đăng xuất ở mọi nơi khác.
account-pin = Mã PIN
account-pin-has = Dùng ở máy chủ của cơ quan và ở các máy bàn đã ghép.
account-pin-has-none = Bạn chưa có mã PIN. Mã PIN dùng ở máy chủ của cơ quan và ở các máy bàn đã ghép.
account-new-pin = Mã PIN mới
account-new-pin-hint = Sáu chữ số, không chọn dãy ai cũng thử trước.
account-set-pin = Đặt mã PIN
account-pin-set = Đã đặt mã PIN mới. Bạn đã bị đăng xuất ở mọi nơi khác.

## The second factor
account-factor = Lớp bảo vệ thứ hai
account-factor-no-password = Lớp này đi kèm mật khẩu. Hãy đặt mật khẩu trước.
account-factor-directory = Lớp này đi kèm mật khẩu, mà ở đây bạn chưa có. Hệ thống tài khoản chung có thể hỏi lớp bảo vệ riêng.
account-factor-off = Đang tắt. Khi bật, đăng nhập bằng mật khẩu cần thêm mã của một ứng dụng trên điện thoại.
account-factor-on =
    { $count ->
        [0] Đang bật. Đã hết mã dự phòng: hãy lấy mã mới.
       *[other] Đang bật. Còn { $count } mã dự phòng.
    }
account-factor-begin = Cài đặt
account-factor-scan = 1. Quét mã này bằng một ứng dụng xác thực, như Google Authenticator hoặc Aegis.
account-factor-qr = Mã QR cho ứng dụng xác thực
account-factor-type = Hoặc gõ khóa này vào ứng dụng:
account-factor-first = 2. Gõ sáu chữ số mà ứng dụng hiện
account-factor-confirm = Bật
account-factor-on-now = Đã bật lớp bảo vệ thứ hai.
account-factor-off-now = Đã tắt lớp bảo vệ thứ hai.
account-factor-renew = Mã dự phòng mới
account-factor-drop = Tắt
account-spare = Mã dự phòng
account-spare-once = Mỗi mã dùng một lần, thay cho ứng dụng. Chỉ hiện lần này: hãy in ra và cất riêng, không để cùng điện thoại.
account-print = In
account-hide-slip = Tôi đã giữ

## Sessions
account-sessions = Nơi bạn đang đăng nhập
account-sessions-lead = Nếu có nơi không phải của bạn, hãy kết thúc và đổi mật khẩu.
account-program = Một chương trình
account-session-begun = Đăng nhập lúc { $time }
account-session-seen = Thấy lần cuối { $time }
account-session-here = Trang này
account-session-directory = bằng { $directory }
account-session-end = Kết thúc
account-sessions-end = Kết thúc mọi nơi khác
