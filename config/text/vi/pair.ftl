### Pairing a new device.

pair-title = Ghép thiết bị
pair-choose = Máy này dùng làm gì?
pair-role-kiosk = Máy lấy số ở cửa vào
pair-role-wall = Màn hình sảnh chờ
pair-role-counter-display = Bảng ở quầy
pair-role-desk = Máy bàn của cán bộ
pair-role-rating = Máy đánh giá
pair-role-printer = Máy in phiếu
pair-role-kiosk-for = Bà con chọn việc và lấy số.
pair-role-wall-for = Hiện các số đang được gọi.
pair-role-counter-display-for = Hiện số đang được phục vụ ở một quầy.
pair-role-desk-for = Cán bộ đăng nhập ở đây bằng mã PIN.
pair-role-rating-for = Bà con đánh giá sau khi xong việc.
pair-role-printer-for = In phiếu ở một máy riêng.
pair-code = Mã của máy này
pair-how = Người phụ trách mở trang { $address } và gõ mã này, hoặc quét mã QR bằng điện thoại. Mã dùng được mười phút.
pair-how-short = Người phụ trách: quét mã QR, hoặc gõ mã này ở trang { $address }
pair-qr = Mã QR mở trang thiết bị
pair-asking = Đang lấy mã…
pair-offline = Không nối được máy chủ. Máy này tự thử lại.
pair-done = Đã ghép: { $name }
pair-done-how = Từ nay máy này tự nhận ra mình, cả sau khi mất điện.
pair-other = Chọn loại khác
pair-language = English
