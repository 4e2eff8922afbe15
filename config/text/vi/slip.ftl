### Chữ trên phiếu số. Ngắn: giấy 80 mm hoặc 58 mm. Các số lớn do máy in vẽ, không nằm ở đây.

## Ở đâu
slip-counter = Quầy { $counter }
# $first: các quầy trước quầy cuối, như "1, 2"; $last: quầy cuối
slip-counters = Quầy { $first } hoặc Quầy { $last }
# One ticket for several people or files
slip-cases = { $count } hồ sơ
# $services: what comes after, as "Certification, Land"
slip-then = Sau đó: { $services }

slip-appointment = Hẹn { $time }, { $counters }

## Bao lâu: nhãn, số lớn, đơn vị
slip-ahead = Trước bạn
slip-people =
    { $count ->
       *[other] người
    }
slip-wait = Chờ khoảng
slip-minutes = phút

## Mang theo gì
slip-documents = Nhớ mang theo

## Bên mã QR
slip-follow = Xem còn bao lâu

## Cuối phiếu
slip-validity = Số chỉ có giá trị trong ngày
slip-reprint = IN LẠI

## Phiếu cho cán bộ sau khi máy khởi động lại. Dưới số tiếp theo là các số lớn, như "A042"
slip-boot = Khởi động lại
slip-boot-next = Số tiếp theo
slip-boot-waiting = Đang chờ
slip-boot-remark = Phiếu cho cán bộ, không phải số thứ tự
slip-boot-restored = Lấy từ bản sao lưu lúc { $made_at }: số phát sau đó có thể bị phát lại
slip-rehearsal = TẬP HUẤN – không phải số thật

## Số dự phòng, in trước để phát khi mất điện. Không gắn với ngày nào
slip-roll = Số dự phòng
slip-roll-advice = Mời giữ phiếu này và ngồi chờ. Số được gọi theo thứ tự, trước những người đến sau.
slip-roll-handed-out = Ngày, giờ phát
slip-roll-validity = Chỉ có giá trị trong ngày phát
