### Điều gì không được và phải làm gì: mỗi mã lỗi của API có một tiêu đề (-title) và một câu (-detail).

## Gửi lên không đúng
problems-unknown-service-title = Không có lĩnh vực này
problems-unknown-service-detail = Không có lĩnh vực nào mang mã { $service }. Hãy chọn lại trong danh sách lĩnh vực.
problems-ticket-expired-title = Số đã hết hiệu lực
problems-ticket-expired-detail = Số { $number } của ngày { $day } đã hết hiệu lực khi hết ngày. Mời lấy số mới.
problems-too-many-reprints-title = Máy in chưa in kịp
problems-too-many-reprints-detail = Đang có quá nhiều phiếu chờ in lại: phiếu này không được in. Hãy xem lại máy in, hoặc ghi số ra giấy.
problems-unknown-counter-title = Không có quầy này
problems-unknown-counter-detail = Văn phòng không có quầy { $counter }. Hãy chọn lại trong danh sách quầy.
problems-unknown-day-title = Không có dữ liệu của ngày này
problems-unknown-day-detail = Nhật ký không có gì của ngày này. Hãy chọn một ngày văn phòng có làm việc.
problems-journal-unreadable-title = Chưa đọc được ngày này
problems-journal-unreadable-detail = Nhật ký của ngày này chưa đọc được. Việc phát số vẫn bình thường. Người phụ trách hãy chạy moi verify để biết chỗ hỏng.
problems-unknown-target-title = Không có quầy này
problems-unknown-target-detail = Văn phòng không có quầy { $counter } để chuyển đến. Hãy chọn quầy khác.
problems-unknown-reason-title = Không có lý do này
problems-unknown-reason-detail = Không có lý do nào mang mã { $reason }. Hãy chọn lại.
problems-unknown-pause-reason-title = Không có lý do này
problems-unknown-pause-reason-detail = Không có lý do tạm nghỉ nào có mã { $reason }. Hãy chọn lý do khác.
problems-unknown-ticket-title = Không tìm thấy số này
problems-unknown-ticket-detail = Không có số nào mang mã này, hoặc số của ngày trước đã hết giá trị. Hãy lấy số mới, hoặc hỏi cán bộ.
problems-unknown-priority-title = Không có diện ưu tiên này
problems-unknown-priority-detail = Không có diện ưu tiên nào mang mã { $priority }. Hãy chọn lại, hoặc lấy số thường.
problems-key-reused-title = Khóa lặp lại đã dùng cho việc khác
problems-key-reused-detail = Khóa Idempotency-Key này đã được gửi với một yêu cầu khác. Mỗi yêu cầu mới cần một khóa mới.
problems-invalid-body-title = Nội dung gửi lên không đúng
problems-invalid-body-detail = Máy chủ không đọc được yêu cầu này: { $reason }
problems-body-too-large-title = Nội dung gửi lên quá lớn
problems-body-too-large-detail = Một yêu cầu chỉ được dài tối đa { $bytes_max } byte.
problems-unsupported-media-type-title = Kiểu nội dung không đúng
problems-unsupported-media-type-detail = Nội dung phải là JSON và được gửi với kiểu application/json.
problems-invalid-phone-title = Số điện thoại chưa đúng
problems-invalid-phone-detail = Số này không gọi được. Mời ghi như 0912 345 678; số nước ngoài bắt đầu bằng dấu + và mã nước.
problems-wrong-set-up-title = Bản cấu hình chưa đúng
problems-wrong-set-up-detail = Có { $count } chỗ phải sửa. Hãy sửa hết rồi thử lại.
problems-unusable-set-up-title = Bản cấu hình chưa dùng được
problems-unusable-set-up-detail = Các quy tắc không dùng được bản cấu hình này: { $reason }
problems-not-found-title = Không có gì ở địa chỉ này
problems-not-found-detail = Hãy xem lại địa chỉ. Trang đầu có đường dẫn đến mọi trang.
problems-upgrade-required-title = Địa chỉ cho màn hình tự cập nhật
problems-upgrade-required-detail = Địa chỉ này chỉ dùng cho WebSocket. Trang đầu có liên kết đến trang của từng màn hình.
problems-method-not-allowed-title = Địa chỉ này không nhận cách gọi như vậy
problems-method-not-allowed-detail = Địa chỉ này có, nhưng cần một phương thức HTTP khác. Tài liệu API cho biết phương thức nào.

## Quầy chưa làm được việc này
problems-counter-closed-title = Quầy đang đóng
problems-counter-closed-detail = Quầy { $counter } đang đóng. Hãy mở quầy trước.
problems-counter-paused-title = Quầy đang tạm nghỉ
problems-counter-paused-detail = Quầy { $counter } đang tạm nghỉ. Hãy mở lại quầy trước.
problems-set-up-moved-title = Thiết lập vừa được người khác thay đổi
problems-set-up-moved-detail = Có người đã sửa thiết lập sau khi bạn mở trang này. Hãy xem thay đổi đó rồi sửa lại phần của bạn.
problems-counter-in-use-title = Quầy đang được sử dụng
problems-counter-in-use-detail = Quầy { $counter } đang mở hoặc đang có người. Hãy đóng quầy trước khi bỏ quầy khỏi thiết lập.
problems-would-strand-title = Sẽ có người chờ mà không ai gọi
problems-would-strand-detail = Với thiết lập này, không quầy nào phục vụ được { $tickets ->
    [0] { $appointments } lịch hẹn đã đặt
   *[other] { $tickets } số đang chờ ({ $numbers })
  }. Hãy phục vụ xong trước, hoặc xác nhận là vẫn thay đổi.
problems-set-up-in-file-title = Thiết lập nằm trong một tệp
problems-set-up-in-file-detail = Bộ phận này được khởi động với tệp { $file } nên phải sửa thiết lập ở đó. Muốn sửa trên trang này, hãy nạp tệp bằng moi office import rồi khởi động Moi không kèm --config.
problems-wrong-set-up-code-title = Mã không đúng
problems-wrong-set-up-code-detail = Mã cài đặt nằm trong cửa sổ dòng lệnh, nơi Moi vừa được khởi động. Mỗi lần khởi động có mã mới; cài đặt xong thì không còn mã nữa.
problems-counter-taken-title = Quầy đã có người
problems-counter-taken-detail = { $officer } đang làm việc ở quầy { $counter }. Hãy chọn quầy khác, hoặc nhờ người đó đóng quầy.
problems-counter-not-yours-title = Đây không phải quầy của bạn
problems-counter-not-yours-detail = Quầy { $counter } do { $officer } mở. Bạn chỉ gọi số được ở quầy mà bạn đã mở.

## Số chưa làm được việc này
problems-transfer-to-itself-title = Số đang ở quầy này
problems-transfer-to-itself-detail = Số này đang ở quầy { $counter }. Hãy chọn quầy hoặc lĩnh vực khác.
problems-ticket-not-free-title = Số này không gọi được
problems-ticket-not-free-detail = Số { $number } đang ở quầy hoặc đã xong, nên không gọi được.
problems-reason-missing-title = Cần nêu lý do
problems-reason-missing-detail = Số { $number } chưa đến lượt. Hãy chọn lý do gọi trước.
problems-unknown-outcome-title = Không có kết quả này
problems-unknown-outcome-detail = Không có kết quả nào mang mã { $outcome }. Hãy chọn lại.
problems-service-twice-title = Lĩnh vực bị chọn hai lần
problems-service-twice-detail = Lĩnh vực { $service } đã có trên phiếu. Hãy chọn lĩnh vực khác.
problems-too-many-services-title = Quá nhiều lĩnh vực
problems-too-many-services-detail = Một phiếu dùng cho nhiều nhất { $most } lĩnh vực. Hãy lấy thêm một phiếu cho phần còn lại.
problems-too-many-cases-title = Quá nhiều hồ sơ
problems-too-many-cases-detail = Một phiếu của lĩnh vực { $service } dùng cho nhiều nhất { $most } người hoặc hồ sơ. Hãy lấy thêm một phiếu cho phần còn lại.
problems-note-other-ticket-title = Số khác đang ở quầy
problems-note-other-ticket-detail = Số { $number } không còn ở quầy này, nên ghi chú chưa được lưu.
problems-note-too-long-title = Ghi chú quá dài
problems-note-too-long-detail = Ghi chú có nhiều nhất { $most } ký tự. Hãy viết ngắn hơn.
problems-outcome-missing-title = Cần ghi kết quả
problems-outcome-missing-detail = Chưa ghi kết quả của số { $number }. Hãy bấm 6 để ghi, rồi làm lại.
problems-grant-forbidden-title = Không được xếp ưu tiên ở đây
problems-grant-forbidden-detail = Ở bộ phận này, số { $number } chỉ được xếp ưu tiên ở nơi khác: cán bộ tại quầy, quầy tiếp đón hoặc máy lấy số.
problems-no-visit-title = Quầy không có ai
problems-no-visit-detail = Quầy { $counter } chưa gọi số nào. Hãy gọi người tiếp theo trước.
problems-not-called-title = Số này không còn đang gọi
problems-not-called-detail = Số { $number } đã được phục vụ, nên không gọi lại hay báo vắng mặt được nữa.
problems-already-serving-title = Đã bắt đầu phục vụ
problems-already-serving-detail = Số { $number } đã đến quầy và đang được phục vụ.
problems-recall-too-early-title = Vừa gọi xong
problems-recall-too-early-detail = Số { $number } vừa được gọi. Hãy chờ { $seconds } giây nữa rồi gọi lại.
problems-no-show-too-early-title = Chưa báo vắng mặt được
problems-no-show-too-early-detail = { $recalls ->
        [0] Hãy chờ số { $number } thêm { $seconds } giây để bà con kịp đến quầy.
       *[other] Hãy gọi lại số { $number } thêm { $recalls } lần nữa, rồi mới báo vắng mặt.
    }
problems-ticket-called-title = Quầy đang gọi một số
problems-ticket-called-detail = Số { $number } đang được gọi. Hãy bắt đầu phục vụ hoặc báo vắng mặt, rồi mới nghỉ hay đóng quầy.
problems-people-wait-title = Còn người chờ mà không quầy nào khác gọi
problems-people-wait-detail = Còn { $waiting } người chờ, ngoài Quầy { $counter } không quầy nào đang mở gọi họ. Hãy cho biết: để họ chờ tiếp, hay chuyển sang quầy hoặc lĩnh vực khác.
problems-ticket-not-waiting-title = Số này không còn chờ
problems-ticket-not-waiting-detail = Số { $number } không còn trong hàng chờ, nên không trả lại được nữa.
problems-undo-off-title = Không hoàn tác được
problems-undo-off-detail = Ở đây không dùng chức năng hoàn tác. Nếu bấm nhầm, hãy gọi lại số đó bằng phím *.
problems-nothing-to-undo-title = Không có gì để hoàn tác
problems-nothing-to-undo-detail = Quầy { $counter } chưa làm bước nào, hoặc bước vừa rồi đã được hoàn tác.
problems-undo-too-late-title = Đã quá lúc hoàn tác
problems-undo-too-late-detail = Chỉ hoàn tác được trong { $seconds } giây sau khi bấm. Nếu bấm nhầm, hãy gọi lại số đó bằng phím *.
problems-undo-recall-title = Không hoàn tác được lần gọi lại
problems-undo-recall-detail = Loa đã gọi lại rồi, nên không rút lại được. Các phím khác vẫn dùng như thường.
problems-undo-overtaken-title = Số này đã đi tiếp
problems-undo-overtaken-detail = { $state ->
        [called] Không hoàn tác được: số { $number } đã được gọi vào một quầy.
        [serving] Không hoàn tác được: số { $number } đang được phục vụ.
        [waiting] Không hoàn tác được: số { $number } đang chờ với chỗ khác.
        [cancelled] Không hoàn tác được: người dân đã trả lại số { $number }.
       *[other] Không hoàn tác được: số { $number } đã có bước khác.
    }
problems-ticket-not-away-title = Số này không vắng
problems-ticket-not-away-detail = Số { $number } không được để riêng và cũng không báo vắng mặt, nên không cần cho chờ lại.
problems-return-too-late-title = Quá hạn quay lại
problems-return-too-late-detail = { $minutes ->
        [0] Số { $number } đã vắng mặt khi được gọi. Mời lấy số mới.
       *[other] Số { $number } vắng mặt đã quá { $minutes } phút. Mời lấy số mới.
    }
problems-return-at-reception-title = Báo quay lại ở quầy hướng dẫn
problems-return-at-reception-detail = Mời cầm phiếu số { $number } đến quầy hướng dẫn để được chờ tiếp.
problems-numbers-exhausted-title = Hôm nay đã hết số
problems-numbers-exhausted-detail = Số { $prefix } của hôm nay đã phát hết, số cuối là { $last }. Xin gặp cán bộ ở quầy hướng dẫn.
problems-office-closed-title = Cơ quan đang nghỉ
problems-office-closed-detail = { $reopening ->
    [unknown] Máy lấy số tạm ngừng phát số.
   *[known] Mở cửa lại ngày { $opens_on } lúc { $opens_at }. Máy phát số từ { $tickets_from }.
}
problems-quota-used-title = Hôm nay đã hết lượt
problems-quota-used-detail = Đã phát đủ { $quota } số của hôm nay cho việc này. { $reopening ->
    [unknown] Xin gặp cán bộ ở quầy hướng dẫn.
   *[known] Xin trở lại ngày { $opens_on } từ { $tickets_from }, hoặc gặp cán bộ ở quầy hướng dẫn.
}
problems-day-full-title = Hôm nay người chờ đã đông
problems-day-full-detail = Lấy số cho việc này bây giờ thì không kịp gọi trước giờ nghỉ. { $reopening ->
    [unknown] Xin gặp cán bộ ở quầy hướng dẫn.
   *[known] Xin trở lại ngày { $opens_on } từ { $tickets_from }, hoặc gặp cán bộ ở quầy hướng dẫn.
}
problems-contact-not-needed-title = Không cần số điện thoại nữa
problems-contact-not-needed-detail = Số { $number } không còn chờ gọi, nên không cần để lại số điện thoại.

## Ai được làm
problems-not-signed-in-title = Chưa đăng nhập
problems-not-signed-in-detail = Việc này cần đăng nhập. Nếu đã đăng nhập từ lâu, hãy đăng nhập lại.
problems-not-allowed-title = Không có quyền
problems-not-allowed-detail = Bạn hoặc thiết bị này không có quyền làm việc này. Hãy hỏi người phụ trách.
problems-unknown-host-title = Đây không phải địa chỉ của văn phòng
problems-unknown-host-detail =
    Văn phòng không có tên { $host }. Hãy mở bằng địa chỉ mà cán bộ đã cho. Người phụ trách có thể thêm tên này bằng --host.
problems-address-too-long-title = Địa chỉ quá dài
problems-address-too-long-detail = Một địa chỉ chỉ được dài tối đa { $bytes_max } byte.
problems-head-too-large-title = Phần đầu của yêu cầu quá lớn
problems-head-too-large-detail = Phần đầu (header) của một yêu cầu chỉ được dài tối đa { $bytes_max } byte.
problems-encrypted-only-title = Chỉ nhận khi đã mã hóa
problems-encrypted-only-detail = Địa chỉ này không nhận gì, vì ai trên đường truyền cũng đọc được. Hãy dùng địa chỉ bắt đầu bằng https.
problems-foreign-origin-title = Yêu cầu đến từ trang khác
problems-foreign-origin-detail = Yêu cầu này do trang của một địa chỉ khác gửi, nên bị từ chối. Hãy mở Mời bằng địa chỉ của văn phòng.
problems-wrong-pin-title = Tên hoặc mã PIN chưa đúng
problems-wrong-pin-detail =
    { $attempts_left ->
        [0] Tên hoặc mã PIN chưa đúng. Hãy nghỉ một lát rồi thử lại, hoặc gặp người phụ trách.
       *[other] Tên hoặc mã PIN chưa đúng. Còn { $attempts_left } lần thử.
    }
problems-wrong-password-title = Tên hoặc mật khẩu chưa đúng
problems-wrong-password-detail =
    { $attempts_left ->
        [0] Tên hoặc mật khẩu chưa đúng. Đó là lần thử cuối: hãy chờ năm phút.
       *[other] Tên hoặc mật khẩu chưa đúng. Còn { $attempts_left } lần thử.
    }
problems-wrong-code-title = Mã chưa đúng
problems-wrong-code-detail =
    { $attempts_left ->
        [0] Mã chưa đúng. Đó là lần thử cuối: hãy chờ năm phút.
       *[other] Mã chưa đúng. Hãy gõ mã mà ứng dụng đang hiện. Mỗi mã chỉ dùng một lần; dùng rồi thì chờ mã tiếp theo.
    }
problems-wrong-recovery-code-title = Tên hoặc mã khôi phục chưa đúng
problems-wrong-recovery-code-detail =
    { $attempts_left ->
        [0] Tên hoặc mã khôi phục chưa đúng. Đó là lần thử cuối: hãy chờ năm phút.
       *[other] Tên hoặc mã khôi phục chưa đúng. Mã khôi phục chỉ dùng một lần, trong 15 phút. Hãy xin mã mới.
    }
problems-wrong-device-code-title = Không có thiết bị nào hiện mã này
problems-wrong-device-code-detail =
    { $attempts_left ->
        [0] Không có thiết bị nào hiện mã này. Đó là lần thử cuối: hãy chờ năm phút.
       *[other] Không có thiết bị nào hiện mã này. Hãy so với màn hình của thiết bị. Mã chỉ dùng một lần, trong mười phút.
    }
problems-pin-not-here-title = Máy này không dùng được mã PIN
problems-pin-not-here-detail = Hãy đăng nhập bằng mật khẩu. Hoặc ghép máy này làm máy bàn của cơ quan: trang đăng nhập có hướng dẫn.
problems-second-factor-needed-title = Cần thêm một mã
problems-second-factor-needed-detail = Hãy gõ mã mà ứng dụng trên điện thoại của bạn đang hiện, hoặc một mã dự phòng.
problems-may-not-be-chosen-title = Xin chọn mã khác
problems-may-not-be-chosen-detail =
    { $reason ->
        [short] Mật khẩu có ít nhất 12 ký tự. Một câu ngắn thì dễ nhớ.
        [long] Mật khẩu có nhiều nhất 200 ký tự.
        [no-pin] Mã PIN có đúng sáu chữ số.
       *[guessable] Mã này ai cũng đoán được: quá quen, là một dãy phím, hoặc lấy từ tên người, tên cơ quan.
    }
problems-no-pin-for-role-title = Người này không dùng mã PIN
problems-no-pin-for-role-detail = Người phụ trách, lãnh đạo và người kiểm tra đăng nhập bằng mật khẩu, không dùng mã PIN.
problems-no-password-title = Chưa có mật khẩu
problems-no-password-detail = Hãy đặt mật khẩu trước. Lớp bảo vệ thứ hai đi kèm mật khẩu.
problems-nothing-to-prove-title = Bạn chưa có mã PIN hay mật khẩu ở đây
problems-nothing-to-prove-detail = Bạn đăng nhập bằng hệ thống tài khoản chung nên ở đây chưa có gì để xác nhận. Hãy nhờ người phụ trách cấp mã PIN hoặc mật khẩu (trang Người dùng), rồi đổi ở đây.
problems-no-directory-title = Không có hệ thống tài khoản chung
problems-no-directory-detail = Văn phòng này không dùng hệ thống tài khoản chung. Hãy đăng nhập bằng mã PIN hoặc mật khẩu.
problems-directory-unreachable-title = Không nối được hệ thống tài khoản chung
problems-directory-unreachable-detail = Không nối được hệ thống tài khoản chung. Hãy đăng nhập bằng mã PIN hoặc mật khẩu, hoặc thử lại sau ít phút. Mọi việc khác vẫn chạy.
problems-directory-unusable-title = Chưa dùng được hệ thống tài khoản chung
problems-directory-unusable-detail = Chưa dùng được hệ thống tài khoản chung. Hãy đăng nhập bằng mã PIN hoặc mật khẩu và báo người phụ trách: nhật ký của máy chủ ghi rõ lỗi.
problems-directory-not-believed-title = Không tin được câu trả lời của hệ thống tài khoản chung
problems-directory-not-believed-detail = Không tin được câu trả lời của hệ thống tài khoản chung nên chưa ai được đăng nhập. Hãy thử lại. Nếu vẫn vậy, hãy đăng nhập bằng mã PIN hoặc mật khẩu và báo người phụ trách: nhật ký của máy chủ ghi rõ lý do.
problems-directory-try-over-title = Lần đăng nhập này đã hết hạn
problems-directory-try-over-detail = Lần đăng nhập này đã hết hạn: đã quá mười phút, đã dùng rồi, hoặc bắt đầu ở trình duyệt khác. Hãy làm lại từ đầu.
problems-directory-denied-title = Hệ thống tài khoản chung không cho vào
problems-directory-denied-detail = Hệ thống tài khoản chung không cho vào. Hãy làm lại từ đầu, hoặc đăng nhập bằng mã PIN hay mật khẩu.
problems-unknown-in-directory-title = Ở đây không có ai tên này
problems-unknown-in-directory-detail = Hệ thống tài khoản chung gọi bạn là “{ $name }”, nhưng trong phần cài đặt chưa có ai mang tên đó. Người phụ trách có thể ghi tên này bên cạnh tên bạn.
problems-second-factor-on-title = Lớp bảo vệ thứ hai đang bật
problems-second-factor-on-detail = Hãy tắt trước khi cài lại.
problems-no-second-factor-title = Chưa có lớp bảo vệ thứ hai
problems-no-second-factor-detail = Hãy làm lại từ đầu: quét mã QR rồi gõ mã đầu tiên của ứng dụng.
problems-unknown-person-title = Ở đây không có ai tên này
problems-unknown-person-detail = Người làm việc ở đây được ghi trong phần cài đặt.
problems-unknown-session-title = Không có phiên này
problems-unknown-session-detail = Có thể phiên đã kết thúc. Hãy tải lại danh sách.
problems-unknown-device-title = Không có thiết bị này
problems-unknown-device-detail = Có thể thiết bị đã bị thu hồi. Hãy tải lại danh sách.
problems-pairing-over-title = Mã này đã hết hạn
problems-pairing-over-detail = Thiết bị sẽ xin mã mới.
problems-too-many-devices-title = Quá nhiều thiết bị
problems-too-many-devices-detail = Đã ghép { $most } thiết bị. Hãy thu hồi những thiết bị không còn dùng.
problems-name-taken-title = Tên này đã có
problems-name-taken-detail = Đã có người, thiết bị hoặc mã truy cập tên “{ $name }”. Hãy chọn tên khác.
problems-other-device-role-title = Thiết bị này muốn làm việc khác
problems-other-device-role-detail = Thiết bị có mã này muốn là: { $role }. Hãy xem màn hình của nó rồi nhập mã lại.
problems-bad-name-title = Tên này không dùng được
problems-bad-name-detail = Tên có từ 1 đến 64 ký tự.
problems-no-device-role-title = Không có loại thiết bị này
problems-no-device-role-detail = “{ $role }” không phải là một trong các loại: kiosk, wall, counter-display, printer, rating và desk.
problems-too-many-attempts-title = Sai quá nhiều lần
problems-too-many-attempts-detail = Hãy thử lại sau { $retry_after_seconds } giây. Quên mã PIN: gặp người phụ trách.

## Máy chủ
problems-too-many-sign-ins-title = Đăng nhập quá nhiều lần
problems-too-many-sign-ins-detail = Nơi này đã thử đăng nhập quá nhiều lần. Hãy thử lại sau { $retry_after_seconds } giây.
problems-too-many-requests-title = Quá nhiều yêu cầu
problems-too-many-requests-detail = Nơi này gửi quá nhiều yêu cầu cùng lúc. Hãy thử lại sau { $retry_after_seconds } giây.
problems-kiosk-too-fast-title = Xin chờ một chút
problems-kiosk-too-fast-detail = Máy này vừa phát rất nhiều số. Máy phát số tiếp theo sau { $retry_after_seconds } giây; cần ngay, mời gặp cán bộ.
problems-busy-title = Máy chủ đang bận
problems-busy-detail = Có quá nhiều việc cùng lúc. Hãy thử lại sau vài giây; chưa có gì thay đổi.
problems-storage-failed-title = Máy chủ chưa lưu được
problems-storage-failed-detail = Máy chủ không ghi được vào đĩa, nên chưa nhận việc mới. Các số đã phát vẫn giữ. Hãy báo người phụ trách.
problems-disk-full-title = Đĩa của máy chủ đã đầy
problems-disk-full-detail = Đĩa của máy chủ đã đầy, nên chưa nhận việc mới. Các số đã phát vẫn giữ. Hãy giải phóng chỗ trên đĩa chứa thư mục dữ liệu; các phiếu in ra tệp trong thư mục slips ở đó có thể xóa. Sau vài giây máy chủ tự chạy tiếp.
problems-no-answer-title = Chưa có câu trả lời
problems-no-answer-detail = Máy chủ chưa biết việc này đã xong hay chưa. Hãy xem lại trước, rồi thử lại. Chương trình gửi lại với cùng khóa Idempotency-Key.
problems-stopping-title = Máy chủ đang dừng
problems-stopping-detail = Máy chủ đang dừng hoặc khởi động lại. Hãy thử lại sau ít giây.
problems-internal-title = Máy chủ gặp lỗi
problems-internal-detail = Máy chủ không làm được việc này do lỗi của chính nó. Hãy thử lại; nếu vẫn lỗi, báo người phụ trách.

## Số dự phòng trên giấy
problems-no-reserved-numbers-title = Văn phòng chưa để dành số dự phòng
problems-no-reserved-numbers-detail = Cấu hình chưa để dành số nào cho giấy: xem mục [outage]. Hãy phát số như thường.
problems-number-not-reserved-title = Không phải số dự phòng
problems-number-not-reserved-detail = { $number } không phải số dự phòng của lĩnh vực này. Số dự phòng từ { $first } đến { $last }. Hãy xem lại số trên giấy và lĩnh vực.
problems-number-used-title = Số này hôm nay đã dùng
problems-number-used-detail = Hôm nay { $number } đã có người dùng. Hãy đưa tờ số khác và gõ số của tờ ấy.
problems-number-behind-title = Đã nhập đến số lớn hơn
problems-number-behind-detail = Hôm nay đã nhập các số đến { $entered }, nên { $number } không thể là số cuối cùng. Hãy xem lại số cuối cùng đã phát.

## Máy in
problems-printer-near-end-title = Máy in sắp hết giấy
problems-printer-near-end-detail = Máy in sắp hết giấy. Hãy thay cuộn giấy khi vắng người.
problems-printer-out-of-paper-title = Máy in hết giấy
problems-printer-out-of-paper-detail = Máy in hết giấy. Hãy thay cuộn giấy; số vẫn được phát và hiện trên máy lấy số.
problems-printer-cover-open-title = Máy in mở nắp
problems-printer-cover-open-detail = Nắp máy in đang mở. Hãy đóng nắp; số vẫn được phát và hiện trên máy lấy số.
problems-printer-offline-title = Không nối được máy in
problems-printer-offline-detail = Không nối được máy in. Hãy xem nguồn điện và dây; số vẫn được phát và hiện trên máy lấy số.
problems-printer-error-title = Máy in báo lỗi
problems-printer-error-detail = Máy in báo lỗi. Hãy tắt, bật lại và xem dao cắt; số vẫn được phát và hiện trên máy lấy số.

## Copies of the data
problems-backup-failed-title = Không sao lưu được dữ liệu
problems-backup-failed-detail = Không sao lưu được dữ liệu. Hãy xem thư mục sao lưu có còn đó, còn chỗ trống và cho Moi ghi không; năm phút một lần Moi sẽ thử lại.
problems-backup-ahead-title = Có bản sao lưu ghi ngày ở tương lai
problems-backup-ahead-detail = Có bản sao lưu ghi ngày muộn hơn bây giờ: đồng hồ máy chủ từng chạy nhanh, hoặc đang chạy chậm. Hãy kiểm tra ngày giờ. Nếu đúng thì không cần làm gì: bản ấy không được tính và sẽ tự được xóa.
problems-journal-damaged-title = Một phần sổ của văn phòng bị hỏng
problems-journal-damaged-detail = Một phần sổ của văn phòng trên đĩa bị hỏng. Vẫn lấy số, gọi số được, nhưng không có bản sao lưu mới. Hãy giữ lại mọi bản sao lưu cũ. Cuối ngày lấy lại ngày bị hỏng từ một bản sao: dừng Mời, rồi chạy moi journal mend --from TỆP-SAO-LƯU.
problems-sealing-failed-title = Chưa cất được các ngày đã qua
problems-sealing-failed-detail = Chưa cất được các ngày đã qua. Không mất gì, vẫn lấy số và gọi số được. Hãy xem đĩa chứa dữ liệu còn chỗ không và có được cắm chắc không; sang ngày mới hoặc lần khởi động sau Mời sẽ thử lại.

## Số điện thoại người dân để lại
problems-contacts-failed-title = Không giữ hoặc không đọc được số điện thoại
problems-contacts-failed-detail = Không giữ hoặc không đọc được số điện thoại mà người dân để lại. Hãy xem thư mục khóa (--keys, hoặc keys trong thư mục dữ liệu): có còn đó không, Moi có ghi được không, các tệp khóa có còn không. Lấy số và gọi số vẫn như thường.

## Đồng hồ
problems-clock-unset-title = Đồng hồ máy chủ chưa được đặt
problems-clock-unset-detail = Đồng hồ máy chủ chỉ thời gian trước năm 2026, tức là chưa được đặt. Số vẫn được phát theo giờ riêng của văn phòng. Hãy đặt ngày giờ, hoặc nối mạng.
problems-clock-behind-title = Đồng hồ máy chủ bị lùi
problems-clock-behind-detail = Đồng hồ máy chủ chỉ sớm hơn những việc đã ghi. Hãy xem lại ngày giờ của máy. Nếu đúng thì trước đó đồng hồ đã chạy quá: ngày làm việc tự được sửa khi không còn ai chờ, hoặc lúc nửa đêm.
problems-clock-jumped-title = Đồng hồ máy chủ nhảy vượt lên
problems-clock-jumped-detail = Đồng hồ máy chủ vừa nhảy vượt lên. Hãy xem lại ngày giờ của máy. Nếu đúng thì không phải làm gì: văn phòng tự theo sau năm phút. Nếu sai, hãy sửa ngay, kẻo sang ngày khác và người đang chờ mất số.
problems-clock-ahead-title = Ngày của máy chủ cách xa lần trước
problems-clock-ahead-detail = Ngày của máy chủ cách những việc đã ghi hơn 30 ngày. Hãy xem lại ngày giờ của máy. Nếu đúng thì không phải làm gì; ngày mai thông báo này tự hết.

## Lịch hẹn
problems-unknown-appointment-title = Không tìm thấy lịch hẹn
problems-unknown-appointment-detail = Không có lịch hẹn nào với mã này, hoặc ngày hẹn đã qua. Xin kiểm tra lại mã, hoặc lấy số thường.
problems-not-bookable-title = Việc này không nhận đặt hẹn
problems-not-bookable-detail = Lĩnh vực có mã { $service } không nhận đặt hẹn. Mời đến lấy số trong giờ làm việc.
problems-no-such-slot-title = Không có giờ hẹn này
problems-no-such-slot-detail = Ngày { $day } không có giờ hẹn nào bắt đầu lúc { $time }. Xin chọn giờ khác.
problems-slot-full-title = Giờ này đã kín
problems-slot-full-detail = Giờ { $time } ngày { $day } đã đủ người. Xin chọn giờ khác.
problems-slot-too-soon-title = Giờ này không đặt được nữa
problems-slot-too-soon-detail = Giờ { $time } ngày { $day } đã quá gần hoặc đã qua. Xin chọn giờ muộn hơn, hoặc đến lấy số thường.
problems-slot-too-far-title = Ngày này chưa mở đặt hẹn
problems-slot-too-far-detail = Ngày { $day } chưa mở đặt hẹn. Xin chọn ngày gần hơn.
problems-appointments-full-title = Chưa nhận thêm lịch hẹn
problems-appointments-full-detail = Đã có quá nhiều lịch hẹn. Xin thử lại sau, hoặc đến lấy số thường.
problems-too-many-bookings-title = Đặt hẹn quá nhiều lần
problems-too-many-bookings-detail = Nơi này đã đặt nhiều lịch hẹn trong một giờ. Xin thử lại sau, hoặc gọi điện cho cơ quan.
problems-too-early-title = Chưa đến giờ hẹn
problems-too-early-detail = Bạn hẹn lúc { $time } ngày { $day }. { $same_day ->
    [yes] Mời trở lại lấy số từ { $from_time }. Nếu không muốn đợi, bạn có thể lấy số thường.
   *[no] Mời trở lại lấy số từ { $from_time } ngày { $from_day }.
}
problems-too-late-title = Đã quá giờ hẹn
problems-too-late-detail = Lịch hẹn lúc { $time } ngày { $day } đã qua. Mời lấy số thường hoặc đặt lịch hẹn mới.
problems-appointment-cancelled-title = Lịch hẹn đã hủy
problems-appointment-cancelled-detail = Lịch hẹn lúc { $time } ngày { $day } đã được hủy. Mời lấy số thường hoặc đặt lịch hẹn mới.
problems-appointment-used-title = Lịch hẹn đã được dùng
problems-appointment-used-detail = Lịch hẹn này đã lấy số { $number }. Cần giúp, mời gặp cán bộ ở quầy hướng dẫn.
problems-check-in-at-entrance-title = Lấy số tại phòng chờ
problems-check-in-at-entrance-detail = Khi đến nơi, mời nhập mã hẹn ở máy lấy số, hoặc gặp cán bộ ở quầy hướng dẫn.
problems-locks-out-title = Khi đó không quản trị viên nào đăng nhập được
problems-locks-out-detail = Chưa quản trị viên nào trong thiết lập này có mật khẩu. Hãy thêm tên mới bên cạnh tên cũ rồi lưu, tạo mật khẩu cho tên mới ở mục Người dùng, sau đó mới bỏ tên cũ.
problems-own-credential-title = Đây là của chính bạn
problems-own-credential-detail = Bạn đổi mật khẩu của mình ở trang tài khoản, nơi hỏi mật khẩu hiện tại. Nếu đã mất, quản trị viên khác tạo mật khẩu mới, hoặc người giữ máy dùng lệnh: moi recover.

## Hình ảnh
problems-picture-kind-title = Loại tệp này không hiển thị được
problems-picture-kind-detail = Hình phải là tệp PNG, JPEG hoặc WebP. Hãy mở hình bằng một phần mềm xem ảnh rồi lưu lại thành JPEG hoặc PNG.
problems-no-picture-title = Tệp này không phải hình ảnh
problems-no-picture-detail = Không đọc được tệp như hình PNG, JPEG hoặc WebP, hoặc tệp bị thiếu một phần. Hãy mở bằng phần mềm xem ảnh, lưu lại thành JPEG hoặc PNG rồi thử tệp đó.
problems-picture-too-large-title = Hình có quá nhiều điểm ảnh
problems-picture-too-large-detail = Một hình chỉ được có tối đa 25 triệu điểm ảnh, ví dụ 5000 × 5000. Hãy thu nhỏ bằng phần mềm xem ảnh: màn hình sảnh chỉ hiện 1920 × 1080.
problems-too-many-pictures-title = Không còn chỗ cho hình mới
problems-too-many-pictures-detail = Đã có { $at_most } hình, là mức tối đa. Hãy xóa một hình không dùng ở mục Bảng chiếu.
problems-unknown-picture-title = Không có hình này
problems-unknown-picture-detail = Hình đã bị xóa hoặc bị hỏng. Hãy tải lên lại.
problems-picture-in-use-title = Hình này đang được dùng
problems-picture-in-use-detail =
    { $as_logo ->
        [0] { "" }
       *[other] Đây là biểu trưng của cơ quan.
    } { $slides_count ->
        [0] { "" }
       *[other] Hình nằm ở bảng chiếu số { $slides }.
    } Hãy bỏ hình ở đó và lưu lại, sau đó mới xóa được.
