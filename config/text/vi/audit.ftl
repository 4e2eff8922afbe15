### Nhật ký quản trị: ai đã sửa thiết lập, người dùng và thiết bị.

## Đầu cột
audit-at = Lúc
audit-by = Người làm
audit-act = Việc
audit-about = Đối tượng
audit-key = Mục
audit-before = Trước
audit-after = Sau

## Người làm và việc
audit-owner = Dòng lệnh
audit-act-set-up-changed = Sửa thiết lập
audit-act-pin-made = Cấp mã PIN mới
audit-act-password-made = Đặt mật khẩu mới
audit-act-spare-codes-made = Tạo mã dự phòng mới
audit-act-recovery-begun = Cấp mã khôi phục
audit-act-second-factor-on = Bật xác thực hai lớp
audit-act-second-factor-off = Tắt xác thực hai lớp
audit-act-sessions-ended = Kết thúc mọi phiên
audit-act-device-paired = Kết nối thiết bị
audit-act-device-revoked = Ngắt thiết bị
audit-act-picture-added = Tải hình lên
audit-act-picture-removed = Xóa hình

## Trang "Sổ thay đổi"
audit-title = Sổ thay đổi
audit-lead = Ai đã sửa thiết lập, người dùng và thiết bị, lúc nào, từ gì thành gì. Không ai xóa được dòng nào ở đây.
audit-asking = Đang đọc nhật ký…
audit-span = Từ { $from } đến { $until }
audit-none = Trong những ngày này không có thay đổi nào như vậy.
audit-filter-days = Trong
audit-days =
    { $count ->
        [1] 1 ngày
       *[other] { $count } ngày
    }
audit-until = Đến ngày
audit-filter-act = Việc
audit-filter-by = Người làm
audit-filter-part = Phần thiết lập
audit-all = Tất cả
audit-shown =
    { $count ->
       *[other] { $count } lần
    }
audit-more = Và { $count } mục nữa; bảng CSV có đủ.
audit-print = In
audit-table = Tải bảng (CSV)
audit-printed = In lúc { $time }, ngày { $date }
