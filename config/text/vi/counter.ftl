### Màn hình quầy

counter-word = Quầy
counter-name = Quầy { $counter }
counter-calling = Mời số
counter-serving = Đang phục vụ
counter-open = Đang mở
counter-greeting =
    Xin chào,
    mời chờ gọi số
counter-paused = Tạm nghỉ
counter-closed = Đóng quầy
counter-back = Mở lại lúc { $time }
counter-instead = Xin mời sang
counter-or = hoặc

## Mất kết nối

counter-last-call = Số gọi lúc { $time }
counter-updated = Cập nhật lúc { $time }
counter-reconnecting = Đang kết nối lại. Xin hỏi cán bộ tại quầy.

## Chưa gắn với quầy nào

counter-unknown =
    Màn hình này
    chưa gắn với quầy
counter-unknown-help = Các quầy của phòng: { $counters }
