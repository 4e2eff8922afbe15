### Cài đặt lần đầu.

installation-title = Cài đặt ({ $step }/{ $of }) · Mời
installation-progress = Bước { $step } trên { $of }
installation-step-code = Mã
installation-step-office = Cơ quan
installation-step-services = Lĩnh vực
installation-step-people = Quầy và cán bộ
installation-step-administrator = Người quản trị
installation-step-done = Xong
installation-language = English
installation-next = Tiếp
installation-back = Quay lại
installation-finish = Hoàn tất cài đặt
installation-busy = Xin chờ một chút…
installation-offline = Máy chủ chưa trả lời. Không mất gì cả: hãy thử lại.

## Mã
installation-welcome = Chào mừng đến với Mời
installation-welcome-lead = Chỉ vài bước là thành bộ phận của bạn. Sau này vẫn sửa được mọi thứ.
installation-code = Mã trong cửa sổ dòng lệnh
installation-code-help = Mã nằm trong cửa sổ vừa khởi động Mời, cạnh địa chỉ trang này. Gõ chữ hoa hay chữ thường, có hay không có gạch nối đều được.

## Cơ quan
installation-office = Cơ quan của bạn
installation-office-lead = Tên này đứng đầu mọi trang và mọi phiếu.
installation-name = Tên cơ quan
installation-name-help = Như trên biển hiệu: “UBND xã Cai Kinh”.
installation-english = Tên tiếng Anh
installation-english-help = Có thể bỏ trống: khi đó dùng tên tiếng Việt.
installation-phone = Số điện thoại
installation-phone-help = In trên phiếu cho người không chờ được. Có thể bỏ trống.
installation-missing-name = Hãy nhập tên cơ quan.

## Lĩnh vực
installation-services = Người dân đến làm việc gì?
installation-services-lead = Chạm vào việc mà bộ phận không làm để bỏ đi. Mỗi việc đã có sẵn giấy tờ và thời gian thường mất; sau này thêm việc khác được.
installation-missing-services = Phải còn ít nhất một việc.

## Quầy và cán bộ
installation-people = Quầy và cán bộ
installation-people-lead = Lúc đầu quầy nào cũng nhận mọi việc; sau này bạn chia lại được.
installation-counters = Có mấy quầy?
installation-fewer = Bớt một quầy
installation-more = Thêm một quầy
installation-officers = Ai làm việc ở quầy?
installation-officer = Họ tên cán bộ thứ { $place }
installation-officer-more = Thêm một người
installation-officer-vi = Công chức một cửa
installation-officer-en = One-stop shop officer
installation-missing-officers = Hãy nhập ít nhất một họ tên.
installation-missing-twice = Có hai người trùng tên: hãy thêm chữ để phân biệt.

## Người quản trị
installation-administrator = Ai quản trị Mời?
installation-administrator-lead = Người này đăng nhập bằng tên và mật khẩu, sửa được mọi thứ.
installation-administrator-help = Họ tên đầy đủ. Nếu người ấy cũng làm ở quầy thì thêm chữ phía sau, ví dụ “Bảo (quản trị)”.
installation-password = Mật khẩu, ít nhất { $least } ký tự
installation-show = Hiện
installation-hide = Ẩn
installation-missing-administrator = Hãy nhập họ tên người quản trị.
installation-missing-both = Tên này đã là tên một cán bộ: hãy thêm chữ phía sau.
installation-missing-password = Mật khẩu quá ngắn. Một câu thì dễ nhớ mà khó đoán.

## Xong
installation-done = Bộ phận đã mở
installation-done-lead = Từ bây giờ máy lấy số hoạt động, và bạn đã đăng nhập với tư cách người quản trị.
installation-credentials = Đưa cho từng người. Chỉ hiện một lần này; người quản trị cấp lại được bất cứ lúc nào.
installation-who = Ai
installation-what = Đăng nhập bằng
installation-pin = Mã PIN
installation-password-short = Mật khẩu
installation-print = In danh sách này
installation-kiosk = Lấy số đầu tiên
installation-admin = Đến trang quản trị
