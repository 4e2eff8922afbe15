### Trang "Thử quy tắc": một ngày đã qua, chạy lại theo quy tắc mới, trước khi quy tắc ấy có hiệu lực.

preview-title = Thử quy tắc
preview-lead = Chạy lại một ngày đã qua theo quy tắc mới: ai chờ lâu hơn, ai chờ ít hơn. Không có gì thay đổi ở phòng chờ.
preview-asking = Đang hỏi máy chủ…
preview-no-day = Nhật ký chưa có ngày nào để thử. Hãy trở lại khi văn phòng đã phát số.

## Quy tắc
preview-rules = Quy tắc muốn thử
preview-day = Ngày chạy lại
preview-day-today = { $day } (chưa xong)
preview-priorities = Ưu tiên: được tính như đến sớm hơn
preview-priorities-more = 0 là bỏ diện này.
preview-minutes = phút
preview-now = đang là { $value }
preview-transfer = Số được chuyển quầy
preview-transfer-place = Xếp vào đâu
preview-transfer-place-front = đầu hàng
preview-transfer-place-arrival = theo lúc lấy số
preview-transfer-place-end = cuối hàng
preview-transfer-head-start-minutes = Được tính sớm hơn
preview-away = Người trở lại
preview-away-back-to = Tạm gác thì về
preview-away-back-to-here = quầy đã gác
preview-away-back-to-anywhere = quầy nào cũng được
preview-away-lateness-minutes = Lỡ lượt thì xếp muộn hơn
preview-counters = Quầy
preview-counter = Quầy { $counter }
preview-counters-services = Nhận lĩnh vực
preview-counters-helps-with = Giúp lĩnh vực
preview-counters-helps-after-minutes = Giúp khi người ta đã chờ
preview-none = không
preview-file = Tệp cấu hình đã sửa
preview-file-more = Chọn hoặc dán tệp office.toml đã sửa. Những quy tắc đổi ở trên được tính thêm vào tệp này.
preview-file-choose = Chọn tệp
preview-file-paste = Nội dung tệp
preview-file-clear = Bỏ tệp
preview-file-too-large = Tệp lớn hơn { $kilobytes } KB, không phải tệp cấu hình.
preview-changed =
    { $count ->
        [0] Chưa đổi gì
       *[other] Đã đổi { $count } quy tắc
    }
preview-changed-file = Có tệp cấu hình
preview-undo = Bỏ các thay đổi
preview-try = Chạy thử
preview-trying = Đang chạy lại ngày ấy…
preview-not-a-number = Hãy điền số phút từ { $from } đến { $to }.

## Chưa chạy được
preview-wrong = Cấu hình có { $count } chỗ phải sửa
preview-line = dòng { $line }
preview-warnings = Nên xem lại trước khi dùng

## Kết quả
preview-nothing = Đổi một quy tắc ở bên rồi bấm Chạy thử. Kết quả hiện ở đây.
preview-outdated = Quy tắc đã đổi sau lần chạy này. Bấm Chạy thử để xem kết quả mới.
preview-result = { $day } theo quy tắc mới
preview-result-running = { $day }, đến lúc này, theo quy tắc mới
preview-nobody-moved = Không ai được gọi sớm hơn hay muộn hơn.
preview-moved = { $earlier } người được gọi sớm hơn, { $later } người muộn hơn.
preview-refused = { $count } người không lấy được số theo cấu hình mới.
preview-off = Theo quy tắc hiện nay, máy tính lại lệch { $off } phút so với ngày thật (chờ trung bình). Chênh lệch nhỏ hơn thế thì chưa nói lên gì.
preview-exact = Theo quy tắc hiện nay, máy tính lại đúng bằng ngày thật.
preview-waits = Thời gian chờ (phút)
preview-waits-more = vạch đậm: trung bình · vạch nhạt: 19 trên 20 người không chờ lâu hơn
preview-class = Ai
preview-class-all = Tất cả
preview-class-none = Không ưu tiên
preview-people = Người
preview-mean = Trung bình
preview-p95 = 19 trên 20
preview-difference = Khác
preview-present = hiện nay
preview-new = mới
preview-uncalled = { $present } người chưa được gọi theo quy tắc hiện nay, { $changed } theo quy tắc mới.
preview-who = Ai khác đi nhiều nhất
preview-who-number = Số
preview-who-taken = Lấy số
preview-who-present = Chờ, hiện nay
preview-who-changed = Chờ, mới
preview-next = Mười số tiếp theo ở phòng chờ lúc này
preview-next-present = Quy tắc hiện nay
preview-next-changed = Quy tắc mới
preview-next-nobody = Lúc này không ai chờ.
preview-next-forward = lên { $places }
preview-next-back = xuống { $places }
preview-next-new = từ sau lên
