import assert from "node:assert/strict";
import { test } from "node:test";
import { counterIn, inLanguage, keepChoices, nextPath, signInAddress } from "./addresses.js";

test("language and theme stay the reader's choice from page to page", () => {
  assert.equal(keepChoices("/desk/3", ""), "/desk/3");
  assert.equal(keepChoices("/desk/3", "?lang=en&next=%2Fdesk"), "/desk/3?lang=en");
  assert.equal(keepChoices("/desk?choose=1", "?lang=en&theme=contrast"), "/desk?choose=1&lang=en&theme=contrast");
  assert.equal(inLanguage({ pathname: "/desk/3", search: "?lang=vi&theme=dark" }, "en"), "/desk/3?lang=en&theme=dark");
});

test("sign-in leads back to the page that asked for it", () => {
  const address = signInAddress({ pathname: "/desk/3", search: "?lang=en" });
  assert.equal(address, "/sign-in?next=%2Fdesk%2F3&lang=en");
  assert.equal(nextPath(address.slice("/sign-in".length)), "/desk/3");
});

test("sign-in leads back to the very view that was asked for", () => {
  const address = signInAddress({ pathname: "/admin/order", search: "?lang=en&day=2026-11-24" });
  assert.equal(nextPath(address.slice("/sign-in".length)), "/admin/order?day=2026-11-24");
});

test("sign-in leads to no other server", () => {
  for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""]) {
    assert.equal(nextPath(`?${new URLSearchParams({ next })}`), null, next);
  }
  assert.equal(nextPath(""), null);
});

test("the counter is in the address of a desk", () => {
  assert.equal(counterIn("/desk/3"), 3);
  assert.equal(counterIn("/desk/12/"), 12);
  for (const pathname of ["/desk", "/desk/", "/desk/x", "/desk/3x", "/wall", null]) {
    assert.equal(counterIn(pathname), null);
  }
});
