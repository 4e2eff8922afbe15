### Các trang thiết lập: mọi mục có tên, một câu giải thích (-help), và lời cho từng lựa chọn.

## Các trang
set-up-title = Thiết lập
set-up-lead = Văn phòng này làm việc thế nào. Sửa xong là có hiệu lực ngay, không phải khởi động lại.
set-up-asking = Đang đọc thiết lập…
set-up-pages = Các phần của thiết lập
set-up-page-overview = Tổng quan
set-up-page-services = Lĩnh vực
set-up-page-services-lead = Người dân đến làm gì, theo thứ tự các nút ở máy lấy số.
set-up-page-counters = Quầy
set-up-page-counters-lead = Theo thứ tự trong phòng, vì màn hình phòng chờ xếp như vậy.
set-up-page-hours = Giờ làm việc, ngày nghỉ
set-up-page-hours-lead = Các trang hiện giờ này. Máy lấy số theo hay không là tùy phần “Lấy số, đánh số”.
set-up-page-entrance = Lấy số, đánh số
set-up-page-entrance-lead = Khi nào máy phát số, đánh số ra sao, dành số nào cho lúc mất điện.
set-up-page-priorities = Ưu tiên
set-up-page-priorities-lead = Ai được gọi sớm hơn, sớm bao nhiêu.
set-up-page-choices = Lý do, kết quả
set-up-page-choices-lead = Những gì cán bộ chọn bằng một phím, theo thứ tự các phím.
set-up-page-rules = Quy tắc
set-up-page-rules-lead = Gọi, để riêng, trở lại, chuyển quầy, đóng quầy.
set-up-page-appointments = Lịch hẹn
set-up-page-appointments-lead = Cho những lĩnh vực có nhận hẹn.
set-up-page-staff = Người làm việc
set-up-page-staff-lead = Tên và chức danh, và khi nào phải đăng nhập lại. Mã PIN và mật khẩu thì ở trang Người dùng.
set-up-page-office = Văn phòng
set-up-page-office-lead = Tên, biểu trưng, số điện thoại, ngôn ngữ.
set-up-page-slip = Phiếu giấy
set-up-page-slip-lead = Phiếu mà máy in ra.
set-up-page-slides = Bảng chiếu
set-up-page-slides-lead = Hiện ở màn hình phòng chờ khi không gọi ai, nếu có nhiều nhất 6 quầy.
set-up-page-keeping = Sao lưu, lưu giữ
set-up-page-keeping-lead = Sao lưu, xóa số điện thoại, chỗ trên đĩa.
set-up-page-file = Tệp thiết lập
set-up-page-file-lead = Tải toàn bộ thiết lập về, hoặc nạp từ một tệp.

## Tổng quan
set-up-fact-services = { $count } lĩnh vực: { $names }
set-up-fact-counters = { $count } quầy: { $names }
set-up-fact-hours = { $day }: { $hours }
set-up-fact-closed = nghỉ
set-up-fact-holidays = { $count } ngày nghỉ từ hôm nay
set-up-fact-priorities = { $count } diện: { $names }
set-up-fact-choices = { $calls } lý do gọi, { $pauses } lý do nghỉ, { $outcomes } kết quả
set-up-fact-staff = { $officers } cán bộ, { $others } người khác
set-up-fact-slides = { $count } bảng
set-up-fact-appointments =
    { $count ->
        [0] Không lĩnh vực nào nhận hẹn
       *[other] { $count } lĩnh vực nhận hẹn
    }
set-up-fact-file = { $count } dòng
set-up-fact-backup = mỗi { $hours } giờ, giữ { $keep } bản
set-up-warnings = Nên xem lại
set-up-current = Bản thiết lập số { $version }
set-up-current-first = Bản thiết lập ban đầu

## Chỉ xem
set-up-in-file = Văn phòng này chạy với tệp { $file }.
set-up-in-file-how = Ở đây chỉ xem được. Muốn sửa thì sửa tệp ấy rồi khởi động lại Moi. Muốn sửa ngay trên trang này: dừng Moi, chạy moi office import với tệp ấy, rồi khởi động Moi không kèm --config.
set-up-reader = Bạn xem được mọi phần. Chỉ người quản trị mới sửa được.

## Ô
set-up-optional = có thể để trống
set-up-limits = { $from } đến { $to } { $unit }
set-up-longest = nhiều nhất { $max } ký tự
set-up-language-first = Để { $language } lên đầu
set-up-counters-of = Ở quầy
set-up-counters-of-help = Lĩnh vực nào cũng phải có một quầy nhận. Đánh dấu ở đây là sửa luôn ở phần Quầy.
set-up-counter-named = Quầy { $counter }

## Danh sách
set-up-add-services = Thêm lĩnh vực
set-up-add-counters = Thêm quầy
set-up-add-priorities = Thêm diện ưu tiên
set-up-add-call-reasons = Thêm lý do gọi
set-up-add-pause-reasons = Thêm lý do nghỉ
set-up-add-outcomes = Thêm kết quả
set-up-add-officers = Thêm cán bộ
set-up-add-supervisors = Thêm người điều hành
set-up-add-receptionists = Thêm người tiếp đón
set-up-add-inspectors = Thêm người kiểm tra
set-up-add-administrators = Thêm người quản trị
set-up-add-slides = Thêm bảng chiếu
set-up-add-services-documents = Thêm giấy tờ
set-up-add-slides-rows = Thêm dòng
set-up-add-other-services = Lĩnh vực khác
set-up-add-other-priorities = Diện khác
set-up-add-other-call-reasons = Lý do khác
set-up-add-other-pause-reasons = Lý do khác
set-up-add-other-outcomes = Kết quả khác
set-up-move-up = Chuyển { $name } lên
set-up-move-down = Chuyển { $name } xuống
set-up-take-away = Bỏ { $name }
set-up-taken-away = Đã bỏ { $name }.
set-up-put-back = Lấy lại
set-up-nameless = chưa có tên
set-up-none-yet = Chưa có mục nào.
set-up-full = Đã đủ { $to } mục.
set-up-more-fields = Số lượng, hẹn giờ, lời chúc
set-up-taken-from-counters = Lĩnh vực này cũng được bỏ khỏi các quầy.

## Giờ
set-up-period-from = từ
set-up-period-to = đến
set-up-period-add = Thêm buổi
set-up-period-remove = Bỏ buổi { $period }
set-up-day-closed = Nghỉ
set-up-copy-day = Các ngày khác như thứ Hai
set-up-holiday-add = Thêm ngày
set-up-holiday-day = Ngày nghỉ
set-up-holiday-remove = Bỏ ngày { $day }
set-up-holiday-past = đã qua
set-up-holiday-template = Gợi ý ngày lễ năm { $year }
set-up-holiday-template-lead = Theo Bộ luật Lao động. Xin đối chiếu với thông báo nghỉ lễ của năm ấy: Tết và Quốc khánh nghỉ ngày nào, có hoán đổi không. Chỉ những ngày bạn đánh dấu mới được thêm.
set-up-holiday-template-take =
    { $count ->
        [0] Chưa chọn ngày nào
       *[other] Thêm { $count } ngày đã chọn
    }
set-up-holiday-template-none = Chưa có gợi ý cho năm này.
set-up-holiday-new-year = Tết Dương lịch
set-up-holiday-tet = Tết Nguyên đán
set-up-holiday-kings = Giỗ Tổ Hùng Vương
set-up-holiday-reunification = Ngày Chiến thắng
set-up-holiday-labour = Quốc tế Lao động
set-up-holiday-national = Quốc khánh
set-up-holiday-maybe = tùy thông báo
set-up-holiday-there = đã có

## Bảng chiếu
set-up-slide-preview = Trên màn hình phòng chờ
set-up-slide-too-many-counters = Văn phòng có hơn 6 quầy nên màn hình không có chỗ cho bảng chiếu.
## Hình ảnh
set-up-add-picture = Thêm bảng chiếu bằng hình…
set-up-picture-choose = Chọn hình…
set-up-picture-other = Chọn hình khác…
set-up-picture-none = Không dùng hình
set-up-picture-drop = hoặc thả hình vào đây. PNG, JPEG hoặc WebP, tối đa 8 MB; nơi và lúc chụp ảnh không được giữ lại.
set-up-picture-sending = Đang gửi…
set-up-picture-drawing = Đang chuẩn bị hình…
set-up-picture-taken = Đã nhận hình. Hình hiện ra sau khi lưu.
set-up-picture-large = { $name } lớn hơn 8 MB: hãy thu nhỏ bằng phần mềm xem ảnh rồi chọn lại.
set-up-picture-offline = Không nối được với máy chủ nên chưa nhận được hình: hãy thử lại.
set-up-picture-missing = Hình ở đây không còn hoặc bị hỏng. Màn hình bỏ qua hình này: hãy chọn hình khác.
set-up-picture-called = Hình { $name }
set-up-picture-of = Nhận { $when }
set-up-picture-damaged = Bị hỏng
set-up-picture-use = Dùng làm bảng chiếu
set-up-picture-erase = Xóa
set-up-picture-erase-sure = Xóa hẳn hình này?
set-up-pictures-unused = Hình không dùng đến
set-up-pictures-count = Đang giữ { $count } hình, tối đa { $most }.

## Sao lưu
set-up-backup-now = Sao lưu ngay
set-up-backup-running = Đang sao lưu…
set-up-backup-made = Đã sao lưu vào { $file }.
set-up-backup-newest = Bản mới nhất: { $when }.
set-up-backup-none = Chưa có bản sao lưu nào.
set-up-backup-more = Vào thư mục đã lưu ở trên; được tính vào số bản giữ lại.

## Chỗ chưa đúng
set-up-wrong-missing = Phải điền ô này.
set-up-wrong-language = Mọi ngôn ngữ phải có chữ.
set-up-wrong-long = Dài quá: { $count } ký tự, nhiều nhất là { $max }.
set-up-wrong-number = Hãy nhập số nguyên từ { $from } đến { $to }.
set-up-wrong-choice = Hãy chọn một.
set-up-wrong-no-service = Hãy chọn ít nhất một lĩnh vực.
set-up-wrong-no-counter = Chưa quầy nào nhận lĩnh vực này. Hãy chọn ít nhất một quầy.
set-up-wrong-entries = Phải có từ { $from } đến { $to } mục, đang có { $count }.
set-up-wrong-twice = “{ $name }” đã có rồi. Hãy chọn tên khác.
set-up-wrong-period = Hãy nhập giờ bắt đầu và giờ kết thúc muộn hơn.
set-up-wrong-overlap = Buổi này bắt đầu trước khi buổi trước kết thúc.
set-up-wrong-day = Hãy chọn một ngày.
set-up-wrong-short-name = Chỉ chữ thường không dấu, chữ số và gạch nối.
set-up-wrong-telephone = Chỉ chữ số, dấu cách, + - ( ).
set-up-wrong-address = Địa chỉ phải bắt đầu bằng https://
set-up-wrong-time-zone = Không phải tên múi giờ.
set-up-wrong-code = 1 đến 4 chữ in hoa không dấu hoặc chữ số.
set-up-wrong-prefix = 1 hoặc 2 chữ in hoa không dấu.
set-up-wrong-told = Máy chủ báo: { $told }
set-up-wrong-count =
    { $count ->
       *[other] Có { $count } chỗ phải sửa
    }
set-up-wrong-line = Dòng { $line }

## Lưu
set-up-unsaved =
    { $count ->
        [0] Chưa sửa gì
       *[other] { $count } chỗ sửa chưa lưu
    }
set-up-discard = Bỏ các chỗ sửa
set-up-discard-sure = Bỏ hết những gì vừa sửa?
set-up-review = Xem lại và lưu
set-up-checking = Đang kiểm tra…
set-up-what-changes = Những gì sẽ thay đổi
set-up-what-stood-there = Những gì đã có
set-up-arrow = thành
set-up-save = Lưu
set-up-save-all-the-same = Vẫn thay đổi
set-up-have-read = Tôi đã đọc và sẽ mời những người này lấy số khác, hoặc sửa lại thiết lập.
set-up-back = Quay lại sửa
set-up-saving = Đang lưu…
set-up-saved = Đã lưu lúc { $time }. Có hiệu lực ngay.
set-up-saved-same = Không có gì khác với thiết lập đang dùng.
set-up-then-warnings = Sau đó nên xem lại
set-up-not-saved = Chưa lưu được
set-up-offline = Không nối được với máy chủ. Những gì bạn sửa vẫn còn ở đây; hãy thử lại.
set-up-signed-out = Phiên đăng nhập đã hết. Hãy đăng nhập ở một thẻ khác rồi lưu lại; những gì bạn sửa vẫn còn ở đây.
set-up-sign-in-tab = Đăng nhập ở thẻ khác
set-up-moved = Có người vừa sửa thiết lập
set-up-moved-lead = Những gì bạn sửa đã được đặt lên bản mới của họ. Hãy xem cả hai rồi lưu lại.
set-up-moved-theirs = Thay đổi của { $who }, { $when }
set-up-moved-lost = Không đặt lại được, vì họ đã bỏ mục ấy:
set-up-command-line = dòng lệnh
set-up-last-change = Sửa lần cuối: { $when }, { $who }
set-up-no-change = Chưa ai sửa phần này trong ba tháng qua
set-up-no-change-at-all = Chưa ai sửa gì trong ba tháng qua
set-up-history = Xem sổ thay đổi

## Tệp
set-up-file-take = Tải về office.toml
set-up-file-take-lead = Toàn bộ thiết lập dưới dạng văn bản, có ghi chú từng mục. Giữ một bản, hoặc đưa cho văn phòng khác.
set-up-file-bring = Nạp từ tệp
set-up-file-bring-lead = Chưa có gì thay đổi cho đến khi bạn xem khác biệt và lưu.
set-up-file-choose = Chọn tệp…
set-up-file-paste = Hoặc dán nội dung vào đây
set-up-file-large = Tệp này quá lớn, không phải tệp thiết lập.
set-up-file-compare = Xem khác biệt
set-up-file-parts = Lấy những phần nào
set-up-file-parts-lead = Phần không chọn thì giữ như hiện nay.
set-up-file-all = Chọn hết
set-up-file-none = Bỏ hết
set-up-file-no-part = Hãy chọn ít nhất một phần.
set-up-file-unsaved = Hãy lưu hoặc bỏ những chỗ sửa ở các trang khác trước khi nạp tệp.

## Ngôn ngữ, đơn vị, cách viết
set-up-language-vi = tiếng Việt
set-up-language-en = tiếng Anh
set-up-unit-minutes = phút
set-up-unit-seconds = giây
set-up-unit-hours = giờ
set-up-unit-days = ngày
set-up-unit-number = { "" }
set-up-unit-numbers = số
set-up-unit-times = lần
set-up-unit-services = lĩnh vực
set-up-unit-appointments = lịch hẹn
set-up-unit-copies = bản
set-up-unit-megabytes = MB
set-up-unit-cases = hồ sơ
set-up-form-short-name = chữ thường không dấu, chữ số và gạch nối, ví dụ “giay-to”
set-up-form-telephone = chữ số, dấu cách, + - ( )
set-up-form-address = https:// và tên máy, ví dụ https://id.example.vn; nhiều nhất 200 ký tự
set-up-form-time-zone = tên theo danh sách IANA, ví dụ Asia/Ho_Chi_Minh
set-up-form-code = 1 đến 4 chữ in hoa không dấu hoặc chữ số
set-up-form-prefix = 1 hoặc 2 chữ in hoa không dấu
set-up-true = có
set-up-false = không
set-up-nothing = không có
set-up-empty = để trống
set-up-new = mới
set-up-gone = bỏ đi
set-up-order-of = Thứ tự

## Văn phòng
set-up-office = Văn phòng
set-up-office-name = Tên cơ quan
set-up-office-name-help = Ở đầu mọi trang và mọi phiếu.
set-up-office-unit = Tên bộ phận
set-up-office-unit-help = Dưới tên cơ quan.
set-up-office-logo = Biểu trưng
set-up-office-logo-help = Đứng cạnh tên ở màn hình phòng chờ, máy lấy số và trang điện thoại, thay cho hoa đào. Đẹp nhất là hình nền trong suốt, vì có nơi nền sáng, có nơi nền tối.
set-up-office-phone = Số điện thoại
set-up-office-phone-help = Hiện ở máy lấy số khi văn phòng đóng cửa, và trên điện thoại của người lỡ lượt. Để trống nếu không có.
set-up-office-languages = Ngôn ngữ
set-up-office-languages-help = Ngôn ngữ đầu tiên là ngôn ngữ mà mọi trang mở ra. Thêm một ngôn ngữ thì mọi tên gọi phải có bằng ngôn ngữ ấy.
set-up-office-time-zone = Múi giờ
set-up-office-time-zone-help = Nửa đêm ở đó, số bắt đầu lại từ 1. Cả Việt Nam là một múi giờ.

## Giờ làm việc
set-up-hours = Giờ làm việc
set-up-hours-monday = Thứ Hai
set-up-hours-monday-help = { "" }
set-up-hours-tuesday = Thứ Ba
set-up-hours-tuesday-help = { "" }
set-up-hours-wednesday = Thứ Tư
set-up-hours-wednesday-help = { "" }
set-up-hours-thursday = Thứ Năm
set-up-hours-thursday-help = { "" }
set-up-hours-friday = Thứ Sáu
set-up-hours-friday-help = { "" }
set-up-hours-saturday = Thứ Bảy
set-up-hours-saturday-help = { "" }
set-up-hours-sunday = Chủ Nhật
set-up-hours-sunday-help = { "" }
set-up-hours-holidays = Ngày nghỉ
set-up-hours-holidays-help = Những ngày này văn phòng đóng cửa, dù là thứ mấy.

## Lấy số
set-up-entrance = Máy lấy số
set-up-entrance-tickets = Máy phát số
set-up-entrance-tickets-help = Cán bộ thì lúc nào cũng cấp số được.
set-up-entrance-tickets-always = lúc nào cũng phát
set-up-entrance-tickets-while-open = chỉ trong giờ làm việc
set-up-entrance-before-minutes = Bắt đầu trước giờ mở cửa
set-up-entrance-before-minutes-help = Chỉ khi phát số trong giờ làm việc.
set-up-entrance-last = Số cuối trong ngày dành cho
set-up-entrance-last-help = Chỉ khi phát số trong giờ làm việc, và chỉ cho buổi cuối ngày.
set-up-entrance-last-by-forecast = người có thể được gọi trước giờ đóng cửa
set-up-entrance-last-at-closing = ai đến trước giờ đóng cửa
set-up-entrance-tickets-per-minute = Một máy phát trong một phút nhiều nhất
set-up-entrance-tickets-per-minute-help = Để trẻ nghịch nút không làm hết giấy. Quá số ấy thì máy mời chờ mấy giây, hoặc hỏi cán bộ. 0 là không giới hạn.
set-up-numbering = Đánh số
set-up-numbering-last = Số cuối của mỗi chữ
set-up-numbering-last-help = Mỗi sáng bắt đầu lại từ 1: A001. Trên 999 thì số có năm ký tự, khó đọc hơn.
set-up-numbering-after-last = Hết số thì
set-up-numbering-after-last-help = “Dừng” thì hôm ấy không ai cấp được số với chữ ấy nữa, kể cả cán bộ.
set-up-numbering-after-last-widen = phát tiếp, sau A999 là A1000
set-up-numbering-after-last-refuse = dừng đến hôm sau
set-up-outage = Số giấy khi mất điện
set-up-outage-numbers = Số dành cho giấy
set-up-outage-numbers-help = Bấy nhiêu số cuối của mỗi chữ để in sẵn, máy không phát. 50 là từ A950 đến A999. 0 là không dành.
set-up-slip = Phiếu giấy
set-up-slip-paper = Khổ giấy
set-up-slip-paper-help = Của giấy trong máy in phiếu.
set-up-slip-paper-80mm = 80 mm
set-up-slip-paper-58mm = 58 mm
set-up-slip-boot-slip = In phiếu báo khi khởi động lại giữa ngày
set-up-slip-boot-slip-help = Sau khi mất điện: số tiếp theo của mỗi chữ, và mấy người đang chờ.

## Quy tắc
set-up-granting = Cho ưu tiên sau khi đã lấy số
set-up-granting-by-officers = Cán bộ ở quầy được cho ưu tiên
set-up-granting-by-officers-help = Bằng phím / ở bàn làm việc. Hệ thống ghi lại ai đã cho.
set-up-granting-by-reception = Bàn tiếp đón được cho ưu tiên
set-up-granting-by-reception-help = Trên trang tiếp đón. Hệ thống ghi lại ai đã cho.
set-up-calling = Gọi số
set-up-calling-gap-seconds = Khoảng cách giữa hai lần gọi một số
set-up-calling-gap-seconds-help = Cũng phải chờ bấy lâu mới ghi vắng mặt được. 0 là cán bộ tự quyết định.
set-up-calling-recalls-min = Gọi lại trước khi ghi vắng mặt
set-up-calling-recalls-min-help = 0 là cán bộ tự quyết định.
set-up-calling-reason-required = Gọi không theo thứ tự phải chọn lý do
set-up-calling-reason-required-help = Cần có ít nhất một lý do ở trang “Lý do, kết quả”. Ai gọi thì luôn được ghi lại.
set-up-calling-outcome-required = Xong việc phải ghi kết quả
set-up-calling-outcome-required-help = Cần có ít nhất một kết quả ở trang “Lý do, kết quả”.
set-up-calling-next-on-finish = Kết thúc thì tự gọi số tiếp theo
set-up-calling-next-on-finish-help = Phím 1. Phím 9 kết thúc rồi tạm nghỉ.
set-up-away = Để riêng, lỡ lượt, trở lại
set-up-away-back-to = Người được để riêng thì trở lại
set-up-away-back-to-help = Quầy đã đóng thì không phải chờ quầy ấy.
set-up-away-back-to-here = quầy đã để riêng
set-up-away-back-to-anywhere = quầy nào nhận lĩnh vực ấy cũng được
set-up-away-grace-minutes = Lỡ lượt còn được trở lại trong
set-up-away-grace-minutes-help = 0 là không, phải lấy số mới.
set-up-away-lateness-minutes = Lỡ lượt thì xếp muộn hơn
set-up-away-lateness-minutes-help = Mỗi lần lỡ lượt. Người được để riêng giữ nguyên giờ.
set-up-away-by-phone = Người dân báo “tôi đã quay lại” trên điện thoại
set-up-away-by-phone-help = Không thì chỉ cán bộ báo được.
set-up-transfer = Chuyển số sang quầy khác
set-up-transfer-place = Số được chuyển thì xếp
set-up-transfer-place-help = Trừ khi cán bộ chọn khác.
set-up-transfer-place-front = đầu hàng
set-up-transfer-place-arrival = theo giờ tính của nó
set-up-transfer-place-end = cuối hàng
set-up-transfer-head-start-minutes = Được tính sớm hơn
set-up-transfer-head-start-minutes-help = Khi xếp theo giờ tính.
set-up-itinerary = Nhiều lĩnh vực một phiếu
set-up-itinerary-services-max = Số lĩnh vực của một phiếu
set-up-itinerary-services-max-help = 1 là mỗi lĩnh vực một phiếu.
set-up-itinerary-kiosk-asks = Máy lấy số mời thêm lĩnh vực khác
set-up-itinerary-kiosk-asks-help = Không thì chỉ cán bộ thêm được.
set-up-desk = Bàn làm việc
set-up-desk-undo-seconds = Được hoàn tác trong
set-up-desk-undo-seconds-help = Bằng phím Backspace: bấm nhầm thì không ai mất lượt. 0 là không.
set-up-leaving = Quầy cuối cùng nghỉ
set-up-leaving-ask-when-closing = Hỏi trước khi đóng quầy
set-up-leaving-ask-when-closing-help = Khi còn người chờ mà không quầy nào khác gọi: chờ tiếp, hay quầy khác gọi?
set-up-leaving-ask-from-pause-minutes = Hỏi trước khi nghỉ từ
set-up-leaving-ask-from-pause-minutes-help = 0 là lần nghỉ nào cũng hỏi. Để trống là không hỏi.

## Lịch hẹn
set-up-appointments = Lịch hẹn
set-up-appointments-online = Người dân tự đặt trên trang /book
set-up-appointments-online-help = Không thì chỉ cán bộ đặt. Lĩnh vực nào nhận hẹn là tùy trang “Lĩnh vực”.
set-up-appointments-notice-minutes = Phải đặt trước
set-up-appointments-notice-minutes-help = Cán bộ đặt được cho đến hết khung giờ.
set-up-appointments-horizon-days = Đặt được trước nhiều nhất
set-up-appointments-horizon-days-help = 0 là chỉ hôm nay.
set-up-appointments-early-minutes = Được đến sớm
set-up-appointments-early-minutes-help = Ai đến sớm hơn nữa thì được mời quay lại sau.
set-up-appointments-late-minutes = Đến muộn còn được nhận
set-up-appointments-late-minutes-help = Sau đó lịch hẹn mất hiệu lực, chỗ ấy trống.
set-up-appointments-when-late = Ai đến muộn hơn nữa
set-up-appointments-when-late-help = { "" }
set-up-appointments-when-late-ordinary-ticket = nhận số như mọi người
set-up-appointments-when-late-refuse = được báo là đã quá giờ
set-up-appointments-online-per-hour = Đặt nhiều nhất từ một địa chỉ trong một giờ
set-up-appointments-online-per-hour-help = Nếu cả xã vào qua một máy chủ trung gian thì mọi người chung một địa chỉ: đặt cao hơn.
set-up-appointments-check-in-by-phone = Báo đã đến bằng điện thoại
set-up-appointments-check-in-by-phone-help = Khi ấy có thể có người báo mà còn đang trên đường.
set-up-sign-in = Đăng nhập lại
set-up-sign-in-idle-minutes = Người quản trị, điều hành, kiểm tra
set-up-sign-in-idle-minutes-help = Phải đăng nhập lại khi đã lâu như vậy không làm gì. Trang báo trước một phút.
set-up-sign-in-desk-idle-minutes = Cán bộ, người tiếp đón
set-up-sign-in-desk-idle-minutes-help = Như trên. Nên đủ dài cho một buổi không có ai đến.
set-up-directory = Hệ thống tài khoản chung
set-up-directory-issuer = Địa chỉ
set-up-directory-issuer-help = Ví dụ của tỉnh: khi đó ai có tên trong hệ thống ấy (ghi dưới tên từng người) cũng đăng nhập được bằng nó. Không dùng thì để trống tất cả. Cần làm gì ở phía hệ thống và để mật khẩu của văn phòng ở đâu: docs/manual.md.
set-up-directory-client-id = Tên văn phòng trong hệ thống ấy
set-up-directory-client-id-help = Người quản lý hệ thống ấy cho biết.
set-up-directory-name = Chữ trên nút
set-up-directory-name-help = Tên mà mọi người quen gọi: Tài khoản tỉnh.
set-up-directory-claim = Gọi người theo
set-up-directory-claim-help = Phải là tên mà không ai tự đổi được trong hệ thống ấy.
set-up-directory-claim-preferred-username = tên đăng nhập
set-up-directory-claim-email = thư điện tử
set-up-directory-claim-sub = mã riêng của hệ thống
set-up-directory-ask-each-time = Lần nào cũng hỏi mật khẩu
set-up-directory-ask-each-time-help = Nhiều người dùng chung một máy, và có thể người khác vẫn còn mở ở đó.

## Lưu giữ
set-up-backup = Sao lưu
set-up-backup-folder = Thư mục
set-up-backup-folder-help = Tốt nhất ở một ổ đĩa khác, ví dụ USB: /media/usb/moi. Không có / ở đầu là nằm trong thư mục dữ liệu.
set-up-backup-every-hours = Cách nhau
set-up-backup-every-hours-help = { "" }
set-up-backup-keep = Giữ lại
set-up-backup-keep-help = Bản cũ nhất bị xóa trước.
set-up-privacy = Số điện thoại người dân
set-up-privacy-keep-contacts-days = Xóa số của người chưa được phục vụ sau
set-up-privacy-keep-contacts-days-help = Số của người đã xong việc thì xóa ngay. 0 là xóa khi hết ngày.
set-up-disk = Chỗ trên đĩa
set-up-disk-warn-below-megabytes = Báo khi còn ít hơn
set-up-disk-warn-below-megabytes-help = Trang Tình trạng sẽ nhắc. 1.000 MB là một gigabyte.

## Việc
set-up-services = Lĩnh vực
set-up-services-code = Mã
set-up-services-code-help = Hệ thống và các quầy gọi lĩnh vực này bằng mã ấy. Không trùng nhau.
set-up-services-prefix = Chữ trước số
set-up-services-prefix-help = Để trống là dùng mã. Nên tránh B, P, T, V vì nghe giống nhau.
set-up-services-name = Tên
set-up-services-name-help = Trên nút của máy lấy số, trên phiếu, ở bàn làm việc.
set-up-services-about = Gồm những gì
set-up-services-about-help = Một dòng dưới tên.
set-up-services-pictogram = Hình
set-up-services-pictogram-help = Cho người không đọc được chữ.
set-up-services-pictogram-a = gia đình
set-up-services-pictogram-c = giấy có dấu
set-up-services-pictogram-d = thửa đất
set-up-services-pictogram-e = bàn tay và trái tim
set-up-services-pictogram-h = ngôi nhà
set-up-services-pictogram-k = cửa hàng
set-up-services-pictogram-m = dấu hỏi
set-up-services-pictogram-x = gạch xây
set-up-services-usual-minutes = Một lượt thường mất
set-up-services-usual-minutes-help = Thời gian chờ ước tính bắt đầu từ đây, rồi tự học từ các lượt thật.
set-up-services-daily-quota = Máy phát mỗi ngày nhiều nhất
set-up-services-daily-quota-help = Để trống là không giới hạn. Cán bộ vẫn cấp thêm được.
set-up-services-ask-cases = Máy lấy số hỏi mấy hồ sơ
set-up-services-ask-cases-help = { "" }
set-up-services-cases-max = Hồ sơ của mỗi số, nhiều nhất
set-up-services-cases-max-help = Mỗi hồ sơ được tính là một lượt khi ước tính thời gian chờ. Để trống là 20.
set-up-services-appointment-minutes = Khung giờ hẹn dài
set-up-services-appointment-minutes-help = Để trống là lĩnh vực này không nhận hẹn.
set-up-services-appointments-per-slot = Mỗi khung giờ nhận
set-up-services-appointments-per-slot-help = Chừa chỗ cho người không hẹn: nửa sức của các quầy, hoặc ít hơn. Để trống là 1.
set-up-services-fee = Lệ phí
set-up-services-fee-help = Hiện ở máy lấy số.
set-up-services-wish = Lời chúc trên phiếu
set-up-services-wish-help = Đừng dùng cho hộ tịch: ở đó còn có việc khai tử.
set-up-services-documents = Giấy tờ cần mang
set-up-services-documents-help = { "" }
set-up-services-documents-name = Tên giấy tờ
set-up-services-documents-name-help = Ở máy lấy số, trên điện thoại, ở bàn làm việc.
set-up-services-documents-note = Ghi chú
set-up-services-documents-note-help = Một dòng nhỏ bên dưới.
set-up-services-documents-slip = Viết ngắn trên phiếu
set-up-services-documents-slip-help = Để trống là in cả tên.

## Quầy
set-up-counters = Quầy
set-up-counters-number = Số quầy
set-up-counters-number-help = Như trên biển ở quầy. Không trùng nhau.
set-up-counters-services = Nhận lĩnh vực
set-up-counters-services-help = Quầy gọi người của những lĩnh vực này.
set-up-counters-helps-with = Giúp thêm
set-up-counters-helps-with-help = Khi người của lĩnh vực ấy đã chờ lâu, quầy này gọi giúp theo thứ tự giờ.
set-up-counters-helps-after-minutes = Giúp khi họ đã chờ
set-up-counters-helps-after-minutes-help = Thời gian ưu tiên cũng được tính.
set-up-counters-direction = Hướng đi từ màn hình
set-up-counters-direction-help = Người nhìn màn hình phòng chờ thì đi hướng nào.
set-up-counters-direction-left = bên trái
set-up-counters-direction-right = bên phải
set-up-counters-direction-up = đi thẳng hoặc lên tầng
set-up-counters-direction-back = phía sau

## Những gì cán bộ chọn
set-up-call-reasons = Lý do gọi không theo thứ tự
set-up-call-reasons-id = Tên ngắn
set-up-call-reasons-id-help = Được lưu cùng lượt gọi. Đã dùng rồi thì nên giữ nguyên.
set-up-call-reasons-name = Lý do
set-up-call-reasons-name-help = Như bàn làm việc hiện.
set-up-pause-reasons = Lý do tạm nghỉ
set-up-pause-reasons-id = Tên ngắn
set-up-pause-reasons-id-help = Được lưu cùng lần nghỉ. Đã dùng rồi thì nên giữ nguyên.
set-up-pause-reasons-name = Lý do
set-up-pause-reasons-name-help = Cả phòng chờ đọc được.
set-up-pause-reasons-usual-minutes = Thường mất
set-up-pause-reasons-usual-minutes-help = Để phòng chờ biết đến mấy giờ. Để trống nếu không ai biết.
set-up-outcomes = Kết quả của lượt
set-up-outcomes-id = Tên ngắn
set-up-outcomes-id-help = Được lưu cùng lượt. Đã dùng rồi thì nên giữ nguyên.
set-up-outcomes-name = Kết quả
set-up-outcomes-name-help = Như bàn làm việc hiện.
set-up-priorities = Diện ưu tiên
set-up-priorities-id = Tên ngắn
set-up-priorities-id-help = Chỉ tên này được lưu. Không bao giờ in, hiện hay đọc.
set-up-priorities-name = Tên
set-up-priorities-name-help = Như máy lấy số hỏi.
set-up-priorities-pictogram = Hình
set-up-priorities-pictogram-help = { "" }
set-up-priorities-pictogram-elder = người cao tuổi
set-up-priorities-pictogram-preg = phụ nữ mang thai
set-up-priorities-pictogram-wheel = xe lăn
set-up-priorities-pictogram-merit = huân chương
set-up-priorities-pictogram-child = trẻ nhỏ
set-up-priorities-head-start-minutes = Được tính sớm hơn
set-up-priorities-head-start-minutes-help = Ai đến trước hơn bấy nhiêu phút thì vẫn được gọi trước.

## Người
set-up-officers = Cán bộ ở quầy
set-up-officers-name = Họ và tên
set-up-officers-name-help = Để đăng nhập, và ở quầy. Không trùng nhau.
set-up-officers-title = Chức danh
set-up-officers-title-help = Bên cạnh tên ở quầy.
set-up-officers-directory = Tên trong hệ thống tài khoản chung
set-up-officers-directory-help = Chỉ khi văn phòng có dùng hệ thống ấy. Không trùng nhau.
set-up-supervisors = Người điều hành
set-up-supervisors-name = Họ và tên
set-up-supervisors-name-help = Để đăng nhập, và ở quầy. Không trùng nhau.
set-up-supervisors-title = Chức danh
set-up-supervisors-title-help = Bên cạnh tên ở quầy.
set-up-supervisors-directory = Tên trong hệ thống tài khoản chung
set-up-supervisors-directory-help = Chỉ khi văn phòng có dùng hệ thống ấy. Không trùng nhau.
set-up-receptionists = Người tiếp đón
set-up-receptionists-name = Họ và tên
set-up-receptionists-name-help = Để đăng nhập. Không trùng nhau.
set-up-receptionists-directory = Tên trong hệ thống tài khoản chung
set-up-receptionists-directory-help = Chỉ khi văn phòng có dùng hệ thống ấy. Không trùng nhau.
set-up-inspectors = Người kiểm tra
set-up-inspectors-name = Họ và tên
set-up-inspectors-name-help = Để đăng nhập. Chỉ xem, không sửa gì.
set-up-inspectors-directory = Tên trong hệ thống tài khoản chung
set-up-inspectors-directory-help = Chỉ khi văn phòng có dùng hệ thống ấy. Không trùng nhau.
set-up-administrators = Người quản trị
set-up-administrators-name = Họ và tên
set-up-administrators-name-help = Để đăng nhập. Không trùng nhau.
set-up-administrators-directory = Tên trong hệ thống tài khoản chung
set-up-administrators-directory-help = Chỉ khi văn phòng có dùng hệ thống ấy. Không trùng nhau.

## Bảng chiếu
set-up-slides = Bảng chiếu
set-up-slides-title = Tiêu đề
set-up-slides-title-help = { "" }
set-up-slides-picture = Hình ảnh
set-up-slides-picture-help = Hình nằm trọn trong bảng chiếu, không bị cắt.
set-up-slides-picture-title = Hình cho thấy gì
set-up-slides-picture-title-help = Dành cho người không nhìn thấy hình: phần mềm đọc màn hình sẽ đọc câu này.
set-up-slides-rows = Dòng
set-up-slides-rows-help = { "" }
set-up-slides-rows-figure = Ký hiệu lớn
set-up-slides-rows-figure-help = Ở đầu dòng, chung cho mọi ngôn ngữ.
set-up-slides-rows-lead = Từ đầu
set-up-slides-rows-lead-help = Viết đậm.
set-up-slides-rows-text = Phần sau
set-up-slides-rows-text-help = { "" }
