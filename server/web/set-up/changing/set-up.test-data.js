/** A small set-up as a document. */
export const document = () => ({
  office: {
    languages: ["vi", "en"], name: { vi: "UBND xã Cai Kinh", en: "Cai Kinh commune" },
    unit: { vi: "Bộ phận Một cửa", en: "One-stop shop" }, time_zone: "Asia/Ho_Chi_Minh",
  },
  hours: {
    monday: ["07:00-11:30", "13:00-16:30"], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [],
    sunday: [], holidays: ["2027-01-01"],
  },
  slip: { paper: "80mm" },
  numbering: { last: 999, after_last: "widen" },
  services: [
    { code: "A", name: { vi: "Hộ tịch", en: "Civil status" }, pictogram: "A", usual_minutes: 12 },
    { code: "C", name: { vi: "Chứng thực", en: "Certification" }, pictogram: "C", usual_minutes: 6 },
  ],
  counters: [{ number: 1, services: ["A", "C"], direction: "left" }],
  officers: [{ name: "Nông Thị Hà", title: { vi: "Công chức", en: "Officer" } }],
  administrators: [{ name: "Đặng Quốc Bảo" }],
});
