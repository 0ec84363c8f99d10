import { describe, expect, it } from "vitest";
import { isLoopback } from "../../src/cli/ports/endpoint.js";

const url = (AWS_ENDPOINT_URL: string, more: Readonly<Record<string, string>> = {}) =>
  isLoopback({ AWS_ENDPOINT_URL, ...more });
const local = "http://127.0.0.1:4566";

describe("isLoopback", () => {
  it.each([
    local,
    "http://127.255.0.9",
    "http://localhost:80/path",
    "https://LOCALHOST",
    "http://[::1]:4566",
    "http://127.1",
    "http://2130706433",
    "http://user:secret@127.0.0.1",
  ])("%s is this machine", (endpoint) => {
    expect(url(endpoint)).toBe(true);
  });

  it.each([
    "http://127.0.0.1@evil.example",
    "http://127.0.0.1:80@evil.example",
    "http://127.0.0.1.evil.example",
    "http://localhost.evil.example",
    "http://evil.example/127.0.0.1",
    "http://evil.example#@127.0.0.1",
    "http://evil.example\\@127.0.0.1",
    "http://0.0.0.0",
    "http://128.0.0.1",
    "http://10.0.0.1",
    "https://sso.us-east-1.amazonaws.com",
    "127.0.0.1:4566",
    "localhost",
    "",
  ])("%j is not", (endpoint) => {
    expect(url(endpoint)).toBe(false);
  });

  it("without an endpoint it is AWS", () => {
    expect(isLoopback({})).toBe(false);
  });

  it("one service that goes elsewhere is enough", () => {
    expect(url(local, { AWS_ENDPOINT_URL_SSO_ADMIN: "https://sso.us-east-1.amazonaws.com" })).toBe(false);
    expect(url(local, { AWS_ENDPOINT_URL_STS: "http://127.0.0.1:1", AWS_ENDPOINT_URL_IAM: local })).toBe(
      true,
    );
    expect(url(local, { AWS_ENDPOINT_URL_STS: "" })).toBe(false);
    expect(isLoopback({ AWS_ENDPOINT_URL_SSO_ADMIN: local })).toBe(false);
    expect(isLoopback({ AWS_ENDPOINT_URL: local, AWS_ENDPOINT_URL_STS: undefined })).toBe(true);
  });

  it.each(["true", "TRUE", "True"])("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=%s means AWS", (ignore) => {
    expect(url(local, { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: ignore })).toBe(false);
  });

  it("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=false changes nothing", () => {
    expect(url(local, { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false" })).toBe(true);
  });
});
