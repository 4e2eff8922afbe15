### Màn hình phòng chờ

wall-title = Màn hình phòng chờ

## Gọi số

wall-invite = Mời công dân có số
wall-to-counter = đến quầy
wall-call-line = Mời công dân có số { $number } đến quầy { $counter }
wall-last-call = Số gọi gần nhất, lúc { $time }
wall-last-counter = quầy
wall-just-called = Vừa gọi
wall-counter-word = Quầy

## Từng quầy

wall-counter = Quầy { $counter }
wall-serving = Đang phục vụ
wall-come-in = Mời vào
wall-open = Đang mở
wall-paused = Tạm nghỉ
wall-until = đến { $time }
wall-closed = Đóng

## Người chờ

wall-waiting =
    { $count ->
        [0] Không có ai chờ
       *[other] Đang chờ { $count } người
    }

## Chưa gọi ai, ngoài giờ

wall-idle-title =
    Mời bà con lấy số
    và ngồi chờ
wall-idle-text = Đến lượt, số của bạn hiện ở đây và ở quầy gọi bạn.
wall-idle-line = Mời lấy số. Đến lượt, số của bạn hiện ở đây và ở quầy gọi bạn.
wall-before-title =
    Mở cửa
    lúc { $time }
wall-break-title =
    Nghỉ trưa,
    mở lại lúc { $time }
wall-after-title =
    Hôm nay
    đã hết giờ làm việc
wall-hours = Giờ làm việc: { $hours }

## Mất kết nối

wall-reconnecting = Màn hình đang kết nối lại. Xin nghe cán bộ gọi tại quầy.
wall-updated = Cập nhật lúc { $time }
