import { expect, it } from "vitest";
import { checked, findings, fixture } from "./checked.js";

const previous = (name: string) => ({ previous: { file: "old.xml", bytes: fixture(name) } });

it("a certificate that stays but is over is no overlap", () => {
  const found = findings(fixture("cases/one-certificate-over"), previous("cases/certificate-over"));
  expect(found).toEqual([
    expect.stringContaining("IDC721 4:128 no certificate that is valid is in both files"),
    expect.stringContaining("IDC713 5:128"),
  ]);
});

it("a file that had no certificate gets one: nothing to overlap", () => {
  const found = findings(fixture("cases/rotation-same"), previous("cases/no-signing-certificate"));
  expect(found).toEqual([]);
});

it("the next certificate is added, the last one is removed: no finding in either step", () => {
  const both = fixture("cases/rotation-adds");
  const { rotation } = checked(both, previous("cases/rotation-same"));
  expect(rotation?.certificates.map(({ change }) => change)).toEqual(["kept", "added"]);
  expect(
    findings(fixture("cases/rotation-replaces"), { previous: { file: "old.xml", bytes: both } }),
  ).toEqual([]);
});

it("a binding that is new breaks nothing", () => {
  const only = fixture("cases/rotation-same").toString();
  const [service = ""] = /<md:SingleSignOnService.*\/>/.exec(only) ?? [];
  const both = only.replace(service, service + service.replace("HTTP-POST", "HTTP-Redirect"));
  const { rotation, diagnostics } = checked(both, previous("cases/rotation-same"));
  expect(rotation?.changes).toEqual([
    { what: "HTTP-Redirect", before: null, after: "https://idp.example.com/saml" },
  ]);
  expect(diagnostics).toEqual([]);
});

it("of the file in use only errors matter", () => {
  const bytes = Buffer.from(
    `\uFEFF${fixture("cases/rotation-same").toString().replace("UTF-8", "UTF-16")}`,
    "utf16le",
  );
  expect(findings(bytes)).toHaveLength(1);
  expect(findings(fixture("cases/rotation-same"), { previous: { file: "old.xml", bytes } })).toEqual([]);
  expect(findings(fixture("cases/rotation-same"), { previous: { file: "old.xml", bytes: null } })).toEqual([
    "IDC701 - old.xml has more than 1 MB, so it is no metadata",
  ]);
});
