### Sổ thứ tự gọi: những lượt gọi trước người đến sớm hơn.

## Tên cột
order-at = Lúc gọi
order-counter = Quầy
order-officer = Cán bộ
order-number = Số
order-service = Lĩnh vực
order-taken-at = Lúc lấy số
order-passed = Vượt qua (số người)
order-earliest = Người đến sớm nhất bị vượt
order-earliest-taken-at = Lúc người ấy lấy số
order-bound = Chỉ quầy này gọi được
order-why = Lý do
order-reason = Mã lý do
order-yes = có
order-no = không

## Lý do, khi vị trí chưa nói hết
order-turn = Đúng lượt: người bị vượt đã vắng mặt hoặc được chuyển quầy nên xếp sau
order-other-set-up = Không khớp cấu hình còn lưu của lúc ấy: khi ấy dùng cấu hình khác

## Tập huấn
order-rehearsal = TẬP HUẤN – không phải số thật
