### Những gì lệnh moi in ra cửa sổ lệnh.

# Chương trình khác đọc dòng này: mọi tiếng đều giống nhau.
terminal-open = Moi is open: { $url }

## Các trang
terminal-page-start = Trang đầu
terminal-page-kiosk = Máy lấy số
terminal-page-wall = Màn hình phòng chờ
terminal-page-counter = Màn hình quầy { $counter }
terminal-page-desk = Bàn làm việc
terminal-page-reception = Tiếp đón: cấp số hộ, nhận người có hẹn, đặt hẹn hộ
terminal-page-roll = Số dự phòng in giấy A4
terminal-page-book = Đặt lịch hẹn
terminal-page-sign-in = Đăng nhập bằng tên và mã PIN hoặc mật khẩu
terminal-page-admin = Tình trạng văn phòng, và việc cần làm
terminal-page-account = Tài khoản của bạn: mật khẩu, mã PIN
terminal-page-pair = Ghép máy lấy số, màn hình hoặc máy bàn mới
terminal-page-api = Tài liệu API

## Đăng nhập
terminal-installation = Để cài đặt cho bộ phận của bạn, chừng năm phút: mở { $url } và nhập mã { $code }
terminal-sign-in-pins-once = Đăng nhập bằng tên và mã PIN hoặc mật khẩu. Các mã này chỉ hiện lần này: hãy ghi lại và trao cho từng người:
terminal-sign-in-pin = { $name }: PIN { $secret }
terminal-sign-in-password = { $name }: mật khẩu { $secret }
terminal-sign-in-new-pin = Đăng nhập bằng tên và mã PIN hoặc mật khẩu đã được trao. Nếu mất: moi pin new --name "{ $name }", hoặc moi recover --name …

## Điện thoại của người dân
terminal-phones-as-said = Mã QR dẫn điện thoại đến { $url }
terminal-phones-network = Trong mạng nội bộ và trong mã QR: { $url }
terminal-phones-no-network =
    Máy này chưa có mạng: trước khi có mạng, mã QR dẫn đến { $url }, điện thoại không mở được.
terminal-phones-this-machine =
    Điện thoại không mở được địa chỉ { $url } trong mã QR: hãy khởi động với --listen { $listen }, hoặc dùng --public-url.

## Mã hóa
terminal-tls-self = Đã mã hóa bằng chứng thư do văn phòng tự tạo, dùng đến { $until }. Trình duyệt cảnh báo một lần: hãy so dấu vân tay trước khi mở tiếp.
terminal-tls-files = Đã mã hóa bằng chứng thư trong { $file }, dùng đến { $until }.
terminal-tls-fingerprint = Dấu vân tay, SHA-256: { $fingerprint }
terminal-tls-file = Thiết bị và chương trình có thể tin chứng thư này qua tệp: { $file }
terminal-tls-redirect = Cổng { $port } (http thường) tự dẫn sang đó.

## Máy in
terminal-printer-preview = Phiếu được vẽ thành tệp trong { $folder }
terminal-printer-tcp = Phiếu được in ở { $printer }
terminal-printer-none = Không in phiếu: máy lấy số hiện số và mã QR

## Dữ liệu, bật và tắt
terminal-data = Dữ liệu nằm ở { $folder }
terminal-how-to-stop = Dừng: Ctrl-C

## Cấu hình
terminal-settings-wrong =
    { $count ->
       *[other] Có { $count } chỗ sai; Mời chưa khởi động.
    }
terminal-settings-doubtful =
    { $count ->
       *[other] Có { $count } chỗ nên xem lại:
    }
terminal-settings-right = Cấu hình { $file } không có gì sai.
terminal-settings-right-shipped =
    Cấu hình đi kèm Mời không có gì sai. Muốn dùng cấu hình riêng: --config TỆP
terminal-settings-unread = Tệp { $file } trong thư mục này chưa được đọc. Để kiểm tra tệp ấy: moi check --config { $file }

## Các lệnh
terminal-token-none = Chưa có mã thiết bị nào.
terminal-device-none = Chưa có thiết bị nào được ghép. Thiết bị mới hiện một mã; hãy gõ mã đó ở trang /admin/devices.
terminal-journal-whole = Nhật ký nguyên vẹn: { $events } sự kiện, { $days } ngày đã khép.
terminal-journal-damaged = Có { $count } chỗ bị hỏng.
terminal-backed-up = Đã sao lưu { $events } sự kiện vào { $file }
terminal-export-pictures = Thiết lập có dùng { $count } hình, tệp chữ không chứa được: { $pictures }. Bản sao lưu có các hình này; ở văn phòng khác, hãy tải hình lên ở trang /admin/set-up.
terminal-import-nothing = Tệp giống hệt thiết lập đang dùng.
terminal-import-would = Sẽ thay đổi { $count } mục. Để áp dụng: chạy lại lệnh này với --apply.
terminal-import-applied = Đã thay đổi { $count } mục và đang áp dụng.
terminal-restored = Đã khôi phục { $events } sự kiện tính đến { $made_at } vào { $folder }
terminal-restored-numbers =
    { $known ->
        [some] Các số đã phát sau { $made_at } người dân đang cầm trên tay và có thể bị phát lại: số tiếp theo là { $numbers }.
       *[none] Các số đã phát sau { $made_at } có thể bị phát lại. Nếu hôm nay đã phát số thì số lại bắt đầu từ 001.
    }
terminal-mended = Ngày { $day } đã nguyên vẹn trở lại: mục { $first } đến { $last }.
terminal-mend-not-in-backup = Bản sao này không có, hoặc cũng bị hỏng ở đó: mục { $first } đến { $last }, ngày { $day }. Hãy thử bản sao khác.
terminal-mend-not-fitting = Ở chỗ mục { $first } đến { $last }, ngày { $day }, bản sao này có nội dung khác: có phải của văn phòng khác không? Chỗ ấy không bị thay đổi gì.
terminal-mend-nothing = Không có ngày đã qua nào bị hỏng: không cần sửa gì.
terminal-exported = Đã ghi { $events } sự kiện vào { $file }
terminal-imported = Đã đọc { $events } sự kiện vào { $folder }

## Sổ thứ tự gọi
terminal-order =
    { $count ->
        [0] { $day }: { $calls } lượt gọi, tất cả theo thứ tự đến.
       *[other] { $day }: { $calls } lượt gọi, { $count } lượt gọi trước người đến sớm hơn:
    }
terminal-order-line =
    { $time }  Quầy { $counter }, { $officer }: { $number } trước { $passed ->
        [1] { $earliest } (lấy số lúc { $taken })
       *[other] { $passed } người, sớm nhất là { $earliest } (lấy số lúc { $taken })
    }. { $why }

## Xem trước cấu hình mới
terminal-preview = Thời gian chờ ngày { $day }, tính bằng phút và giây: trung bình / mức mà 19 trong 20 người không vượt quá
terminal-preview-happened = thực tế
terminal-preview-present = quy tắc hiện nay
terminal-preview-changed = quy tắc mới
terminal-preview-all = Tất cả
terminal-preview-none = Không ưu tiên
terminal-preview-uncalled = Số phiếu không được gọi
terminal-preview-how =
    Tính lại với đúng những người đến, thời gian giải quyết và giờ mở quầy của ngày ấy. Cột “quy tắc hiện nay” càng gần “thực tế” thì kết quả càng đáng tin.
terminal-preview-refused = { $count } phiếu sẽ không được phát.
terminal-preview-moved = { $earlier } người được gọi sớm hơn, { $later } người muộn hơn. Những số có thời gian chờ thay đổi nhiều nhất:
terminal-preview-moved-nobody = Không số nào có thời gian chờ thay đổi.
terminal-preview-moved-line = { "  " }{ $number }, lấy lúc { $time }: { $changed } thay vì { $present }
terminal-preview-next-present = Sắp được gọi, hiện nay:     { $numbers }
terminal-preview-next-changed = Sắp được gọi, quy tắc mới:  { $numbers }
terminal-preview-nobody = không ai chờ

## Ngày mẫu
terminal-demo-started =
    Một ngày mẫu bắt đầu ở { $url }, nhanh gấp { $speed } lần. Hãy mở các trang và xem. Dừng: Ctrl-C
terminal-demo-finished = Ngày mẫu đã xong: { $tickets } số, { $served } đã phục vụ, { $no_show } vắng mặt.
terminal-demo-left = Các quầy đã giải quyết xong người đang gọi; số còn chờ đã trả lại: { $given_back }
terminal-demo-closed = Các quầy do ngày mẫu mở đã đóng lại: { $counters }

## Tập huấn
terminal-rehearsal = TẬP HUẤN – không phải số thật. Không có gì ở đây vào sổ của văn phòng; lần tập sau xóa hết.
terminal-rehearsal-officer = Cán bộ mô phỏng quầy { $counter }
terminal-rehearsal-mark = TẬP HUẤN – không phải số thật
## In số dự phòng
terminal-roll = In { $count } số dự phòng, từ { $first } đến { $last } …
terminal-roll-printed = Đã in xong. Hãy cất cùng tờ hướng dẫn ở quầy tiếp đón.
terminal-roll-pile = Lần trước đã in đến { $last }: xếp các tờ mới dưới những tờ còn lại, phát hết tờ cũ trước.
terminal-roll-not-noted = tờ số đã in ra nhưng không ghi được vào thư mục dữ liệu: lần sau hãy in tiếp bằng --from
terminal-roll-previewed = Đã ghi thành ảnh trong { $folder }
terminal-roll-stopped = máy in dừng ở số { $number }; các số trước đã in. Xem lại máy in rồi in lại: sẽ in tiếp từ đó
terminal-roll-service = không có lĩnh vực { $code }
terminal-roll-none = cấu hình không để dành số nào: xem mục [outage]
terminal-roll-no-printer = văn phòng này không có máy in phiếu; dùng --preview, hoặc in giấy A4 từ trang /roll
