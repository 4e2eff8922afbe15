### Trang quản trị: văn phòng thế nào, và phải làm gì. Mỗi việc hỏng có một câu (-lead) và từng bước.

admin-title = Tình trạng văn phòng
admin-nav = Các trang quản trị
admin-nav-state = Tình trạng
admin-nav-set-up = Thiết lập
admin-nav-people = Người dùng
admin-nav-devices = Thiết bị
admin-nav-order = Thứ tự gọi
admin-nav-preview = Thử quy tắc
admin-nav-audit = Sổ thay đổi
admin-nav-account = Tài khoản
admin-nav-start = Trang đầu
admin-language = English

## Tất cả đều tốt, hoặc không
admin-asking = Đang hỏi máy chủ…
admin-well = Văn phòng đang chạy tốt.
admin-well-more = Không có việc gì phải làm. Trang này tự cập nhật.
admin-troubles =
    { $count ->
       *[other] Có { $count } việc cần làm
    }
admin-what-to-do = Việc cần làm
admin-machine-says = Máy báo:
admin-parts = Từng phần
admin-sign-ok = tốt
admin-sign-warn = cần xem
admin-sign-bad = cần sửa ngay
admin-sign-none = để biết
admin-unknown = chưa rõ

## Người chưa đăng nhập quản trị
admin-visitor = Đây là những gì ai cũng xem được. Để xem từng phần và từng bước phải làm, hãy đăng nhập bằng tên của người quản trị, hoặc mở trang này trên chính máy chủ của văn phòng.
admin-only = Trang này dành cho người quản trị. Mời đăng nhập bằng tên người quản trị.
admin-no-server = Không nối được với máy chủ. Trang này tự thử lại; việc phát số ở máy khác có thể vẫn chạy.
admin-sign-in = Đăng nhập

## Ngày giờ
admin-today = hôm nay
admin-yesterday = hôm qua
admin-tomorrow = ngày mai
admin-moment = { $day } lúc { $time }

## Từng phần
admin-orders = Lấy số, gọi số
admin-orders-accepted = Đang nhận
admin-orders-accepted-more = Nhận việc nào là đã lưu xuống đĩa việc ấy.
admin-orders-disk-full = Đang từ chối: đĩa đầy
admin-orders-storage-failed = Đang từ chối: không ghi được vào đĩa
admin-orders-refused-more = Các số đã phát vẫn giữ.
admin-disk = Đĩa chứa dữ liệu
admin-disk-free = còn trống trong { $total }
admin-disk-unknown = Đĩa chưa cho biết còn bao nhiêu chỗ
admin-disk-folder = Thư mục { $folder }
admin-clock = Giờ văn phòng
admin-clock-right = Đồng hồ của máy chủ đáng tin.
admin-clock-machine = Đồng hồ của máy chủ chỉ { $time }, ngày { $date }.
admin-printer = Máy in phiếu
admin-printer-none = Văn phòng này không in phiếu
admin-printer-ready = Sẵn sàng
admin-printer-near-end = Sắp hết giấy
admin-printer-out-of-paper = Hết giấy
admin-printer-cover-open = Mở nắp
admin-printer-offline = Không nối được
admin-printer-unknown = Máy in không cho biết
admin-printer-error = Báo lỗi
admin-slips =
    { $count ->
        [0] Không có phiếu nào chờ in.
       *[other] { $count } phiếu đang chờ in.
    }
admin-backup = Bản sao lưu
admin-backup-newest = { $day }, { $size }
admin-backup-none = Chưa có bản nào
admin-backup-rehearsal = Buổi tập huấn không được sao lưu
admin-backup-next = Bản kế tiếp: { $when }.
admin-backup-folder = Thư mục { $folder }
admin-journal = Sổ của văn phòng
admin-journal-events =
    { $count ->
       *[other] việc đã ghi
    }
admin-journal-since =
    { $count ->
       *[other] việc đã ghi từ { $date }
    }
admin-journal-days =
    { $count ->
        [0] Chưa có ngày nào khóa sổ.
       *[other] { $days } ngày đã khóa sổ.
    }
admin-journal-size = { $size } trên đĩa.
admin-journal-opened = Lần khởi động gần nhất đọc sổ trong { $seconds } giây.
admin-screens = Màn hình đang nối
admin-screens-open =
    { $count ->
       *[other] màn hình
    }
admin-screens-walls =
    { $count ->
       *[other] { $count } màn hình phòng chờ
    }
admin-screens-kiosks =
    { $count ->
       *[other] { $count } máy lấy số
    }
admin-screens-counters =
    { $count ->
       *[other] { $count } màn hình quầy
    }
admin-screens-desks =
    { $count ->
       *[other] { $count } bàn làm việc
    }
admin-screens-phones =
    { $count ->
       *[other] { $count } điện thoại
    }
admin-program = Chương trình
admin-program-version = phiên bản của Mời
admin-program-started = Chạy từ { $when }.

## Đĩa đầy
admin-disk-full-lead = Chưa lấy số và gọi số được. Các số đã phát vẫn giữ. Đĩa còn trống { $free } trong { $total }.
admin-disk-full-find = Trên máy chủ của văn phòng, mở ổ đĩa có thư mục { $folder }.
admin-disk-full-tidy = Xóa những gì không phải của Mời: tệp tải về, phim ảnh cũ, thùng rác, nhật ký cũ của máy.
admin-disk-full-backups = Vẫn chưa đủ: chép các bản sao lưu cũ trong { $backups } sang USB rồi xóa ở đây. Giữ lại bản mới nhất.
admin-disk-full-keep = Các phiếu in ra tệp trong { $folder }/slips có thể xóa. Không xóa gì khác trong { $folder }: đó là sổ của văn phòng.
admin-disk-full-wait = Có chỗ là văn phòng tự nhận việc lại sau vài giây, không cần khởi động lại. Không làm được: gọi người phụ trách máy.

## Không ghi được vào đĩa
admin-storage-failed-lead = Chưa lấy số và gọi số được: máy chủ không ghi được vào đĩa. Các số đã phát vẫn giữ.
admin-storage-failed-plug = Xem đĩa có còn nối chắc với máy chủ không: dây, đầu cắm, đèn báo.
admin-storage-failed-save = Chép bản sao lưu mới nhất, { $file } trong { $backups }, sang USB và giữ cẩn thận.
admin-storage-failed-call = Gọi người phụ trách máy, đọc cho họ dòng “Máy báo” ở dưới.
admin-storage-failed-wait = Đĩa ghi được là văn phòng tự nhận việc lại sau vài giây. Phải thay máy: cài Mời lên máy mới, rồi đưa bản sao lưu vào bằng lệnh moi restore.

## Đĩa sắp đầy
admin-disk-short-title = Đĩa của máy chủ sắp đầy
admin-disk-short-lead = Còn trống { $free } trong { $total }. Văn phòng vẫn chạy; hết chỗ thì không lấy số và gọi số được nữa.
admin-disk-short-tidy = Dọn ổ đĩa có thư mục { $folder }: tệp tải về, phim ảnh cũ, thùng rác.
admin-disk-short-backups = Để các bản sao lưu sang đĩa khác, ví dụ một USB: sửa folder dưới [backup] trong tệp thiết lập.
admin-disk-short-keep = Không xóa gì khác trong { $folder }: đó là sổ của văn phòng.

## Người đang chờ mà chưa quầy nào gọi
admin-stranded-title = Có người chờ mà chưa quầy nào gọi
admin-stranded-lead = { $stranded }
admin-stranded-open = Nhờ mở một trong các quầy này: cán bộ đăng nhập ở quầy rồi bấm Enter.
admin-stranded-tell = Nếu hôm nay không ai nhận lĩnh vực này, báo cho người đang chờ biết khi nào nên quay lại.

## Đồng hồ
admin-clock-unset-lead = Máy chỉ { $machine }. Số vẫn được phát, theo giờ riêng của văn phòng: { $office }.
admin-clock-unset-set = Đặt lại ngày giờ của máy chủ cho đúng.
admin-clock-unset-network = Nối máy chủ với mạng thì đồng hồ tự đúng.
admin-clock-unset-wait = Không cần khởi động lại Mời: giờ văn phòng tự theo sau ít phút.
admin-clock-unset-battery = Lần bật máy nào cũng bị như vậy: thay pin đồng hồ của máy.
admin-clock-behind-lead = Máy chỉ { $machine }, sớm hơn những việc đã ghi. Số vẫn được phát, theo giờ văn phòng: { $office }.
admin-clock-behind-compare = So ngày giờ của máy chủ với một đồng hồ đúng.
admin-clock-behind-wrong = Máy sai: đặt lại cho đúng.
admin-clock-behind-right = Máy đúng: không phải làm gì. Trước đó đồng hồ đã chạy quá; ngày làm việc tự được sửa khi không còn ai chờ, hoặc lúc nửa đêm.
admin-clock-jumped-lead = Máy vừa nhảy sang { $machine }. Văn phòng vẫn theo giờ của mình: { $office }.
admin-clock-jumped-compare = So ngày giờ của máy chủ với một đồng hồ đúng.
admin-clock-jumped-wrong = Máy sai: sửa ngay trong năm phút, kẻo sang ngày khác và người đang chờ mất số.
admin-clock-jumped-right = Máy đúng: không phải làm gì, văn phòng tự theo sau năm phút.
admin-clock-ahead-lead = Máy chỉ { $machine }, cách những việc đã ghi trước đó hơn 30 ngày.
admin-clock-ahead-compare = So ngày giờ của máy chủ với một đồng hồ đúng.
admin-clock-ahead-wrong = Máy sai: đặt lại cho đúng.
admin-clock-ahead-right = Máy đúng: không phải làm gì, ngày mai thông báo này tự hết.

## Máy in
admin-printer-near-end-lead = Phiếu vẫn in, chỉ còn ít giấy.
admin-printer-near-end-roll = Để sẵn một cuộn giấy mới cạnh máy in.
admin-printer-near-end-change = Lúc vắng người, mở nắp, thay cuộn, đóng nắp.
admin-printer-out-of-paper-lead = Số vẫn được phát và hiện trên máy lấy số, nhưng không có phiếu.
admin-printer-out-of-paper-open = Mở nắp máy in, bỏ lõi cũ ra.
admin-printer-out-of-paper-change = Đặt cuộn mới như hình vẽ trong nắp, kéo giấy ra một đoạn, đóng nắp.
admin-printer-out-of-paper-again = Phiếu in tiếp từ số kế. Ai đã lấy số mà không có phiếu thì số vẫn giữ.
admin-printer-cover-open-lead = Số vẫn được phát và hiện trên máy lấy số, nhưng không có phiếu.
admin-printer-cover-open-close = Ấn nắp máy in xuống đến khi nghe tiếng khớp.
admin-printer-cover-open-look = Vẫn báo mở nắp: mở ra, gỡ giấy kẹt ở mép, đóng lại.
admin-printer-offline-lead = Số vẫn được phát và hiện trên máy lấy số, nhưng không có phiếu.
admin-printer-offline-power = Xem máy in có bật và đèn có sáng không.
admin-printer-offline-cable = Xem dây mạng của máy in, cả hai đầu.
admin-printer-offline-again = Tắt máy in mười giây rồi bật lại. Nối được là trang này tự hết báo.
admin-printer-offline-call = Vẫn không được: gọi người phụ trách máy. Địa chỉ của máy in có thể đã đổi; Mời tìm nó theo --printer.
admin-printer-error-lead = Số vẫn được phát và hiện trên máy lấy số, nhưng không có phiếu.
admin-printer-error-jam = Tắt máy in, mở nắp, gỡ giấy kẹt ở dao cắt.
admin-printer-error-again = Đóng nắp, bật lại.
admin-printer-error-call = Vẫn báo lỗi: gọi người phụ trách máy in.

## Sao lưu
admin-backup-failed-lead = Văn phòng vẫn chạy, nhưng không có bản sao mới. Bản mới nhất: { $newest }.
admin-backup-failed-folder = Xem thư mục { $backups } có còn đó không. Là USB thì xem có còn cắm không.
admin-backup-failed-room = Xem chỗ ấy có còn trống không; bản sao lưu cũ xóa được, trừ bản mới nhất.
admin-backup-failed-right = Xem người dùng chạy Mời có được ghi vào đó không.
admin-backup-failed-wait = Năm phút một lần Mời tự thử lại. Có bản mới là thông báo này tự hết.
admin-backup-ahead-lead = Có bản sao lưu ghi ngày muộn hơn bây giờ, { $now }. Bản ấy không được tính; các bản khác vẫn được sao và giữ như thường.
admin-backup-ahead-compare = So ngày giờ của máy chủ với một đồng hồ đúng. Máy sai thì chỉnh lại.
admin-backup-ahead-wait = Máy đúng thì trước đó đồng hồ từng chạy nhanh: tệp { $ahead } trong { $backups } sẽ tự được xóa khi có bản sao mới. Xóa tay cũng được.

## Sổ bị hỏng
admin-journal-damaged-lead = Vẫn lấy số và gọi số như thường. Nhưng một phần sổ của văn phòng trên đĩa bị hỏng, nên không có bản sao lưu mới. Bản mới nhất: { $newest }.
admin-journal-damaged-keep = Không xóa bản sao lưu nào trong { $backups }, và chép chúng sang USB: ngày bị hỏng vẫn còn nguyên trong đó.
admin-journal-damaged-call = Gọi người phụ trách máy, đọc cho họ dòng “Máy báo” bên dưới. Dòng ấy cho biết tệp nào, và ngày nào nếu biết được.
admin-journal-damaged-mend = Cuối ngày: dừng Mời, chạy moi journal mend --from TỆP-SAO-LƯU --data { $folder } với bản sao lưu mới nhất. Lệnh này lấy lại các ngày bị hỏng và không đụng đến gì khác. Sau đó chạy lại Mời.
admin-journal-damaged-restore = Không lấy lại được ngày ấy: thử như vậy với bản sao lưu cũ hơn. Nếu phần của hôm nay bị hỏng: dùng moi restore đưa bản sao lưu mới nhất vào một thư mục mới.
admin-journal-damaged-disk = Nhờ kiểm tra ổ đĩa: nó đã làm mất thứ từng ghi vào.
admin-sealing-failed-lead = Vẫn lấy số và gọi số như thường, không mất gì. Nhưng chưa cất được các ngày đã qua.
admin-sealing-failed-room = Xem đĩa chứa thư mục { $folder } có còn chỗ không: còn trống { $free }.
admin-sealing-failed-plug = Xem ổ đĩa có còn nối chắc với máy chủ không: dây, phích cắm, đèn.
admin-sealing-failed-wait = Sang ngày mới, hoặc khi khởi động lại, Mời tự thử lại. Được rồi thì thông báo này tự hết.
admin-sealing-failed-call = Mấy ngày vẫn còn: gọi người phụ trách máy, đọc cho họ dòng “Máy báo” bên dưới.

## Mất máy chủ
admin-lost-title = Không nối được máy chủ
admin-lost-lead = Những gì khác trên trang này là của lúc { $time }, nay có thể đã khác.
admin-lost-lead-never = Chưa biết văn phòng thế nào.
admin-lost-machine = Xem máy chủ của văn phòng có đang bật không.
admin-lost-network = Xem dây mạng hoặc Wi-Fi giữa máy này và máy chủ.
admin-lost-wait = Nối lại được là trang này tự cập nhật, không cần tải lại.

## Cửa vào từ mạng
admin-doors = Cửa vào từ mạng
admin-doors-connections =
    { $count ->
       *[other] kết nối đang mở, tối đa { $most }
    }
admin-doors-plain = Các trang chưa được mã hóa (--tls).
admin-doors-self-made = Đã mã hóa bằng chứng thư do văn phòng tự tạo, dùng đến { $date }. Chứng thư tự gia hạn.
admin-doors-given = Đã mã hóa, chứng thư dùng đến { $date }.
admin-doors-fingerprint = Dấu vân tay của chứng thư, SHA-256: { $fingerprint }
admin-doors-names = Từ chối vì gọi bằng tên không phải của văn phòng: { $times } lần.
admin-doors-origins = Từ chối yêu cầu do trang khác gửi: { $times } lần.
admin-doors-heads = Từ chối vì phần đầu quá dài: { $times } lần.
admin-doors-connections-of-address = Từ chối kết nối của một địa chỉ đã có quá nhiều: { $times } lần. Nhiều điện thoại chung một bộ định tuyến? --connections-per-address
admin-doors-connections-all = Từ chối kết nối vì đã có quá nhiều: { $times } lần.
admin-doors-slow = Đóng kết nối vì quá chậm: { $times } lần.
admin-doors-sockets = Màn hình và điện thoại không còn chỗ: { $times } lần.
admin-doors-sign-ins = Từ chối đăng nhập của một địa chỉ thử quá nhiều: { $times } lần.
admin-doors-bookings = Từ chối đặt hẹn của một địa chỉ đặt quá nhiều: { $times } lần.
admin-doors-misses = Yêu cầu dò tìm bị bắt chờ: { $times } lần.
admin-doors-requests = Từ chối yêu cầu của một địa chỉ hỏi quá nhiều: { $times } lần.
admin-doors-calls = Từ chối yêu cầu của một người hoặc chương trình hỏi quá nhiều: { $times } lần.
admin-doors-kiosk-tickets = Máy lấy số vừa phát nhiều nên tạm ngừng: { $times } lần. Có ai bấm liên tục chăng? tickets_per_minute
admin-certificate-over-title = Chứng thư đã hết hạn
admin-certificate-over-lead = Chứng thư của các trang hết hạn ngày { $ends }: trình duyệt không mở trang, hoặc cảnh báo.
admin-certificate-over-renew = Lấy chứng thư mới ở nơi đã cấp; đa số tự gia hạn, và việc đó đã không thành.
admin-certificate-over-files = Đặt tệp mới vào chỗ tệp cũ (--tls). Mời tự nhận tệp mới.
admin-certificate-over-wait = Trong nửa phút, thông báo này tự hết.
admin-certificate-short-title = Chứng thư sắp hết hạn
admin-certificate-short-lead = Chứng thư của các trang hết hạn ngày { $ends }. Sau đó trình duyệt không mở trang, hoặc cảnh báo.
admin-certificate-short-renew = Lấy chứng thư mới ở nơi đã cấp; đa số tự gia hạn, và việc đó đã không thành.
admin-certificate-short-files = Đặt tệp mới vào chỗ tệp cũ (--tls). Mời tự nhận tệp mới.
admin-certificate-short-wait = Trong nửa phút, thông báo này tự hết.
admin-certificate-failed-title = Chứng thư mới không dùng được
admin-certificate-failed-lead = Các trang vẫn được mã hóa bằng chứng thư cũ đến { $ends }, vì chứng thư mới không dùng được.
admin-certificate-failed-pair = Xem chứng thư và khóa có đi cùng nhau không, và hai tệp có nguyên vẹn không.
admin-certificate-failed-right = Xem người dùng chạy Mời có được đọc hai tệp ấy không.
admin-certificate-failed-wait = Khi tệp đã đúng, Mời tự nhận trong nửa phút.
