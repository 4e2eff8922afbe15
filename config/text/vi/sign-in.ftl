# Trang đăng nhập.

sign-in-title = Đăng nhập
sign-in-word = Mời
sign-in-morning = Chào buổi sáng.
sign-in-noon = Chào buổi trưa.
sign-in-afternoon = Chào buổi chiều.
sign-in-evening = Chào buổi tối.
sign-in-hours = Hôm nay mở cửa { $hours }.
sign-in-no-hours = Hôm nay không mở cửa.
sign-in-waiting = Đang có { $count } người chờ.
sign-in-language = English

sign-in-officer = Cán bộ
sign-in-officer-hint = Bấm số thứ tự, hoặc gõ tên
sign-in-officer-other = Đăng nhập bằng tên “{ $name }”
sign-in-pin = Mã PIN
sign-in-counter = Quầy hôm nay
sign-in-counter-taken = Quầy { $counter }: { $officer } đang ngồi
sign-in-counter-mine = Quầy { $counter } đang mở tên bạn
sign-in-counter-services = Quầy { $counter }: { $services }
sign-in-counter-none = chưa chọn: vào rồi chọn sau
sign-in-start = Bắt đầu làm việc
sign-in-enter = Đăng nhập
sign-in-sending = Đang vào…
sign-in-help = Quên mã PIN: gặp người phụ trách. Sai 5 lần, tài khoản bị tạm khóa 5 phút.

sign-in-short-pin = Mã PIN có 6 chữ số.
sign-in-short-pin-left = Mời gõ thêm { $count } chữ số.
sign-in-wrong-pin = Mã PIN chưa đúng.
sign-in-wrong-pin-left = Còn { $count } lần thử.
sign-in-locked = Tài khoản đang tạm khóa.
sign-in-locked-for = Thử lại sau { $time }.
sign-in-offline = Không nối được máy chủ.
sign-in-offline-hint = Xem lại dây mạng; có lại kết nối thì vào được.

sign-in-password = Mật khẩu
sign-in-show = Hiện
sign-in-hide = Ẩn
sign-in-code = Mã của lớp bảo vệ thứ hai
sign-in-code-hint = Sáu chữ số mà ứng dụng đang hiện, hoặc một mã dự phòng.
sign-in-recovery-code = Mã khôi phục
sign-in-recovery-hint = Người phụ trách lấy mã ở máy chủ của cơ quan. Mã dùng một lần, trong 15 phút.
sign-in-new-password = Mật khẩu mới
sign-in-new-password-hint = Ít nhất 12 ký tự. Một câu ngắn thì dễ nhớ.
sign-in-by-pin = Đăng nhập bằng mã PIN
sign-in-by-password = Đăng nhập bằng mật khẩu
sign-in-by-recovery = Tôi có mã khôi phục
sign-in-by-directory = Đăng nhập bằng { $directory }
sign-in-directory-code = { $directory } đã nhận ra bạn. Còn thiếu mã của lớp bảo vệ thứ hai.
sign-in-pair = Ghép máy này làm máy bàn để dùng mã PIN
sign-in-help-password = Trên máy này mọi người đăng nhập bằng mật khẩu. Sai 5 lần, tài khoản bị tạm khóa 5 phút.
