### The page "People": who works here, what each signs in with, and where.

people-title = Người dùng
people-lead = Mọi người trong phần cài đặt. Mã PIN hoặc mật khẩu mới chỉ hiện một lần; mã cũ hết dùng được, và người đó bị đăng xuất ở mọi nơi.
people-asking = Đang đọc danh sách…

## Roles
people-role-administrator = Người phụ trách
people-role-supervisor = Lãnh đạo bộ phận
people-role-officer = Cán bộ
people-role-receptionist = Người hướng dẫn
people-role-inspector = Người kiểm tra

## What somebody signs in with
people-has-pin = Mã PIN, dùng ở máy bàn đã ghép
people-has-password = Mật khẩu
people-has-both = Mật khẩu và lớp bảo vệ thứ hai
people-has-directory = Bằng hệ thống tài khoản chung
people-has-nothing = Chưa đăng nhập được: hãy cấp mã PIN hoặc mật khẩu
people-session = Đang đăng nhập, { $time }: { $where }

## What can be done
people-do-pin = Mã PIN mới
people-do-password = Mật khẩu mới
people-do-sessions = Đăng xuất mọi nơi
people-ask-pin = Cấp mã PIN mới cho { $name }? Mã cũ sẽ hết dùng được.
people-ask-password = Cấp mật khẩu mới cho { $name }? Mật khẩu cũ sẽ hết dùng được.
people-own-password = Mật khẩu của chính bạn
people-ask-sessions = Đăng xuất { $name } ở mọi nơi?

## The slip, shown once
people-made-pin = Mã PIN
people-made-password = Mật khẩu
people-made-once = Chỉ hiện lần này.
people-made-pin-how = Dùng ở máy chủ của cơ quan và ở các máy bàn đã ghép. Đổi mã ở trang “Tài khoản”.
people-made-password-how = Dùng ở mọi máy. Đổi mật khẩu ở trang “Tài khoản”.
people-print = In
people-hide = Tôi đã trao cho người đó
